"""Styled text: wrapped, aligned, coloured, and safe whatever it is made of."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.padding import Padding

from ailint.styled import STYLES, grid, indented, labelled, lines, prose, text
from ailint.terminal import visible

if TYPE_CHECKING:
    from ailint.styled import Part

COLOUR = re.compile(r"\x1b\[[\d;]*m")
LONG = "x" * 200
WRITTEN = st.lists(st.one_of(st.text("ab`日é\u200d\ufe0f😀-", max_size=9), st.text(), st.text("xy日", min_size=15, max_size=60))).map(" ".join)


def plain(*parts: Part, width: int = 40) -> list[str]:
    return list(lines(parts, width, colour=False))


@given(st.text(), st.integers(20, 120), st.booleans())
def test_nothing_but_colour_and_visible_characters(words: str, width: int, colour: bool) -> None:  # noqa: FBT001 -- a generated value
    parts = (text((words, "high"), words), prose(words), grid([(text(words[:5]), prose(words))]), indented(labelled([(words[:5], words)])))
    shown = [COLOUR.sub("", line) if colour else line for line in lines(parts, width, colour=colour)]
    assert not [character for character in "".join(shown) if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert not [line for line in shown if line.lstrip().startswith("::")]


@given(WRITTEN, st.integers(20, 120), st.booleans())
def test_words_wrap_as_rich_would_wrap_them(words: str, width: int, colour: bool) -> None:  # noqa: FBT001 -- a generated value
    rows = [("fix", words), ("see", "x"), ("", words)]
    by_rich = (
        grid([[prose(words)]]),
        Padding(grid([[prose(words)]]), (0, 0, 0, 4)),
        grid([(text((label, "faint")), prose(said)) for label, said in rows]),
    )
    ours = (prose(words), indented(prose(words), 4), labelled(rows))
    assert list(lines(ours, width, colour=colour)) == list(lines(by_rich, width, colour=colour))


@given(st.text(st.characters(exclude_characters=":")))
def test_prose_loses_no_word(words: str) -> None:
    assert "".join("".join(plain(prose(words))).split()) == "".join(visible(" ".join(words.split())).split())


@pytest.mark.parametrize(
    "words", ["[bold]x[/bold]", ":smile:", "\\[x]", "http://x.y 'z' 12"], ids=["markup", "emoji", "escape", "highlighted by rich"]
)
def test_text_means_nothing_to_rich(words: str) -> None:
    assert plain(text(words), prose(words)) == [words, words]
    assert list(lines([text(words), prose(words)], 40, colour=True)) == [words, words]


@pytest.mark.parametrize("name", STYLES)
def test_styles_are_known(name: str) -> None:
    (coloured,) = lines([text(("word", name))], 40, colour=True)
    assert (coloured != "word", COLOUR.sub("", coloured)) == (True, "word")


def test_environment_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "7", "TERM": "dumb", "JUPYTER_COLUMNS": "7"}.items():
        monkeypatch.setenv(name, value)
    assert list(lines([text(("x", "high"), " yy zz aa bb")], 40, colour=True)) == ["\x1b[1;31mx\x1b[0m yy zz aa bb"]
    assert plain(text(("x", "high"))) == ["x"]


def test_prose_is_wrapped_behind_its_label() -> None:
    rows = [("why", "one two three\n  four five"), ("fix", "six")]
    assert plain(labelled(rows), width=20) == ["why  one two three", "     four five", "fix  six"]


def test_words_in_backticks_stand_out() -> None:
    assert list(lines([prose("pass `x`")], 40, colour=True)) == ["pass \x1b[36m`x`\x1b[0m"]


def test_lines_are_not_cut() -> None:
    assert plain(text(LONG), indented(text(LONG))) == [LONG, f"  {LONG}"]


def test_wide_characters_take_two_columns() -> None:
    assert plain(prose("日本語 " * 4), width=19) == ["日本語 日本語", "日本語 日本語"]


def test_an_empty_grid_is_nothing() -> None:
    assert "".join(plain(grid([]), labelled([]))) == ""
