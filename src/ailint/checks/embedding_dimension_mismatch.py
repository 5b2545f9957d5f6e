"""Columns and collections declared for vectors of another length than the embedding model makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Related, Verdict, satisfied, unknown, violated
from ailint.project.embedders import Embedder, embedders
from ailint.project.vector_schema import vector_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import Place
    from ailint.project import Project

DECLARING = ("vector.admin", "vector.destroy")
OF_TEXT = re.compile(r"embed|vec|emb\b|^e$|repr", re.IGNORECASE)
OF_OTHER_KIND = re.compile(r"image|img|photo|face|audio|speech|video|clip|visual|graph|item2|sparse", re.IGNORECASE)
UNJUDGED = frozenset({"test", "eval", "example", "vendored", "generated"})


class Size(NamedTuple):
    """A declared length of vectors; `name` is what it is declared for."""

    name: str
    length: int
    place: Place


def embedding_dimension_mismatch(project: Project) -> Iterator[Verdict]:
    """What is declared for vectors has the length of those that the embedding model makes."""
    models: dict[str, list[Embedder]] = {}
    for one in embedders(project):
        models.setdefault(project.subproject_of(one.place.path).path, []).append(one)
    declared: dict[str, list[Size]] = {}
    for size in sizes(project):
        if project.role(size.place.path) not in UNJUDGED:
            declared.setdefault(project.subproject_of(size.place.path).path, []).append(size)
    for path, found in declared.items():
        if path in models:
            yield from (judged(size, found, models[path]) for size in found)


def sizes(project: Project) -> Iterator[Size]:
    """Every declared length: of vector columns, and of collections that a call makes."""
    columns = {(one.place.path, one.place.span): one for one in vector_schema(project).columns}
    for one in columns.values():
        if one.column.size and OF_TEXT.search(one.column.name) and not OF_OTHER_KIND.search(f"{one.column.table} {one.column.name}"):
            yield Size(f"{one.column.table}.{one.column.name}".strip("."), one.column.size, one.place)
    for site in project.calls(*DECLARING):
        if (site.path, site.call.span) not in columns and "dimensions" in site.meaning.arguments:
            given = project.argument(site, "dimensions")
            names = [name for name in project.argument(site, "name").constants if isinstance(name, str)]
            if len(given.numbers) == 1 == len(given.things) and not OF_OTHER_KIND.search(" ".join(names)):
                yield Size(names[0] if len(names) == 1 else "the collection", int(given.numbers[0]), site.place)


def judged(size: Size, declared: Sequence[Size], models: Sequence[Embedder]) -> Verdict:
    """The verdict on one declaration: several lengths side by side belong to models that nobody can tell apart."""
    lengths = {one.dimensions if one.is_certain else None for one in models}
    if None in lengths:
        return unknown(size.place, "how long the vectors of an embedding model are could not be told")
    if size.length in lengths:
        return satisfied(size.place, "as long as the vectors of the embedding model", related=(Related(models[0].place, "embedded here"),))
    if any(one.length in lengths for one in declared):
        return unknown(size.place, "several lengths are declared, of which another is that of the embedding model")
    one = models[0]
    made = f"`{one.model}` makes vectors of {one.dimensions}"
    related = (Related(one.place, f"{made} numbers"),)
    return violated(size.place, f"`{size.name}` is declared for vectors of {size.length} numbers, but {made}: they cannot be stored", related=related)
