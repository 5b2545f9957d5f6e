"""Snippets: the right lines, the right underline, no secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from ailint.facts import Place, Span, violated
from ailint.judge import judge
from ailint.snippet import mask, snippet
from tests.sample import config, project, rule, sources

if TYPE_CHECKING:
    from ailint.finding import Finding
    from ailint.sources import Sources

MASKED = {
    "provider key": ('key = "sk-proj-Zq8wK2vT5nR7yB4mX9cD1fG3hJ6"', 'key = "sk-p…(35 characters)"'),
    "named": ('password="correct-horse"', 'password="corr…(13 characters)"'),
    "model": ('model="claude-sonnet-4-5-20250929"', 'model="claude-sonnet-4-5-20250929"'),
    "code": ("self.client_for_everything_else = make_client_2()", "self.client_for_everything_else = make_client_2()"),
    "argument": ("api_key=settings.openai_api_key_2", "api_key=settings.openai_api_key_2"),
}


@pytest.mark.parametrize(("line", "shown"), MASKED.values(), ids=MASKED.keys())
def test_mask(line: str, shown: str) -> None:
    assert mask(line) == shown


def found(text: str, span: Span) -> tuple[Finding, Sources]:
    files = sources(app_py=text)
    (finding,) = judge(project(), [rule(violated(Place("app.py", span), "x"))], config(), files, frozenset({"app.py"})).findings
    return finding, files


def shown(text: str, span: Span, width: int = 60) -> list[str]:
    return [line.plain for line in snippet(*found(text, span), width)]


def test_first_line_is_underlined() -> None:
    assert shown("\té = ask(x)", Span(1, 6, 1, 12)) == ["    1 │     é = ask(x)", "      │         ^^^^^^"]


def test_long_spans_are_cut() -> None:
    lines = shown("\n".join(f"line{n}" for n in range(1, 10)), Span(1, 0, 9, 5))
    assert lines[0] == "    1 │ line1"
    assert lines[1:] == ["      │ ^^^^^", "    2 │ line2", "    3 │ line3", "    4 │ line4", "    · │ … 5 more lines"]


def test_long_lines_are_cropped() -> None:
    assert max(len(line) for line in shown("x" * 500, Span(1, 400, 1, 410))) <= 60


def test_control_characters_are_shown_not_sent() -> None:
    assert shown("a\x1b[2Jb", Span(1, 0, 1, 1))[0] == "    1 │ a\\x1b[2Jb"


def test_wide_characters_are_cropped_by_columns() -> None:
    (line, marks) = shown("日" * 100, Span(1, 0, 1, 300))
    assert (cell_len(line), cell_len(marks)) == (59, 59)


def test_nothing_for_a_whole_file() -> None:
    assert shown("[project]", Span(1, 0, 1, 0)) == []
