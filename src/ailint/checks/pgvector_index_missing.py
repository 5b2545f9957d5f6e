"""Vector columns that every query reads from end to end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Related, Severity, Template, Verdict, satisfied, unknown, violated
from ailint.project.prompts import fixed_text
from ailint.project.text import HOLE
from ailint.project.vector_schema import NAME, Declared, Searched, vector_schema
from ailint.read.mentions import VECTOR_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

OPEN_KIND = re.compile(rf"\bcreate\s+(?:unique\s+)?index\b[^;]*?\busing\s+{HOLE}", re.IGNORECASE)
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
        if not indexes and not are_made_when_run(project):
            yield missing(declared, searches)
        elif not indexes:
            yield unknown(declared.place, "indexes are made whose kind is put in when it runs")
        elif all(NAME.fullmatch(one.made.column) for one in indexes):
            yield satisfied(declared.place, "an index is there", related=(Related(indexes[0].place, "made here"),))
        else:
            yield unknown(declared.place, "an index is made whose column is put in when it runs")


def are_made_when_run(project: Project) -> bool:
    """Whether code that speaks of vectors puts together statements that make an index of a kind that is not written out."""
    paths = project.vocabulary.files_with(VECTOR_WORDS)
    written = (value for path in paths for value, _ in project.resolver.bindings(path).written_out)
    return any(OPEN_KIND.search(fixed_text(value)) for value in written if isinstance(value, Template))


def missing(declared: Declared, searches: list[Searched]) -> Verdict:
    """The verdict on a column without an index; a query that filters first reads less than the whole table."""
    told = NAME.fullmatch(declared.column.table)
    name = f"{declared.column.table}.{declared.column.name}" if told else declared.column.name
    filtered = all(one.search.filters for one in searches)
    message = f"`{name}` is searched by distance and has no index, so each query computes the distance to every row"
    related = tuple(Related(one.place, "searched here") for one in searches[:3])
    return violated(declared.place, message, related=related, severity=Severity.MEDIUM if filtered else None)
