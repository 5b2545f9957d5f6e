"""SQL as tokens, in statements: strings, comments and placeholders of every driver told apart; names and parts among them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
BEFORE_NAME = frozenset({"if", "not", "exists", "only", "concurrently"})
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


class Named(NamedTuple):
    """A name without its schema, and the place after it."""

    name: str
    after: int


def name_at(tokens: Sequence[Token], place: int) -> Named:
    """The name at a place, past `if not exists` and the schema's name."""
    while place < len(tokens) and tokens[place].text in BEFORE_NAME and tokens[place].kind == "word":
        place += 1
    while place + 2 < len(tokens) and tokens[place + 1].text == ".":
        place += 2
    if place < len(tokens) and tokens[place].kind in {"word", "quoted", "hole"}:
        return Named(tokens[place].text.lower(), place + 1)
    return Named("", place)


def parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts between commas outside of the brackets within."""
    if not tokens:
        return
    depth, start = tokens[0].depth, 0
    for at, token in enumerate(tokens):
        if token.text == "," and token.depth == depth:
            yield tokens[start:at]
            start = at + 1
    yield tokens[start:]


def bracketed(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """What the bracket that opens at a place, or next after it, holds."""
    opening = next((at for at in range(place, len(tokens)) if tokens[at].text == "("), len(tokens))
    if opening == len(tokens):
        return ()
    depth = tokens[opening].depth
    closing = next((at for at in range(opening + 1, len(tokens)) if tokens[at].depth <= depth), len(tokens))
    return tokens[opening + 1 : closing]


def cast_of(tokens: Sequence[Token]) -> str:
    """The type after the first `::`, with its size."""
    at = next((at for at, token in enumerate(tokens) if token.text == "::"), None)
    if at is None:
        return ""
    name = name_at(tokens, at + 1)
    inner = bracketed(tokens, name.after) if tokens[name.after : name.after + 1] and tokens[name.after].text == "(" else ()
    return f"{name.name}({inner[0].text})" if inner else name.name
