"""Sections of settings files."""

from __future__ import annotations

import pytest

from ailint.facts import FileFacts, Span
from ailint.project.sections import Section, documents, is_open_ended
from ailint.read.settings import read_yaml
from ailint.read.terraform import read_terraform

TEXT = b"""a:
  b: {c: 1, d: [x, y]}
  e: z
f: {}
"""


def section(text: bytes = TEXT) -> Section:
    return next(documents(read_yaml("a.yml", text)))


def test_what_is_below_a_key() -> None:
    part = section().below("a")
    assert part.text("e") == "z"
    assert part.texts("b", "d") == ("x", "y")
    assert part.texts("e") == ("z",)
    assert list(part.children) == ["b", "e"]
    assert part.children["b"].text("c") == "1"
    assert part.get("b") is None
    assert part.place.span == Span(2, 9, 2, 10)


def test_what_is_not_there() -> None:
    assert not section().below("nothing")
    assert section().text("f", "g") == ""
    assert section().texts("f") == ()


def test_places_in_lists_can_be_left_out() -> None:
    [resource] = documents(read_terraform("a.tf", b'resource "x" "y" {\n  model {\n    version = "1"\n  }\n  model {\n    version = "2"\n  }\n}\n'))
    model = resource.below("resource", "x", "y")
    first = model.find("model", "version")
    assert first is not None
    assert first.value == "1"
    assert [setting.value for setting in model.all("model", "version")] == ["1", "2"]
    assert model.find("model", "name") is None


def test_documents_of_one_file() -> None:
    found = read_yaml("a.yml", b"a: 1\nb: 2\n---\na: 3\n---\n- 4\n")
    assert found.documents == (2, 3)
    assert [part.text("a") for part in documents(found)] == ["1", "3", ""]
    assert list(documents(FileFacts("a.yml", "yaml"))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("${X}", True), ("!Ref X", True), ("'{{ x }}'", True), ("x$(y)", True), ("3", False), ("'plain'", False), ("'Stop!'", False)],
)
def test_open_ended_values(text: str, expected: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    setting = section(f"a: {text}\n".encode()).get("a")
    assert setting is not None
    assert is_open_ended(setting) is expected
