"""Queries ordered by a distance between vectors."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Search
from ailint.read.sql_tokens import cast_of, name_at, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from ailint.read.sql_tokens import Token
    from ailint.read.text import Lines

DISTANCES = frozenset({"<->", "<=>", "<#>", "<+>"})
AFTER_ORDER = frozenset({"limit", "offset", "fetch", "for", "union", "intersect", "except", "returning"})
NO_NAMES = frozenset({"and", "or", "not", "in", "is", "null", "true", "false", "like", "ilike", "between", "any", "exists", "case", "when", "then"})
TAKES_VALUE = frozenset({
    "=", "<", ">", "(", ",", ".", "+", "-", "*", "/", "'", "in", "is", "like", "ilike", "between", "any", "from", "join", "select", "as", "limit",
})  # fmt: skip
PUT_IN = "*"
DIRECTIONS = frozenset({"asc", "desc", "nulls", "first", "last"})
ARITHMETIC = frozenset({"+", "-", "*", "/"})
LIMITS = frozenset({"limit", "fetch", "offset"})
MOST_ORDERS = 500
LONGEST_KEY = 400
LONGEST_QUERY = 4000
JOINS = frozenset({"join", "from"})


def searches_of(tokens: Sequence[Token], lines: Lines) -> Iterator[Search]:
    """Every `ORDER BY` whose first key is a distance, or computed from one."""
    orders = (at for at in range(len(tokens) - 1) if tokens[at].text == "order" and tokens[at + 1].text == "by" and tokens[at].kind == "word")
    for at in islice(orders, MOST_ORDERS):
        level = _level(tokens, at)
        reach = range(at + 2, min(at + 2 + LONGEST_KEY, len(tokens)))
        following = next((n for n in reach if _ends_order(tokens[n], tokens[at].depth)), reach.stop)
        key = next(parts(tokens[at + 2 : following]), ())
        if key and not _is_within_call(tokens, at, level) and (found := _distance(key, level)):
            limited = following < len(tokens) and tokens[following].text in LIMITS
            yield _search(found, key, level, lines, limited=limited or _goes_on(tokens[at + 2 : following]))


def _is_within_call(tokens: Sequence[Token], at: int, level: Sequence[Token]) -> bool:
    """Whether an order is that of an aggregate or a window: in brackets, without a query."""
    return tokens[at].depth > 0 and not any(token.text == "select" for token in level[:1])


def _goes_on(order: Sequence[Token]) -> bool:
    """Whether something is put in behind the keys, which may be a limit."""
    return any(is_open(token) and n and not _takes_value(order[n - 1]) for n, token in enumerate(order))


def _ends_order(token: Token, depth: int) -> bool:
    return token.depth < depth or (token.depth == depth and token.kind == "word" and token.text in AFTER_ORDER)


def _level(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The query that an `ORDER BY` belongs to, from its `SELECT` on."""
    depth = tokens[at].depth
    for n in range(at - 1, max(-1, at - LONGEST_QUERY), -1):
        if tokens[n].depth < depth:
            return tokens[n + 1 : at]
        if tokens[n].text == "select" and tokens[n].depth == depth:
            return tokens[n:at]
    return tokens[max(0, at - LONGEST_QUERY) : at]


class Distance(NamedTuple):
    """A distance operator with the tokens it stands among."""

    among: Sequence[Token]
    at: int
    shape: Literal["raw", "expression", "alias"]


def _distance(key: Sequence[Token], level: Sequence[Token]) -> Distance | None:
    """The distance that a key sorts by: its own, or that of the expression it names."""
    at = _operator(key)
    if at is not None:
        return Distance(key, at, "raw" if _is_raw(key, at) else "expression")
    if key[0].kind not in {"word", "quoted"} or (len(key) > 1 and key[1].text not in {"asc", "desc", "nulls"}):
        return None
    for part in parts(level[1:]):
        names = [token for token in part if token.depth == part[0].depth]
        operator = _operator(part)
        if operator is not None and _alias(names) == key[0].text:
            return Distance(part, operator, "raw" if _is_raw(_unnamed(part), operator) else "alias")
    return None


def _operator(tokens: Sequence[Token]) -> int | None:
    return next((at for at, token in enumerate(tokens) if token.text in DISTANCES and token.kind == "operator"), None)


def _alias(names: Sequence[Token]) -> str:
    """The name that a part of a select list is given."""
    cut = next((at for at, token in enumerate(names) if token.text == "from" and token.kind == "word"), len(names))
    last = names[:cut][-1:] if cut > 1 else ()
    return last[0].text if last and last[0].kind in {"word", "quoted"} else ""


def _unnamed(part: Sequence[Token]) -> Sequence[Token]:
    at = next((at for at, token in enumerate(part) if token.text in {"as", "from"} and token.kind == "word" and token.depth == part[0].depth), None)
    return part[:at] if at is not None else part[:-1]


def _is_raw(key: Sequence[Token], at: int) -> bool:
    """Whether a key is an operator with nothing computed around it; brackets and a direction may be there."""
    depth = key[at].depth
    around = [token for token in key if token.depth < depth and token.text not in {"(", ")", *DIRECTIONS}]
    return not around and all(token.text not in ARITHMETIC for token in key if token.depth == depth)


def _search(found: Distance, key: Sequence[Token], level: Sequence[Token], lines: Lines, *, limited: bool) -> Search:
    among, at = found.among, found.at
    left = _side(among, at)
    bare = left[: next((n for n, token in enumerate(left) if token.text == "::"), len(left))]
    return Search(
        tables=tuple(dict.fromkeys(_tables(level))),
        column=next((token.text.lower() for token in reversed(bare) if token.kind in {"word", "quoted"}), ""),
        operator=among[at].text,
        shape=found.shape,
        cast=cast_of(left),
        descending=any(token.text == "desc" for token in key),
        limited=limited,
        filters=tuple(dict.fromkeys(_filters(level))),
        span=lines.span(key[0].start, key[-1].end),
    )


def _side(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """What stands left of an operator."""
    return tokens[next((n + 1 for n in range(at - 1, -1, -1) if _begins_side(tokens[n], tokens[at].depth)), 0) : at]


def _begins_side(token: Token, depth: int) -> bool:
    return token.depth < depth or (token.depth == depth and token.text in {",", *ARITHMETIC})


def _tables(level: Sequence[Token]) -> Iterator[str]:
    """The tables that a query reads."""
    depth = level[0].depth if level else 0
    for at, token in enumerate(level):
        if token.depth == depth and token.kind == "word" and token.text in JOINS and (name := name_at(level, at + 1).name):
            yield name


def _filters(level: Sequence[Token]) -> Iterator[str]:
    """Names that the query's conditions mention, keys of JSON included; `PUT_IN` for a condition that is put in."""
    begins = next((at for at, token in enumerate(level) if token.text in {"where", "on"} and token.kind == "word"), len(level))
    for at, token in enumerate(level):
        if is_open(token) and at and not _takes_value(level[at - 1]):
            yield PUT_IN
        elif at > begins and token.kind in {"word", "quoted"} and token.text not in NO_NAMES:
            yield token.text.lower()
        elif at > begins and token.kind == "string" and level[at - 1].text in {"->", "->>"}:
            yield token.text.strip("'")


def is_open(token: Token) -> bool:
    """Whether a token is a hole in a text, which can stand for anything; a driver's placeholder stands for a value."""
    return token.kind == "hole" and token.text[0] in "\x00{$" and not token.text[1:].isdigit()


def _takes_value(before: Token) -> bool:
    """Whether what follows a token can only be a value, or a table's name."""
    return before.kind == "operator" or before.text in TAKES_VALUE
