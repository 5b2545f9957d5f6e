"""Collections that are written with one embedding model and searched with another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.embedders import Embedder, embedder, embedder_of
from ailint.project.makers import makers_of
from ailint.project.stores import Collection, collection_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.project import Project
    from ailint.project.sites import Site

READING = ("vector.query", "vector.retriever")
VECTORS = ("embeddings", "documents", "vector")
ROLES = frozenset({"app", "script", "notebook"})
MOVING = re.compile(r"migrat|backfill|re_?index|re_?embed|compar|benchmark|experiment", re.IGNORECASE)


class Side(NamedTuple):
    """One call that writes to or reads from a collection, and what makes its vectors."""

    place: Place
    subproject: str
    collection: Collection
    embedder: Embedder | None


def embedding_model_mismatch(project: Project) -> Iterator[Verdict]:
    """What is searched was embedded by the model that embeds the question."""
    written = list(sides(project, "vector.write"))
    for side in sides(project, *READING):
        same = [one for one in written if one.subproject == side.subproject and one.collection.is_same(side.collection)]
        if same:
            yield judged(side, same)


def sides(project: Project, *roles: str) -> Iterator[Side]:
    """The calls of these roles, once for each store that is opened; code that moves vectors from model to model is left out."""
    seen = set()
    for site in project.calls(*roles):
        if project.role(site.path) not in ROLES or MOVING.search(f"{site.path} {site.scope.symbol}"):
            continue
        store = project.argument(site, "embedder").things
        key = (site.path, site.thing.makers[:1] or (site.ref,)) if store else site.ref
        if key not in seen:
            seen.add(key)
            yield Side(site.place, project.subproject_of(site.path).path, collection_of(project, site), embedder_at(project, site))


def embedder_at(project: Project, site: Site) -> Embedder | None:
    """What makes the vectors of a call: the embedder of its store, else what makes the vectors that it is given."""
    argument = project.argument(site, "embedder")
    if argument.things:
        return embedder_of(project, argument.things[0]) if len(argument.things) == 1 else None
    values = [value for value in (project.given(site, name) for name in VECTORS) if value is not None]
    made = [embedder(project, maker) for value in values for maker in makers_of(project, value, site.spot, "embed.call")]
    names = {(one.name, one.variable, one.dimensions) for one in made}
    return made[0] if len(names) == 1 else None


def judged(side: Side, written: Sequence[Side]) -> Verdict:
    """The verdict on one reading call, by all that writes to its collection."""
    answers = [compared(side, one) for one in written]
    if any(answer is None for answer in answers):
        return unknown(side.place, "which model embeds what is stored, or the question, could not be told")
    fitting = next((one for one, answer in zip(written, answers, strict=True) if answer == ""), None)
    if fitting is not None:
        return satisfied(side.place, "written and read with the same model", related=(Related(fitting.place, "written here"),))
    return violated(side.place, str(answers[0]), related=(Related(written[0].place, "written here"),))


def compared(reading: Side, writing: Side) -> str | None:
    """What is wrong between a question and what is stored: empty where nothing is, None where it cannot be told."""
    ours, theirs = reading.embedder, writing.embedder
    if ours is None or theirs is None or ours.variable != theirs.variable or ours.known is None or theirs.known is None:
        return None
    if ours.name == theirs.name or (ours.known.space and ours.known.space == theirs.known.space):
        return of_lengths(ours, theirs)
    unless = f" unless `{ours.variable}` is set" if ours.variable else ""
    return (
        f"The question is embedded with `{ours.model}`, what is stored was embedded with `{theirs.model}`{unless}: their vectors cannot be compared"
    )


def of_lengths(ours: Embedder, theirs: Embedder) -> str:
    """The same model, asked for vectors of different lengths."""
    if ours.dimensions is None or theirs.dimensions is None or ours.dimensions == theirs.dimensions:
        return ""
    return f"The question is embedded to {ours.dimensions} numbers, what is stored to {theirs.dimensions}: their vectors cannot be compared"
