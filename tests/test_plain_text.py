"""Text for viewers that may take it for Markdown."""

from __future__ import annotations

import pytest

from ailint.plain_text import plain

TEXTS = {
    "a link": ("[here](https://bad.example)", "[here] (https://bad.example)"),
    "a link by reference": ("[here][x]", "[here] [x]"),
    "a tag": ("a <b>c</b> < d", "a < b>c< /b> < d"),
    "a mention": ("ask @somebody", "ask @ somebody"),
    "code": ("the tool `@tool` gives `dict[str](x)`", "the tool `@tool` gives `dict[str](x)`"),
    "backticks that do not pair": ("``@somebody`", "''@ somebody'"),
    "a backtick that is none": ("\\`@somebody`", "\\'@ somebody'"),
    "lines": ("one\n# two", "one # two"),
}


@pytest.mark.parametrize(("text", "shown"), TEXTS.values(), ids=TEXTS.keys())
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown
