"""Comments: where the languages we read keep them, and the marks that ailint knows in them."""

from __future__ import annotations

import io
import re
import tokenize
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLES = {
    **dict.fromkeys((".py", ".pyi", ".ipynb"), "python"),
    **dict.fromkeys((".toml", ".yaml", ".yml", ".sh", ".bash", ".tf", ".tfvars", ".hcl", ".dvc", ".mk", ".cfg", ".ini", ".txt", ".in", ".just"), "#"),
    **dict.fromkeys((".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".jsonc", ".bicep", ".prisma", ".jenkinsfile"), "//"),
    ".sql": "--",
    **dict.fromkeys((".md", ".mdx", ".html"), "<"),
    **dict.fromkeys((".j2", ".jinja", ".jinja2"), "{"),
    ".prompty": "prompty",
}
NAMES = {**dict.fromkeys(("makefile", "gnumakefile", "justfile", "pipfile"), "#"), "jenkinsfile": "//"}

BLOCKS = {"*": re.compile(r"/\*(.*?)\*/"), "<": re.compile(r"<!--(.*?)-->"), "{": re.compile(r"\{#(.*?)#\}")}
QUOTES = "\"'`"


class Comment(NamedTuple):
    """The text of a comment, the line it is on, and whether nothing else is on that line."""

    line: int
    text: str
    alone: bool


def comments(path: str, lines: tuple[str, ...]) -> Iterator[Comment]:
    """The comments of a file; none for formats that have none."""
    style = style_of(path)
    if style == "python":
        yield from _python(lines)
    elif style == "own line":
        yield from (comment for comment in _marked(lines, "#") if comment.alone)
    elif style == "#":
        yield from _marked(lines, "#")
    elif style == "//":
        yield from _marked(lines, "//")
        yield from _enclosed(lines, "*")
    elif style == "--":
        yield from _marked(lines, "--")
        yield from _enclosed(lines, "*")
    elif style == "prompty":
        yield from (comment for comment in _marked(lines, "#") if "{#" not in lines[comment.line - 1])
        yield from _enclosed(lines, "{")
    elif style:
        yield from _enclosed(lines, style)


def code(path: str, line: str) -> str:
    """A line without the comment that ends it, as far as the line alone tells."""
    mark = {"python": "#", "own line": "#", "prompty": ""}.get(style := style_of(path), style)
    start = _start(line, mark) if mark in {"#", "//", "--"} else -1
    return line if start < 0 else line[:start]


def style_of(path: str) -> str:
    """How a file of this name marks comments; empty where it cannot hold any."""
    name = path.rpartition("/")[2].lower()
    stem, _, ending = name.rpartition(".")
    suffix = f".{ending}" if stem and ending else ""
    if name.startswith(("dockerfile", "containerfile", ".env")) or suffix in {".dockerfile", ".env"}:
        return "own line"
    return NAMES.get(name) or STYLES.get(suffix, "")


def _python(lines: tuple[str, ...]) -> Iterator[Comment]:
    """Comments as the tokeniser sees them, up to where it gives up on a broken file."""
    readline = io.StringIO("\n".join(lines) + "\n").readline
    try:
        for token in tokenize.generate_tokens(readline):
            if token.type == tokenize.COMMENT:
                alone = not token.line[: token.start[1]].strip()
                yield Comment(token.start[0], token.string[1:].strip(), alone)
    except (tokenize.TokenError, SyntaxError):
        return


def _marked(lines: tuple[str, ...], mark: str) -> Iterator[Comment]:
    for number, line in enumerate(lines, 1):
        start = _start(line, mark)
        if start >= 0:
            yield Comment(number, line[start + len(mark) :].strip(), not line[:start].strip())


def _enclosed(lines: tuple[str, ...], kind: str) -> Iterator[Comment]:
    for number, line in enumerate(lines, 1):
        outside = set(_outside_quotes(line)) if kind == "*" and "/*" in line else None
        for match in BLOCKS[kind].finditer(line):
            if outside is not None and match.start() not in outside:
                continue
            rest = (line[: match.start()] + line[match.end() :]).strip()
            yield Comment(number, match[1].strip(), rest in {"", "{}"})


def _start(line: str, mark: str) -> int:
    """Where a comment begins that runs to the end of the line; -1 if none does."""
    if mark not in line:
        return -1
    found = (place for place in _outside_quotes(line) if line.startswith(mark, place))
    return next((place for place in found if mark != "#" or not place or line[place - 1].isspace()), -1)


def _outside_quotes(line: str) -> Iterator[int]:
    """The places of a line that are in no quotes. A quote opens only where a word could."""
    quote = ""
    for place, character in enumerate(line):
        before = line[place - 1] if place else " "
        if quote:
            if character == quote and before != "\\":
                quote = ""
        elif character in QUOTES and not before.isalnum():
            quote = character
        else:
            yield place
