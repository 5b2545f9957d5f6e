"""SQL about vectors, in files and in the strings of code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from ailint.facts import Literal, Span, Sql, Template
from ailint.read.mentions import VECTOR_WORDS
from ailint.read.sql import MARKS, facts_of
from ailint.read.text import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project.project import Project
    from ailint.project.things import Spot

NOTHING = Sql()
MARKED = re.compile(MARKS.pattern.decode(), re.ASCII)  # of text in lower case
LONGEST = 100_000
STATEMENT = re.compile(r"\b(?:select|insert|create|alter|using|order|with|from)\b|<[=#~-]>", re.IGNORECASE)


class Statements(NamedTuple):
    """What the SQL of one file, or of one string in it, says."""

    path: str
    sql: Sql


class String(NamedTuple):
    """A string of the code that may be SQL about vectors, with its text. `within`: as a part of a text put together."""

    path: str
    value: Literal | Template
    text: str
    within: bool


def statements(project: Project) -> tuple[Statements, ...]:
    """All SQL of the repository that says something of vectors."""
    return project.shared("sql", lambda: tuple(_found(project)))


def _found(project: Project) -> Iterator[Statements]:
    for path, file in project.files.items():
        if file.sql is not None and file.sql != NOTHING:
            yield Statements(path, file.sql)
    for string in strings(project):
        span = string.value.span
        if span is not None and not string.within and (sql := facts_of(Lines(string.text))) != NOTHING:
            yield Statements(string.path, _at(sql, span))


def strings(project: Project) -> tuple[String, ...]:
    """Every string of the code that may be SQL about vectors."""
    return project.shared("strings about vectors", lambda: tuple(_written(project)))


def _written(project: Project) -> Iterator[String]:
    for path in project.vocabulary.files_with(VECTOR_WORDS):
        written = project.resolver.bindings(path).written_out
        found = list(_strings(written, project))
        parts = {id(part) for value, _ in written if isinstance(value, Template) for part in value.parts} if found else set()
        yield from (String(path, value, text, id(value) in parts) for value, text in found)


def _strings(values: Iterable[tuple[Literal | Template, Spot]], project: Project) -> Iterator[tuple[Literal | Template, str]]:
    """The strings that may be SQL about vectors, with their texts."""
    for value, spot in values:
        if isinstance(value, Literal):
            if isinstance(value.value, str) and len(value.value) < LONGEST and MARKED.search(value.value.lower()):
                yield value, value.value
        elif any(isinstance(part, Literal) and STATEMENT.search(str(part.value)) for part in value.parts):
            text = project.texts.flat(value, spot)
            if len(text) < LONGEST and MARKED.search(text.lower()):
                yield value, text


def _at(sql: Sql, span: Span) -> Sql:
    """The facts at the place of their string."""
    return Sql(
        tuple(replace(column, span=span) for column in sql.columns),
        tuple(replace(index, span=span) for index in sql.indexes),
        tuple(replace(search, span=span) for search in sql.searches),
        sql.secured,
    )
