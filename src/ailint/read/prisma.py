"""Prisma schemas: vector columns, which it has no type of its own for."""

from __future__ import annotations

import re

from ailint.facts import Column, FileFacts, Sql
from ailint.read.sql import VECTOR_TYPES
from ailint.read.text import Lines, decode

MODEL = re.compile(r"^\s*model\s+(\w+)\s*\{")
MAPPED = re.compile(r'@@map\(\s*(?:name:\s*)?"([^"]+)"')
FIELD = re.compile(r'^\s*(\w+)\s+(?:Unsupported\("([^"]*)"\)|(\w+))[?\[\]]*(?:.*?@map\(\s*"([^"]+)")?')
TYPE = re.compile(r"(?:\w+\.)?(\w+)\s*(?:\(\s*(\d{1,7}))?")


def read_prisma(path: str, data: bytes) -> FileFacts:
    """The columns of models that have a vector column."""
    lines = Lines(decode(data))
    found: list[Column] = []
    model: list[Column] = []
    table = ""
    for number, line in enumerate(lines.all, 1):
        if opening := MODEL.match(line):
            table, model = opening[1], []
        elif line.strip() == "}":
            found += _named(model, table)
            table, model = "", []
        elif mapped := MAPPED.search(line):
            table = mapped[1]
        elif table and (field := FIELD.match(line)):
            kind = TYPE.match(field[2] or field[3] or "")
            size = int(kind[2]) if kind and kind[2] else None
            model.append(Column(table, field[4] or field[1], kind[1].lower() if kind else "", size, lines.whole(number)))
    return FileFacts(path, "prisma", sql=Sql(columns=tuple(found)) if found else None)


def _named(model: list[Column], table: str) -> list[Column]:
    if not any(column.type in VECTOR_TYPES for column in model):
        return []
    return [Column(table, column.name, column.type, column.size, column.span) for column in model]
