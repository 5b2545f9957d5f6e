"""SQL as tokens, in statements: strings, comments and placeholders of every driver told apart."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(
    r"""(?P<space>\s+|--[^\n]*|/\*)
      | (?P<body>\$(?:[A-Za-z_]\w*)?\$)
      | (?P<string>[eE]?'(?:[^'\\]|''|\\.)*'?)
      | (?P<quoted>"(?:[^"]|"")*"|`[^`]*`)
      | (?P<hole>\x00|\$\d+|%s|%\(\w+\)s|(?<!:):[A-Za-z_]\w*|\$\{[^{}]*\}|\{[^{}]*\}|\?)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<word>[^\W\d]\w*)
      | (?P<operator><=>|<->|<\#>|<\+>|<~>|<%>|::|<=|>=|<>|!=|->>|->|@>|<@|\|\|)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
MOST_TOKENS = 400_000


class Token(NamedTuple):
    """A token: its kind, its text (a name without quotes, a word in lower case), where it is, and how many brackets are open."""

    kind: str
    text: str
    start: int
    end: int
    depth: int


def statements(text: str) -> Iterator[list[Token]]:
    """The tokens of each statement. The body of a function, between `$$`, is read as further statements."""
    parts = groupby(_tokens(text), key=lambda token: token.text == ";" and token.kind == "other")
    return (list(part) for ends, part in parts if not ends)


def _tokens(text: str) -> Iterator[Token]:
    place = depth = 0
    for _ in range(MOST_TOKENS):
        found = TOKEN.match(text, place)
        if found is None:
            return
        kind, word, start = found.lastgroup or "", found[0], place
        place = found.end()
        if word == "/*":
            closing = text.find("*/", place)
            place = closing + 2 if closing >= 0 else len(text)
        elif kind == "body":
            depth = 0
            yield Token("other", ";", start, place, depth)
        elif kind != "space":
            depth = max(0, depth - (word == ")")) if word != ";" else 0
            yield Token(kind, _named(kind, word), start, place, depth)
            depth += word == "("


def _named(kind: str, word: str) -> str:
    if kind == "quoted":
        return word[1:-1]
    return word.lower() if kind == "word" else word
