"""Prompt files: their length, their first page, what is put into them, and the settings at their head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import FileFacts, Text
from ailint.read.settings import yaml_settings
from ailint.read.text import Lines, decode
from ailint.read.yaml_tree import YamlError, documents, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Setting

HEAD = 4096
LONGEST = 1 << 20
MOST_VARIABLES = 500
FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
STATEMENT = re.compile(r"\{%-?\s*(for|if|elif|set|macro|import|from)\s+([^%]{0,300})")
DOUBLE = re.compile(r"\{\{(?!\{)[-~#^&/>!]*\s*(?:(?:each|if|unless|with)\s+)?([A-Za-z_][\w.]*)?")
FILTER = re.compile(r"\{\{-?\s*\w[\w.]*\s*\|\s*\w")
BRACES = re.compile(r"(?<!\{)\{([A-Za-z_]\w{0,60})(?:[.!:\[][^{}\n]{0,100})?\}(?!\})")
NAME = re.compile(r"[A-Za-z_]\w*")
TEXTS = re.compile(r"""\"[^"]*\"|'[^']*'|\.\w+|\|\s*\w+""")
JINJA_WORDS = frozenset({
    "if", "else", "elif", "endif", "for", "endfor", "in", "not", "and", "or", "is", "defined", "none", "None", "true", "false", "loop", "recursive",
    "ignore", "missing", "with", "without", "context",
})  # fmt: skip
HELPERS = frozenset({"else", "this", "if", "each", "unless", "with", "role", "history", "media", "section", "true", "false", "null"})
MUSTACHE_ENDINGS = (".mustache", ".hbs", ".handlebars", ".prompt", ".prompty")
JINJA_ENDINGS = (".j2", ".jinja", ".jinja2")


def read_prompt(path: str, data: bytes) -> FileFacts:
    """The text of a file that may be a prompt."""
    lines = Lines(decode(data))
    front = FRONT.match(lines.text)
    body = lines.text[front.end() :] if front else lines.text
    syntax = syntax_of(body, path)
    names = dict.fromkeys(variables(body[:LONGEST], syntax))
    text = Text(lines.text[:HEAD], len(lines.text), tuple(names)[:MOST_VARIABLES], syntax)
    return FileFacts(path, "prompt", text=text, settings=_front_settings(front[1]) if front else ())


def _front_settings(text: str) -> tuple[Setting, ...]:
    """The leaves of the table between `---` lines; what is no YAML is text."""
    try:
        return yaml_settings(leaves(documents(Lines(f"\n{text}"))))
    except YamlError:
        return ()


def syntax_of(text: str, path: str = "") -> str:
    """How a template marks what is put in; '' where nothing is."""
    if STATEMENT.search(text) or FILTER.search(text) or (path.endswith(JINJA_ENDINGS) and "{{" in text):
        return "jinja"
    single = BRACES.search(text) is not None
    if (not single or path.endswith(MUSTACHE_ENDINGS)) and any(found[1] for found in DOUBLE.finditer(text)):
        return "mustache"  # beside `{name}`, doubled braces are braces
    return "braces" if single else ""


def variables(text: str, syntax: str) -> Iterator[str]:
    """The names that a template of this syntax asks for, in order, also twice."""
    if syntax == "braces":
        yield from (found[1] for found in BRACES.finditer(text))
    elif syntax == "mustache":
        names = (found[1].partition(".")[0] for found in DOUBLE.finditer(text) if found[1])
        yield from (name for name in names if name not in HELPERS)
    elif syntax == "jinja":
        yield from _jinja(text)


def _jinja(text: str) -> Iterator[str]:
    """Names in `{{ … }}` and in statements, without those that the template sets itself."""
    own: set[str] = set()
    asked: list[tuple[int, str]] = []
    for found in STATEMENT.finditer(text):
        head, _, rest = found[2].partition(" in " if found[1] == "for" else "=")
        if found[1] in {"for", "set", "macro", "import", "from"}:
            own.update(NAME.findall(head))
            head = rest
        asked += [(found.start(), name) for name in NAME.findall(TEXTS.sub(" ", head))]
    asked += [(found.start(), found[1].partition(".")[0]) for found in DOUBLE.finditer(text) if found[1]]
    yield from (name for _, name in sorted(asked) if name not in own | JINJA_WORDS)
