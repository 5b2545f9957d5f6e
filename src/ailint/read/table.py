"""Data sets (JSON Lines, CSV, lists in JSON): the names of their fields and their first rows, never the whole."""

from __future__ import annotations

import csv
import json
from itertools import islice
from typing import TYPE_CHECKING

from ailint.facts import FileFacts, Row, Table
from ailint.read.text import Lines, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

HEAD = 1 << 16
MOST_ROWS = 100
MOST_COLUMNS = 100
LONGEST_FIELD = 500
SPACE = " \t\r\n,\ufeff"


def read_table(path: str, data: bytes) -> FileFacts:
    """The head of a data set; `data` are its first bytes, and it goes on where they are as many as are read."""
    lines = Lines(decode(data[:HEAD]))
    whole = len(data) < HEAD
    rows = list(lines.all if whole else lines.all[:-1])
    if path.lower().endswith((".csv", ".tsv")):
        table = _delimited(rows, "\t" if path.lower().endswith(".tsv") else None, whole=whole)
    else:
        table = of_objects(((number, parsed) for number, line in enumerate(rows, 1) if (parsed := _object(line)) is not None), whole=whole)
    return FileFacts(path, "table", table=table)


def list_table(lines: Lines) -> Table | None:
    """The head of a JSON list of objects; None where it is something else."""
    found = list(_listed(lines))
    return of_objects(found, whole=len(lines.text) <= HEAD) if found else None


def _listed(lines: Lines) -> Iterator[tuple[int, Mapping[str, object]]]:
    decoder = json.JSONDecoder()
    text = lines.text[:HEAD]
    place = len(text) - len(text.lstrip(SPACE)) + 1
    for _ in range(MOST_ROWS + 1):
        while place < len(text) and text[place] in SPACE:
            place += 1
        if text[place : place + 1] != "{":
            return
        line = lines.span(place, place).line
        try:
            found, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            return
        yield line, found


def of_objects(objects: Iterable[tuple[int, Mapping[str, object]]], *, whole: bool) -> Table:
    """A table of objects with their lines: its fields are those that any of the first rows has."""
    found = list(islice(objects, MOST_ROWS + 1))
    shown = found[:MOST_ROWS]
    columns = tuple(dict.fromkeys(_field(name) for _, row in shown for name in row))[:MOST_COLUMNS]
    rows = tuple(Row(line, tuple(_field(row[name]) if name in row else "" for name in columns)) for line, row in shown)
    return Table(columns, rows, whole=whole and len(found) <= MOST_ROWS)


def _object(line: str) -> Mapping[str, object] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _field(value: object) -> str:
    if isinstance(value, str):
        return value[:LONGEST_FIELD].encode("utf-8", "replace").decode()
    try:
        return json.dumps(value)[:LONGEST_FIELD]
    except RecursionError:
        return ""


def _delimited(rows: list[str], delimiter: str | None, *, whole: bool) -> Table:
    mark = delimiter or (";" if rows and rows[0].count(";") > rows[0].count(",") else ",")
    reader = csv.reader((f"{row}\n" for row in rows), delimiter=mark)
    found: list[Row] = []
    try:
        columns = tuple(name[:LONGEST_FIELD].strip("\ufeff ") for name in next(reader, []))[:MOST_COLUMNS]
        before = reader.line_num
        for fields in reader:
            if fields:
                found.append(Row(before + 1, tuple(field[:LONGEST_FIELD] for field in fields[:MOST_COLUMNS])))
            before = reader.line_num
            if len(found) == MOST_ROWS:
                return Table(columns, tuple(found), whole=False)
    except csv.Error:
        return Table((), (), whole=False)
    return Table(columns, tuple(found), whole=whole)
