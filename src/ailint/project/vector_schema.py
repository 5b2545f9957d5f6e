"""Vector columns of databases, what indexes them, and what searches them, however it is declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Column, Index, Place, Search
from ailint.knowledge.distances import METHODS_OF_INDEXES
from ailint.project.orm_vectors import orm_columns, orm_indexes, orm_searches
from ailint.project.sql import statements
from ailint.read.sql import VECTOR_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.project import Project

NAME = re.compile(r"\w+")


class Declared(NamedTuple):
    """A vector column and where it is declared."""

    place: Place
    column: Column


class Indexed(NamedTuple):
    """A vector index and where it is made."""

    place: Place
    made: Index


class Searched(NamedTuple):
    """A query ordered by distance and where it stands."""

    place: Place
    search: Search


class VectorSchema(NamedTuple):
    """All of a repository; `secured` are the tables under row-level security."""

    columns: tuple[Declared, ...]
    indexes: tuple[Indexed, ...]
    searches: tuple[Searched, ...]
    secured: frozenset[str]

    def column_of(self, search: Search) -> tuple[Declared, ...]:
        """The declarations of the column that a query sorts by; none where it could be one of several tables'."""
        named = [one for one in self.columns if one.column.name.lower() == search.column]
        told = [name for name in search.tables if NAME.fullmatch(name)]
        found = [one for one in named if one.column.table in told]
        if found or (told and len(told) == len(search.tables) and all(one.column.table for one in named)):
            return tuple(found)
        return tuple(named) if len({one.column.table for one in named}) == 1 else ()

    def indexes_of(self, column: Column) -> tuple[Indexed, ...]:
        """The indexes that are, or may be, on a column."""
        return tuple(one for one in self.indexes if _may_be_on(one.made, column))


def _may_be_on(index: Index, column: Column) -> bool:
    """Whether an index is on a column, as far as its names are told."""
    same_column = not NAME.fullmatch(index.column) or index.column.lower() == column.name.lower()
    return same_column and (not NAME.fullmatch(index.table) or not column.table or index.table == column.table)


def vector_schema(project: Project) -> VectorSchema:
    """What the repository's SQL and code declare."""
    return project.shared("vector schema", lambda: _schema(project))


def _schema(project: Project) -> VectorSchema:
    columns = [Declared(place, column) for place, column in orm_columns(project)]
    indexes = [Indexed(place, index) for place, index in orm_indexes(project)]
    searches = [Searched(place, search) for place, search in orm_searches(project)]
    secured: set[str] = set()
    for path, sql in statements(project):
        columns += (Declared(Place(path, column.span), column) for column in sql.columns if column.type in VECTOR_TYPES)
        indexes += (Indexed(Place(path, index.span), index) for index in sql.indexes if index.method in METHODS_OF_INDEXES)
        searches += (Searched(Place(path, search.span), search) for search in sql.searches)
        secured.update(sql.secured)
    return VectorSchema(tuple(_once(columns)), tuple(indexes), tuple(searches), frozenset(secured))


def _once(columns: list[Declared]) -> Iterator[Declared]:
    """Each declaration of a column at one place once."""
    yield from {(one.place.path, one.place.span, one.column.name): one for one in columns}.values()
