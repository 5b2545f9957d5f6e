"""Sources: text as its reader saw it, places as people count them."""

from __future__ import annotations

import pytest

from ailint.sources import Sources, decode
from tests.sample import sources

DECODED = {
    "utf-8": ("a.py", "é".encode(), "é"),
    "byte-order mark": ("a.py", b"\xef\xbb\xbfx", "x"),
    "declared": ("a.py", b"# coding: latin-1\n\xe9", "# coding: latin-1\né"),
    "declared as no text": ("a.py", b"# coding: rot13\nx", "# coding: rot13\nx"),
    "declared in vain": ("a.py", b"# coding: nonsense\nx", "# coding: nonsense\nx"),
    "not text": ("a.yaml", b"\xff", "\ufffd"),
}


@pytest.mark.parametrize(("path", "data", "expected"), DECODED.values(), ids=DECODED.keys())
def test_decode(path: str, data: bytes, expected: str) -> None:
    assert decode(path, data) == expected


def test_lines_end_where_python_says() -> None:
    assert sources(app_py="a\r\nb\rc\nd\x0ce\u2028f").lines("app.py") == ("a", "b", "c", "d\x0ce\u2028f")


def test_columns_are_code_points_from_one() -> None:
    text = sources(app_py="é日x")
    assert [text.column("app.py", 1, offset) for offset in (0, 2, 5, 6, 99)] == [1, 2, 3, 4, 4]


def test_a_line_that_is_not_there_is_empty() -> None:
    assert (sources(app_py="a").line("app.py", 2), sources(app_py="a").line("app.py", 0)) == ("", "")


def test_cells() -> None:
    text = sources(cells={"n.ipynb": (1, 4)})
    assert [text.locate("n.ipynb", line) for line in (1, 3, 4, 6)] == [(1, 1), (1, 3), (2, 1), (2, 3)]
    assert [text.absolute("n.ipynb", cell, 1) for cell in (1, 2)] == [1, 4]
    assert text.locate("app.py", 4) == (None, 4)


def test_a_file_that_cannot_be_read_has_no_lines() -> None:
    def refuse(path: str) -> bytes:
        raise OSError(path)

    assert Sources({}, refuse).lines("gone.py") == ("",)
