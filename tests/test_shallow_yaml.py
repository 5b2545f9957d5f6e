"""YAML of packs and tables: plain data, and never so deep that the parser dies."""

from __future__ import annotations

import pytest
import yaml

from ailint.knowledge.load import HERE
from ailint.shallow_yaml import LOADER, load_own_yaml, load_yaml


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param({"a": [1, {"b": None}]}, "a: [1, {b: }]", id="a table"),
        pytest.param(None, "", id="nothing"),
        pytest.param({"on": True}, "'on': true", id="a quoted key"),
    ],
)
def test_plain_data(expected: object, text: str) -> None:
    assert load_yaml(text) == expected


def test_own_tables_are_what_any_loader_makes_of_them() -> None:
    texts = [path.read_bytes() for path in HERE.rglob("*.yaml")]
    assert [load_own_yaml(text) for text in texts] == [yaml.load(text, Loader=LOADER) for text in texts]  # noqa: S506 -- a safe loader


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000], ids=["lists", "tables", "blocks"])
def test_endless_nesting_is_an_error(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        load_yaml(text)


def test_objects_are_refused() -> None:
    with pytest.raises(yaml.YAMLError):
        load_yaml("!!python/object/apply:os.getcwd []")
