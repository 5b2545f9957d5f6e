"""Drizzle: vector columns of tables, their indexes, and queries ordered by distance, as far as they are written out in one TypeScript file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Column, FileFacts, Index, Search, Sql
from ailint.read.sql import VECTOR_TYPES
from ailint.read.text import Lines, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

IGNORED = re.compile(r"""(?P<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*(?:`|\Z))|//[^\n]*|/\*.*?(?:\*/|\Z)""", re.DOTALL)
TABLE = re.compile(r"""(?:\b(\w+)\s*=\s*)?\b\w*[tT]able\w*\s*\(\s*['"`](\w{1,63})['"`]\s*,""")
COLUMN = re.compile(r"""\b(\w{1,63})\s*:\s*(\w{1,30})\s*\(\s*(?:['"`](\w{1,63})['"`]\s*)?(?:,?\s*\{\s*dimensions\s*:\s*(\d{1,7}))?""")
INDEX = re.compile(r"""\.using\s*\(\s*['"`](\w{1,20})['"`]\s*,\s*\w+\.(\w{1,63})(?:\s*\.\s*op\s*\(\s*['"`](\w{1,63})['"`])?""")
DISTANCE = r"(cosineDistance|l2Distance|l1Distance|innerProduct)\s*\(\s*(\w{1,63})\.(\w{1,63})\s*,"
ORDERED = re.compile(rf"\.orderBy\s*\(\s*(?:asc\s*\(\s*)?{DISTANCE}")
NAMED = re.compile(rf"\b(\w{{1,63}})\s*=\s*sql(?:<\w+>)?`\s*1\s*-\s*\(?\s*\$\{{\s*{DISTANCE}")
BY_NAME = r"\.orderBy\s*\([^;]{{0,60}}?\bdesc\s*\(\s*(?:\w+\.)?{}\b"
OPERATORS = {"cosineDistance": "<=>", "l2Distance": "<->", "l1Distance": "<+>", "innerProduct": "<#>"}


class Table(NamedTuple):
    """A table that a schema declares: where, the variable that holds it, its name in the database."""

    start: int
    variable: str
    name: str


class Found(NamedTuple):
    """A column with the key that code knows it by."""

    table: Table
    key: str
    column: Column


def read_drizzle(path: str, data: bytes) -> FileFacts:
    """What a schema declares and what queries of the same file are ordered by."""
    lines = Lines(IGNORED.sub(_blank, decode(data)))
    tables = [Table(match.start(), match[1] or "", match[2]) for match in TABLE.finditer(lines.text)]
    found = list(_columns(lines, tables))
    holding = {one.table for one in found if one.column.type in VECTOR_TYPES}
    names = {(one.table.variable, one.key): one.column for one in found}
    columns = tuple(one.column for one in found if one.table in holding)
    sql = Sql(columns, tuple(_indexes(lines, tables, found)), (*_ordered(lines, names), *_ordered_by_name(lines, names)))
    return FileFacts(path, "drizzle", sql=None if sql == Sql() else sql)


def _blank(match: re.Match[str]) -> str:
    """A comment as so many blanks; a text as it is."""
    return match[0] if match["text"] is not None else re.sub(r"[^\n]", " ", match[0])


def _table_at(tables: list[Table], offset: int) -> Table | None:
    """The table whose declaration began last before an offset."""
    before = bisect_right(tables, offset, key=lambda table: table.start)
    return tables[before - 1] if before else None


def _columns(lines: Lines, tables: list[Table]) -> Iterator[Found]:
    for match in COLUMN.finditer(lines.text):
        table = _table_at(tables, match.start())
        if table is not None:
            size = int(match[4]) if match[4] else None
            column = Column(table.name, match[3] or match[1], match[2].lower(), size, lines.whole(lines.span(*match.span(1)).line))
            yield Found(table, match[1], column)


def _indexes(lines: Lines, tables: list[Table], found: list[Found]) -> Iterator[Index]:
    for match in INDEX.finditer(lines.text):
        table = _table_at(tables, match.start())
        if table is not None:
            name = next((one.column.name for one in found if one.table == table and one.key == match[2]), match[2])
            yield Index(table.name, name, match[1], match[3] or "", "", lines.whole(lines.span(*match.span()).line))


def _ordered(lines: Lines, names: dict[tuple[str, str], Column]) -> Iterator[Search]:
    """`.orderBy(cosineDistance(documents.embedding, question))`."""
    for match in ORDERED.finditer(lines.text):
        yield _search(lines, match, names, by=1)


def _ordered_by_name(lines: Lines, names: dict[tuple[str, str], Column]) -> Iterator[Search]:
    """A similarity that is computed from a distance, where a query is ordered by it: ``sql`1 - (${cosineDistance(…)})` ``."""
    for match in NAMED.finditer(lines.text):
        if re.search(BY_NAME.format(re.escape(match[1])), lines.text):
            yield _search(lines, match, names, by=2)


def _search(lines: Lines, match: re.Match[str], names: dict[tuple[str, str], Column], by: int) -> Search:
    """The query of a match whose groups from `by` on are the distance, the table's variable and the column's key."""
    known = names.get((match[by + 1], match[by + 2]))
    span = lines.whole(lines.span(match.start(by), match.end(by)).line)
    tables = (known.table,) if known is not None else ()
    column = known.name if known is not None else match[by + 2]
    named = by > 1
    return Search(tables, column.lower(), OPERATORS[match[by]], "alias" if named else "raw", "", named, limited=True, filters=("*",), span=span)
