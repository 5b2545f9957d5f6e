"""Prompt files: length, first page, variables and the settings at their head."""

from __future__ import annotations

import pytest

from ailint.facts import FileFacts, Setting, Span, Text
from ailint.read.prompt import read_prompt


def test_read_prompt() -> None:
    text = "é" * 5000
    assert read_prompt("prompts/a.md", text.encode()) == FileFacts("prompts/a.md", "prompt", text=Text("é" * 4096, 5000))


@pytest.mark.parametrize(
    ("path", "text", "syntax", "expected"),
    [
        pytest.param("a.md", "Hi {name}, {a.b:>3} {name}", "braces", ("name", "a"), id="in braces"),
        pytest.param("a.md", 'Reply {{"k": "{value}"}}', "braces", ("value",), id="in braces, beside doubled ones"),
        pytest.param("a.md", 'Reply {"k": 1} or {a b}', "", (), id="an object"),
        pytest.param("a.md", "Hi {{name}} {{#each docs}}{{this}}{{/each}}", "mustache", ("name", "docs"), id="mustache"),
        pytest.param("a.prompt", "{{name}} {x}", "mustache", ("name",), id="mustache by its ending"),
        pytest.param(
            "a.j2",
            "{% for d in docs %}{{ d.text|e }}{% endfor %}{{ question }}{% if user and 'x' in tags %}{% set y = z %}{{ y }}{% endif %}",
            "jinja",
            ("docs", "question", "user", "tags", "z"),
            id="jinja, without what it sets itself",
        ),
        pytest.param("a.md", "{{ text | trim }} {x}", "jinja", ("text",), id="jinja by a filter"),
    ],
)
def test_variables(path: str, text: str, syntax: str, expected: tuple[str, ...]) -> None:
    found = read_prompt(path, text.encode()).text
    assert found is not None
    assert (found.syntax, set(found.variables)) == (syntax, set(expected))


def test_the_table_at_its_head_gives_settings() -> None:
    facts = read_prompt("a.prompty", b"---\nmodel:\n  name: m\n---\nHi {{name}}\n")
    assert facts.settings == (Setting(("model", "name"), "m", Span(3, 8, 3, 9), "m"),)
    assert facts.text is not None
    assert facts.text.variables == ("name",)


def test_a_head_that_is_no_table() -> None:
    assert read_prompt("a.md", b"---\n[: x\n---\nHi\n").settings == ()
