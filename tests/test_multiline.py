"""Texts over several lines: where they begin and end, and that nothing in them is a comment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailint.comments import STYLES
from ailint.multiline import Text, beginnings, plain, texts

FOUND = {
    "python": ("a.py", 'x = """\ny\n""" + """z"""', [Text(1, 4, 3, 3)]),
    "python, f-string": ("a.py", "x = f'''{\ny}\n'''", [Text(1, 4, 3, 3)]),
    "python, broken": ("a.py", "x = '''\n'''\ny = '''\n", [Text(1, 4, 2, 3)]),
    "notebook": ("a.ipynb", "'''\n'''", [Text(1, 0, 2, 3)]),
    "yaml, block": ("a.yaml", "a: |\n  b\n\n  c\n\nd: 1", [Text(1, 4, 4, 3)]),
    "yaml, block at the end": ("a.yml", "a:\n  - >-\n    b", [Text(2, 6, 3, 5)]),
    "yaml, quoted": ("a.yaml", "a: 'b\n  c'  # d", [Text(1, 3, 2, 4)]),
    "yaml, plain": ("a.yaml", "a: b\n  c # d\ne: 1", [Text(1, 3, 2, 3)]),
    "yaml, broken later": ("a.yaml", "a: |\n  b\nc: d\n\t- : {{", [Text(1, 4, 2, 3)]),
    "toml": ("a.toml", 'a = """b\n"""\nc = "#"', [Text(1, 4, 2, 3)]),
    "terraform": ("a.tf", "a = <<-X\n  b\n  X\n/* c\n*/", [Text(1, 4, 3, 3), Text(4, 0, 5, 2)]),
    "shell": ("a.sh", "a 'b\nc'\nd <<\"X\"\ne\nX\nit # don't", [Text(1, 2, 2, 2), Text(3, 2, 5, 1)]),
    "shell, a shift is none": ("a.sh", "x=$((1<<2))\ncat <<<X\nX", []),
    "typescript": ("a.ts", "const a = `b\n${c}`; // d\n/*\n*/", [Text(1, 10, 2, 5), Text(3, 0, 4, 2)]),
    "sql": ("a.sql", "SELECT 'a\nb';\nDO $$\nc\n$$", [Text(1, 7, 2, 2), Text(3, 3, 5, 2)]),
    "sql, doubled quotes": ("a.sql", "SELECT 'it''s' -- don't\nx", []),
    "bicep": ("a.bicep", "var a = '''\nb\n'''", [Text(1, 8, 3, 3)]),
    "markdown": ("a.md", "---\na: 1\n---\n```py\n# b\n```\n<!-- c\n-->", [Text(1, 0, 3, 3), Text(4, 0, 6, 3), Text(7, 0, 8, 3)]),
    "markdown, never closed": ("a.md", "~~~\na\nb", [Text(1, 0, 3, 1)]),
    "jinja": ("a.j2", "{% if a\n%}{{ b }}{% raw %}\n{# c #}\n{% endraw %}", [Text(1, 0, 2, 2), Text(2, 9, 4, 12)]),
    "prompty": ("a.prompty", "---\na: |\n  # b\nc: 1\n---\n{{ d\n}}", [Text(2, 4, 3, 5), Text(6, 0, 7, 2)]),
    "prompty, no settings": ("a.prompty", "{# a\n#}", [Text(1, 0, 2, 2)]),
    "dockerfile": ("Dockerfile", "RUN <<X\n# a\nX", [Text(1, 4, 3, 1)]),
    "env": (".env", "A='b\nc'\nB=it's", [Text(1, 2, 2, 2)]),
    "an apostrophe": ("a.sh", "it 's\nx", []),
    "no comments, no texts": ("a.json", '"""\n"""', []),
}


@pytest.mark.parametrize(("path", "text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_found(path: str, text: str, expected: list[Text]) -> None:
    assert sorted(texts(path, tuple(text.split("\n")))) == expected


def test_lines_lead_to_where_their_text_begins() -> None:
    assert beginnings([Text(2, 3, 4, 1), Text(4, 5, 5, 1)]) == {3: 2, 4: 2, 5: 4}


@pytest.mark.parametrize("path", sorted(f"a{ending}" for ending in STYLES))
@settings(max_examples=40, deadline=None)
@given(text=st.text(st.sampled_from("ab'\"`#-/*<>{}%|$\\: \n=~")))
def test_any_text_keeps_its_shape(path: str, text: str) -> None:
    lines = tuple(text.split("\n"))
    assert [len(line) for line in plain(path, lines)] == [len(line) for line in lines]
    for found in texts(path, lines):
        assert 1 <= found.line < found.end_line <= len(lines)
        assert found.end_column <= len(lines[found.end_line - 1])
