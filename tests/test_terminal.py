"""Text for terminals: nothing of a repository arrives as a command."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.terminal import Colour, Paint, columns, prepare, visible, wants_colour, width_of, wrap


@given(st.text())
def test_whatever_is_shown_is_visible(text: str) -> None:
    assert not [character for character in visible(text) if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x1b[31m", "\\x1b[31m"), ("a\tb", "a    b"), ("\u202e", "\\u202e"), ("##[error]", "## [error]"), ("é", "é")],
    ids=["escape sequence", "tab", "right to left", "runner command", "letter"],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(), st.integers(30, 120))
def test_no_wrapped_line_is_a_runner_command(text: str, width: int) -> None:
    assert not [line for line in wrap("  ", text, width) if line.strip().startswith("::") or "##[" in line]


def test_wrapped_lines_are_aligned() -> None:
    assert list(wrap("fix  ", "one two three four five six", 25)) == ["fix  one two three four", "     five six"]


@pytest.mark.parametrize(
    ("choice", "environment", "expected"),
    [
        ("auto", {}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
    ids=["no terminal", "forced", "NO_COLOR wins", "asked for", "refused"],
)
def test_colour(choice: Colour, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 -- a table's column
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice, io.StringIO()) is expected


def test_paint() -> None:
    assert (Paint(colour=True)("strong", "x"), Paint(colour=True)("strong", ""), Paint(colour=False)("strong", "x")) == ("\x1b[1mx\x1b[0m", "", "x")


def test_wide_characters_take_two_columns() -> None:
    assert columns("日本e\u0301") == 5


def test_width_without_a_terminal() -> None:
    assert width_of(io.StringIO()) == 100


def test_a_stream_takes_any_text() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    prepare(stream)
    stream.write("é\udcff")
    stream.flush()
    assert raw.getvalue() == "é\\udcff".encode()
