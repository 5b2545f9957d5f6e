"""Text that is not ours, in Markdown: it neither formats, mentions nor links."""

from __future__ import annotations

import pytest

from ailint.markdown_text import code, prose

PROSE = {
    "markup": ("<img src=x> & **bold** _so_", "&lt;img src=x> &amp; \\*\\*bold\\*\\* \\_so\\_"),
    "a link": ("[here](https://bad.example)", "\\[here\\](https://&#8203;bad.example)"),
    "a mention and an issue": ("thanks @somebody for #12", "thanks @&#8203;somebody for #&#8203;12"),
    "a table": ("a | b", "a \\| b"),
    "code": ("use `a | b`, then `x`", "use `a \\| b`, then `x`"),
    "lines": ("one\n# two\n- three", "one # two - three"),
    "a hidden character": ("a\u202eb", "a\\\\u202eb"),
}


@pytest.mark.parametrize(("text", "shown"), PROSE.values(), ids=PROSE.keys())
def test_prose(text: str, shown: str) -> None:
    assert prose(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``")])
def test_code_is_fenced_by_more_backticks_than_it_has(text: str, shown: str) -> None:
    assert code(text) == shown
