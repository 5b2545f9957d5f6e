"""Vector indexes that the database cannot build, or that no query can use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Related, Verdict, satisfied, unknown, violated
from ailint.knowledge.distances import CLASS_OF, LIMITED_METHODS, MOST_DIMENSIONS, SPOKEN, operator_of
from ailint.project.vector_schema import NAME, Declared, Indexed, Searched, VectorSchema, vector_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import Column
    from ailint.project import Project

CAST = re.compile(r"(\w+)(?:\((\d+)\))?")


def pgvector_index_unusable(project: Project) -> Iterator[Verdict]:
    """An index is of the operator that queries sort by, and queries sort by nothing but that operator."""
    schema = vector_schema(project)
    yield from too_wide(schema)
    for search in schema.searches:
        columns = schema.column_of(search.search)
        indexes = schema.indexes_of(columns[0].column) if columns else ()
        if indexes:
            yield of_search(search, indexes)


def too_wide(schema: VectorSchema) -> Iterator[Verdict]:
    """Indexes on more dimensions than their method takes."""
    for indexed in schema.indexes:
        declared = [one for one in schema.columns if one.column.size and indexed in schema.indexes_of(one.column) and is_named(indexed, one)]
        types = {measure(indexed, one.column) for one in declared}
        if len(types) == 1:
            name, size = types.pop()
            most = MOST_DIMENSIONS.get(name)
            if most is not None and size > most and indexed.made.method in LIMITED_METHODS:
                related = (Related(declared[0].place, f"{size} dimensions, declared here"),)
                kind = f"A `{indexed.made.method}` index takes at most {most} dimensions of type `{name}`"
                message = f"{kind}, and this column has {size}: it cannot be created"
                yield violated(indexed.place, message, related=related)


def is_named(indexed: Indexed, declared: Declared) -> bool:
    """Whether an index says by name that it is on a column, of a table that is told or of the only one that has such a column."""
    return indexed.made.column.lower() == declared.column.name.lower()


def measure(indexed: Indexed, column: Column) -> tuple[str, int]:
    """Type and size of what is indexed: the column's, or those that it is cast to."""
    cast = CAST.fullmatch(indexed.made.cast)
    if cast is None:
        return column.type, column.size or 0
    return cast[1], int(cast[2]) if cast[2] else column.size or 0


def of_search(search: Searched, indexes: Sequence[Indexed]) -> Verdict:
    """The verdict on one query of a column that has an index."""
    fact = search.search
    served = {operator_of(one.made.operator_class) for one in indexes}
    related = (Related(indexes[0].place, f"`{indexes[0].made.operator_class or indexes[0].made.method}` here"),)
    if not all(NAME.fullmatch(one.made.column) for one in indexes):
        return unknown(search.place, "an index is made whose column is put in when it runs")
    if "" in served:
        return unknown(search.place, "which operator an index serves could not be told")
    if fact.operator not in served and fact.operator in CLASS_OF:
        kinds = " and ".join(sorted(SPOKEN[operator] for operator in served))
        message = (
            f"This query sorts by {SPOKEN[fact.operator]} distance (`{fact.operator}`), but the index serves {kinds} distance, so it is not used"
        )
        return violated(search.place, message, related=related)
    if fact.operator in CLASS_OF and all(operator_of(one.made.operator_class) != fact.operator or one.made.cast != fact.cast for one in indexes):
        return of_cast(search, indexes, related)
    return of_shape(search, related)


def of_cast(search: Searched, indexes: Sequence[Indexed], related: tuple[Related, ...]) -> Verdict:
    """The verdict on a query whose column is cast otherwise than the index says."""
    cast = next((one.made.cast for one in indexes if one.made.cast), "")
    if search.search.cast or not cast:
        return unknown(search.place, "whether the casts of index and query are the same could not be told")
    return violated(
        search.place, f"The index is on the column cast to `{cast}`, and this query does not cast it, so the index is not used", related=related
    )


def of_shape(search: Searched, related: tuple[Related, ...]) -> Verdict:
    """Whether the order of a query is one that an index can give."""
    fact = search.search
    if fact.shape != "raw":
        return violated(
            search.place, f"This query sorts by something computed from `{fact.operator}`, which no index gives: it reads every row", related=related
        )
    if fact.descending:
        return violated(search.place, f"This query sorts by `{fact.operator}` downwards, farthest first, which no index gives", related=related)
    if not fact.limited:
        return violated(search.place, "This query sorts by distance without a limit, so it reads every row and no index is used", related=related)
    return satisfied(search.place, "sorted by the operator that an index serves", related=related)
