"""Comments: where each format keeps them."""

from __future__ import annotations

import pytest

from ailint.comments import Comment, comments

ALONE, TRAILING = True, False

FOUND = {
    "python": ("a.py", 'x = "# no"  # yes\n# alone', [Comment(1, "yes", TRAILING), Comment(2, "alone", ALONE)]),
    "broken python": ("a.py", "# yes\nx = (", [Comment(1, "yes", ALONE)]),
    "yaml": ("a.yml", 'key: "a # b"  # yes\nurl: http://x/#no\nsaid: don\'t  # it', [Comment(1, "yes", TRAILING), Comment(3, "it", TRAILING)]),
    "toml": ("pyproject.toml", "a = 'it # no' # yes", [Comment(1, "yes", TRAILING)]),
    "makefile": ("Makefile", "all: # yes", [Comment(1, "yes", TRAILING)]),
    "dockerfile has no trailing comments": ("Dockerfile", "RUN x # no\n# yes", [Comment(2, "yes", ALONE)]),
    "env values may hold hashes": (".env.example", "KEY=a # no\n# yes", [Comment(2, "yes", ALONE)]),
    "typescript": ("a.ts", 'f("// no") // yes\n/* also */\n', [Comment(1, "yes", TRAILING), Comment(2, "also", ALONE)]),
    "jsx": ("a.tsx", "{/* yes */}", [Comment(1, "yes", ALONE)]),
    "markdown": ("a.md", "# no\n<!-- yes -->", [Comment(2, "yes", ALONE)]),
    "jinja": ("p.j2", "{# yes #} text", [Comment(1, "yes", TRAILING)]),
    "prompty": ("p.prompty", "a: 1 # yes\n{# also #}", [Comment(1, "yes", TRAILING), Comment(2, "also", ALONE)]),
    "sql": ("a.sql", "SELECT '-- no' -- yes\n/* also */", [Comment(1, "yes", TRAILING), Comment(2, "also", ALONE)]),
    "terraform": ("a.tf", 'a = "# no" # yes', [Comment(1, "yes", TRAILING)]),
    "bicep": ("a.bicep", "a: 'https://no' // yes", [Comment(1, "yes", TRAILING)]),
    "json has none": ("a.json", "// # no", []),
}


@pytest.mark.parametrize(("path", "text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_found(path: str, text: str, expected: list[Comment]) -> None:
    assert list(comments(path, tuple(text.split("\n")))) == expected
