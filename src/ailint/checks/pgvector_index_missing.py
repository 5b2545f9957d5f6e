"""Vector columns that every query reads from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Related, Severity, Verdict, satisfied, unknown, violated
from ailint.project.vector_schema import NAME, Declared, Searched, vector_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

NOT_DECLARING = frozenset({"test", "eval", "example", "vendored", "generated"})


def pgvector_index_missing(project: Project) -> Iterator[Verdict]:
    """A column that is searched by distance has an index for vectors."""
    schema = vector_schema(project)
    searched: dict[tuple[str, str], tuple[Declared, list[Searched]]] = {}
    for search in schema.searches:
        for declared in schema.column_of(search.search)[:1] if project.role(search.place.path) not in NOT_DECLARING else ():
            key = declared.column.table, declared.column.name.lower()
            searched.setdefault(key, (declared, []))[1].append(search)
    for declared, searches in searched.values():
        indexes = schema.indexes_of(declared.column)
        if not indexes:
            yield missing(declared, searches)
        elif all(NAME.fullmatch(one.made.column) for one in indexes):
            yield satisfied(declared.place, "an index is there", related=(Related(indexes[0].place, "made here"),))
        else:
            yield unknown(declared.place, "an index is made whose column is put in when it runs")


def missing(declared: Declared, searches: list[Searched]) -> Verdict:
    """The verdict on a column without an index; a query that filters first reads less than the whole table."""
    name = f"{declared.column.table}.{declared.column.name}" if declared.column.table else declared.column.name
    filtered = all(one.search.filters for one in searches)
    message = f"`{name}` is searched by distance and has no index, so each query computes the distance to every row"
    related = tuple(Related(one.place, "searched here") for one in searches[:3])
    return violated(declared.place, message, related=related, severity=Severity.MEDIUM if filtered else None)
