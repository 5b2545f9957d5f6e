"""SQL: vector columns, their indexes, and queries ordered by distance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Column, FileFacts, Index, Search, Sql
from ailint.read.sql_queries import searches_of
from ailint.read.sql_tokens import bracketed, cast_of, name_at, parts, statements
from ailint.read.text import Lines, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.read.sql_tokens import Token

VECTOR_TYPES = frozenset({"vector", "halfvec", "sparsevec"})
MARKS = re.compile(rb"\b(?:vector|halfvec|sparsevec|hnsw|ivfflat|diskann)\b|vector_\w+_ops|<(?:->|=>|#>|\+>)|row\s+level\s+security", re.IGNORECASE)
CONSTRAINTS = frozenset({"constraint", "primary", "foreign", "unique", "check", "exclude", "like", "index", "key"})


def read_sql(path: str, data: bytes) -> FileFacts:
    """The vector facts of an SQL file; other SQL costs one search."""
    if not MARKS.search(data):
        return FileFacts(path, "sql")
    return FileFacts(path, "sql", sql=facts_of(Lines(decode(data))))


def facts_of(lines: Lines) -> Sql:
    """What the statements of a text say."""
    columns: list[Column] = []
    indexes: list[Index] = []
    searches: list[Search] = []
    secured: dict[str, None] = {}
    for tokens in statements(lines.text):
        words = [token.text for token in tokens[:4]]
        if words[0] == "create" and "table" in words:
            columns += _created(tokens, lines)
        elif words[0] == "alter" and "table" in words:
            columns += _altered(tokens, lines)
        elif words[0] == "create" and "index" in words:
            indexes += _indexes(tokens, lines)
        elif words[:2] == ["create", "policy"]:
            secured.update(dict.fromkeys(_named_after(tokens, "on")))
        searches += searches_of(tokens, lines)
        if [token.text for token in tokens if token.kind == "word"][-4:] == ["enable", "row", "level", "security"]:
            secured.update(dict.fromkeys(_named_after(tokens, "table")))
    holding = {column.table for column in columns if column.type in VECTOR_TYPES}
    kept = tuple(column for column in columns if column.table in holding)
    return Sql(kept, tuple(indexes), tuple(searches), tuple(secured))


def _place(tokens: Sequence[Token], word: str, start: int = 0) -> int:
    """Where a word is, outside of brackets; the end where it is not."""
    places = (at for at in range(start, len(tokens)) if tokens[at].text == word and tokens[at].kind == "word")
    return next((at for at in places if not tokens[at].depth), len(tokens))


def _named_after(tokens: Sequence[Token], word: str) -> Iterator[str]:
    if name := name_at(tokens, _place(tokens, word) + 1).name:
        yield name


def _created(tokens: Sequence[Token], lines: Lines) -> Iterator[Column]:
    table = name_at(tokens, _place(tokens, "table") + 1)
    for part in parts(bracketed(tokens, table.after)):
        if part and part[0].text not in CONSTRAINTS:
            yield from _column(part, 0, table.name, lines)


def _altered(tokens: Sequence[Token], lines: Lines) -> Iterator[Column]:
    """`ADD [COLUMN] name type`, `ALTER [COLUMN] name [SET DATA] TYPE type`."""
    table = name_at(tokens, _place(tokens, "table") + 1)
    for part in parts(tokens[table.after :]):
        words = [token.text for token in part]
        start = 2 if words[1:2] == ["column"] else 1
        if words[:1] == ["add"] and words[start : start + 1] and words[start] not in CONSTRAINTS:
            yield from _column(part, start, table.name, lines)
        elif words[:1] == ["alter"] and "type" in words:
            at = words.index("type")
            yield from _column([part[start], *part[at + 1 :]] if start < at else (), 0, table.name, lines)


def _column(part: Sequence[Token], start: int, table: str, lines: Lines) -> Iterator[Column]:
    name = name_at(part, start)
    kind = name_at(part, name.after)
    if name.name and kind.name:
        inner = bracketed(part, kind.after) if part[kind.after : kind.after + 1] and part[kind.after].text == "(" else ()
        size = next((int(token.text) for token in inner if token.kind == "number" and token.text.isdigit() and len(token.text) < 8), None)  # noqa: PLR2004 -- sizes, not ids
        last = inner[-1].end + 1 if inner else part[kind.after - 1].end
        yield Column(table, name.name, kind.name, size, lines.span(part[name.after - 1].start, min(last, len(lines.text))))


def _indexes(tokens: Sequence[Token], lines: Lines) -> Iterator[Index]:
    table = name_at(tokens, _place(tokens, "on") + 1)
    using = tokens[table.after].text == "using" if table.after < len(tokens) else False
    method = tokens[table.after + 1].text if using and table.after + 1 < len(tokens) else ""
    for part in parts(bracketed(tokens, table.after)) if method else ():
        if part:
            depth = part[0].depth
            key = bracketed(part, 0) if part[0].text == "(" else part[:1]
            words = [token.text for token in part[1:] if token.depth == depth and token.kind in {"word", "quoted"}]
            operator_class = next((word for word in words if word.endswith("_ops")), "")
            column = next((token.text.lower() for token in key if token.kind in {"word", "quoted"}), "")
            yield Index(table.name, column, method, operator_class, cast_of(key), lines.span(tokens[0].start, tokens[-1].end))
