"""Slots of a text template: the names that are put in, by the format it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BRACES = "f-string"
DOUBLE_BRACES = frozenset({"jinja2", "mustache"})
FIELD_END = re.compile(r"[.\[]")
QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
NAME = re.compile(r"(?<![\w.|])[A-Za-z_]\w*(?![\w(])")
FILTER = re.compile(r"^\s*\w+")
WORDS = frozenset({
    "if", "else", "elif", "not", "and", "or", "in", "is", "for", "set", "defined", "none", "true", "false", "None", "True", "False", "loop",
    "recursive",
})  # fmt: skip
LOOP = re.compile(r"\s*(?:for|set)\b([^=]*?)(?:=|\bin\b)")
SPACELESS = "-+ \t\r\n"
SECTIONS = ("#", "/", ">", "^", "{", "&", "!")
PLAIN_TAGS = frozenset({"if", "elif", "else", "endif", "for", "endfor", "raw", "endraw", "set"})
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Slots:
    """What a template takes.

    `names` must be given, `optional` may be; `broken` are braces that are read as a slot and cannot be one; `open`: it may take more
    than is seen.
    """

    names: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    broken: tuple[str, ...] = ()
    open: bool = False

    def __or__(self, other: Slots) -> Slots:
        names = self.names | other.names
        return Slots(names, (self.optional | other.optional) - names, (*self.broken, *other.broken), self.open or other.open)

    @property
    def all(self) -> frozenset[str]:
        """Every name that it takes."""
        return self.names | self.optional


def slots_of(text: str, written_as: str = BRACES) -> Slots:
    """The slots of a template; open where the format is not known."""
    if written_as == BRACES:
        return braces(text)
    return double_braces(text) if written_as in DOUBLE_BRACES else Slots(open=True)


def braces(text: str, depth: int = 0) -> Slots:
    """`{name}`, `{name.field}`, `{name!r:>10}`; `{{` and `}}` stand for themselves."""
    try:
        fields = [(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return Slots(open=True)
    found = Slots()
    for field, spec in fields:
        name = FIELD_END.split(field, maxsplit=1)[0]
        if name.isidentifier():
            found |= Slots(frozenset({name}))
        elif name and not name.isdigit():
            found |= Slots(broken=(field,))
        else:
            found |= Slots(open=True)
        if "{" in spec and depth < DEEPEST:
            found |= braces(spec, depth + 1)
    return found


def double_braces(text: str) -> Slots:
    """`{{ name }}`, and what `{% if %}` and `{% for %}` ask for; open where a tag may do anything else."""
    outputs = list(between(text, "{{", "}}"))
    tags = [tag.strip(SPACELESS) for tag in between(text, "{%", "%}")]
    bound = {name for tag in tags for target in LOOP.findall(tag) for name in NAME.findall(target)} | {"loop"}
    shown = {name for output in outputs for name in names_in(output)}
    asked = {name for tag in tags for asking in tag.split(maxsplit=1)[1:] for name in names_in(asking)}
    guarded = asked | {name for output in outputs if "default" in output for name in names_in(output)}
    words = [tag.split(maxsplit=1)[0] for tag in tags if tag]
    is_open = any(word not in PLAIN_TAGS for word in words) or any(
        output.lstrip(SPACELESS)[:1] in {"#", "/", ">", "^", "{", "&", "!"} for output in outputs
    )
    return Slots(frozenset(shown - guarded - bound), frozenset((asked | guarded) - bound), open=is_open)


def between(text: str, start: str, end: str) -> Iterator[str]:
    """The stretches between two marks, in order."""
    at = text.find(start)
    while at >= 0:
        close = text.find(end, at + len(start))
        if close < 0:
            return
        yield text[at + len(start) : close]
        at = text.find(start, close + len(end))


def names_in(expression: str) -> set[str]:
    """The variables of an expression: no attributes, filters, calls, words of the language or quoted text."""
    plain = QUOTED.sub("", expression)
    first, *filters = plain.split("|")
    parts = (first, *(FILTER.sub("", part, count=1) for part in filters))
    return {name for part in parts for name in NAME.findall(part)} - WORDS
