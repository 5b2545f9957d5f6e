"""The terminal: colour, width, and nothing of a repository arriving as a command."""

from __future__ import annotations

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.terminal import Colour, prepare, visible, wants_colour, width_of


@given(st.text())
def test_whatever_is_shown_is_visible(text: str) -> None:
    assert not [character for character in visible(text) if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("a\tb", "a    b"),
        ("\u202e", "\\u202e"),
        ("##[error]", "## [error]"),
        ("##vso[task]", "## vso[task]"),
        ("## [1]", "## [1]"),
        ("é", "é"),
    ],
    ids=["escape sequence", "tab", "right to left", "runner command", "runner command with a name", "heading", "letter"],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


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


def test_width_without_a_terminal() -> None:
    assert width_of(io.StringIO()) == 100


@pytest.mark.parametrize(("columns", "width"), [("80", 80), ("300", 100), ("10", 40)], ids=["as wide as it is", "readable", "not too narrow"])
def test_width_of_a_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", columns)
    assert width_of(stream) == width


def test_a_stream_takes_any_text() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    prepare(stream)
    stream.write("é\udcff")
    stream.flush()
    assert raw.getvalue() == "é\\udcff".encode()
