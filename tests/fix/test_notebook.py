"""Notebooks: one line of the file changes for each ignore, however the notebook is written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailint.fix.notebook import cells
from tests.fix.marked import RULE, ignoring

BODY = f"# ailint: ignore[{RULE}] -- why"


def notebook(*sources: str, split: bool = True, **more: Any) -> dict[str, Any]:
    """A notebook whose cells have these sources, as lists of lines or as one string each."""
    made: list[dict[str, Any]] = [
        {"cell_type": "code", "id": str(number), "metadata": {}, "outputs": [], "source": text.splitlines(keepends=True) if split else text}
        for number, text in enumerate(sources)
    ]
    return {"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["MARK\n", '"x"']}, *made], "nbformat": 4, "nbformat_minor": 5, **more}


def sources(data: bytes) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(data)["cells"]][1:]


SHAPES: dict[str, dict[str, Any]] = {
    "as Jupyter writes it": {"indent": 1, "ensure_ascii": False},
    "in one line": {"indent": None},
    "indented by tabs": {"indent": "\t"},
    "escaped": {"indent": 2, "ensure_ascii": True},
}
TEXTS = {
    "at the end": ("x = 'é😀\\n\"'\nMARK()\ny", f"x = 'é😀\\n\"'\nMARK()  {BODY}\ny"),
    "the last line": ("x\nMARK()", f"x\nMARK()  {BODY}"),
    "too long": (f"if a:\n    MARK('{'é' * 40}')\n", f"if a:\n    {BODY}\n    MARK('{'é' * 40}')\n"),
    "the first line": (f"MARK('{'é' * 40}')\ny", f"{BODY}\nMARK('{'é' * 40}')\ny"),
    "beside magic": ("%matplotlib inline\nMARK()\n!ls", f"%matplotlib inline\nMARK()  {BODY}\n!ls"),
    "a magic": ("x\n!MARK()\ny", f"x\n{BODY}\n!MARK()\ny"),
    "joined": ("MARK()  # ailint: ignore[a-b]\n", f"MARK()  # ailint: ignore[a-b, {RULE}] -- why\n"),
}


@pytest.mark.parametrize("split", [True, False], ids=["lines", "one string"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize(("before", "after"), TEXTS.values(), ids=TEXTS.keys())
def test_written(before: str, after: str, shape: dict[str, Any], *, split: bool) -> None:
    file = json.dumps(notebook("z = 1", before, "", split=split), **shape) + "\n"
    data, still = ignoring("a.ipynb", file.encode())
    assert (sources(data), still) == (["z = 1", after, ""], ())
    old, new = file.splitlines(), data.decode().splitlines()
    assert len([line for line in old if line not in new]) <= 1
    assert len(new) - len(old) == (1 if split and shape["indent"] and before.count("\n") < after.count("\n") else 0)
    assert ignoring("a.ipynb", data).data == data


def test_an_older_notebook_is_left() -> None:
    old = {"worksheets": [{"cells": [{"cell_type": "code", "language": "python", "input": ["MARK()"], "outputs": []}]}], "nbformat": 3}
    file = json.dumps(old).encode()
    data, still = ignoring("a.ipynb", file)
    assert (data, still) == (file, (1,))


def test_a_line_that_is_read_as_another_gets_its_ignore_above() -> None:
    data, still = ignoring("a.ipynb", json.dumps(notebook("x = !ls MARK")).encode())
    assert (sources(data), still) == ([f"{BODY}\nx = !ls MARK"], ())


values = st.recursive(
    st.text(max_size=3) | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@settings(max_examples=50, deadline=None)
@given(texts=st.lists(st.text(max_size=12), max_size=4), more=st.dictionaries(st.text(), values, max_size=3), indent=st.sampled_from([None, 1]))
def test_cells_are_found_in_any_notebook(texts: list[str], more: dict[str, Any], indent: int | None) -> None:
    content = {**more, **notebook(*texts, metadata=more)}
    file = json.dumps(content, indent=indent, ensure_ascii=False)
    found = [cell.text for cell in cells(file)]
    wanted = ["".join(cell["source"]) for cell in content["cells"]]
    assert found == wanted[: len(found)]
    assert not any(wanted[len(found) :])
