"""Ingestion that stores everything once more each time it runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.existing import only_where_missing
from ailint.checks.in_memory_vector_store import kept_in, opened
from ailint.checks.repetition import LOOPS
from ailint.facts import (
    CallResult,
    Collection,
    Comprehension,
    Literal,
    Mapping,
    Outcome,
    Ref,
    Related,
    Spread,
    Value,
    Verdict,
    satisfied,
    unknown,
    violated,
)
from ailint.project.arguments import Given
from ailint.project.makers import makers_of
from ailint.project.stores import collection_of, store_argument
from ailint.project.things import Data, Opaque

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Spot

NO_CORPUS = re.compile(r"memor|cache|histor|router?$|route_|session|message|conversation|chat_|example_selector|feedback|log_", re.IGNORECASE)
CONTENT = ("texts", "documents")
REMOVING = ("vector.admin", "vector.destroy")
CLEANING = frozenset({"delete", "delete_many", "remove", "delete_collection", "delete_documents", "delete_by_id", "delete_by_query", "drop"})
WITHOUT_IDS = frozenset({"chunk.split", "document.load"})
IDS = frozenset({"id", "ids", "_id", "uuid"})
RANDOM = "id.random"


def ingest_not_idempotent(project: Project) -> Iterator[Verdict]:
    """What is stored has an id that stays the same, so that a second run replaces it; one finding for a file."""
    files: dict[str, list[Verdict]] = {}
    for site in project.calls("vector.write"):
        verdict = judged(project, site) if not NO_CORPUS.search(names_around(project, site)) else None
        if verdict is not None:
            files.setdefault(site.path, []).append(verdict)
    for verdicts in files.values():
        yield from (one for one in verdicts if one.outcome is not Outcome.VIOLATED)
        bad = [one for one in verdicts if one.outcome is Outcome.VIOLATED]
        if bad:
            yield violated(bad[0].place, bad[0].message, related=tuple(Related(one.place, "and here") for one in bad[1:]))


def names_around(project: Project, site: Site) -> str:
    """The names that tell what a store is for: of the function, the store and what it is bound to, and the file."""
    step = project.python[site.path].steps[site.call.step]
    names = [value.name for value in (step.target, site.call.func) if isinstance(value, Ref)]
    return " ".join((site.path.rpartition("/")[2].removesuffix(".py"), site.scope.symbol, *names))


def judged(project: Project, site: Site) -> Verdict | None:
    """The verdict on one write; None where it cannot repeat itself, or says nothing of ids."""
    if is_made_anew(project, site) or is_one_item(project, site):
        return None
    answer = identified(project, site)
    if answer is None or answer:
        return answer and satisfied(site.place, "stored under ids of its own")
    if any(collection_of(project, site).told[part] is None for part in ("name", "namespace")):
        return unknown(site.place, "the collection may be made for this very document")
    if removes_first(project, site) or only_where_missing(project, site.spot):
        return satisfied(site.place, "what was there is removed or looked for first")
    return violated(site.place, "Each run stores all of this once more under new ids, so search finds every passage several times")


def is_one_item(project: Project, site: Site) -> bool:
    """Whether a call stores one thing, outside of any loop: what a user says or adds, rather than a corpus."""
    values = [value for name in CONTENT if (value := project.given(site, name)) is not None]
    looped = next(project.resolver.bindings(site.path).enclosing(site.call.block, LOOPS), None) is not None
    single = (isinstance(value, Collection) and not any(isinstance(item, Spread | Comprehension) for item in value.items) for value in values)
    return not looped and bool(values) and all(single)


def is_made_anew(project: Project, site: Site) -> bool:
    """Whether the write fills a store that begins empty: in memory, or overwritten on purpose."""
    opening = project.sites.at(site.thing.makers[0]) if site.thing.makers else site
    store = opened(project, opening) if opening is not None else None
    kept = kept_in(project, opening, store) if opening is not None and store is not None else ""
    overwrite = store_argument(project, site, "overwrite")
    return (
        kept == "memory" or (kept == "saved" and opening is site) or any(one not in {False, None, "create", "append"} for one in overwrite.constants)
    )


def identified(project: Project, site: Site) -> bool | None:
    """Whether what is written bears ids that stay: None where that cannot be told."""
    if "ids" in site.meaning.arguments:
        ids = project.written(site, "ids")
        if ids is not None and (ids.given is Given.UNKNOWN or not ids.is_none):
            value = project.given(site, "ids")
            return None if value is None else not_random(project, value, site.spot)
        if project.given(site, "texts") is not None:
            return False
    documents = project.given(site, "documents")
    return None if documents is None else of_documents(project, site, documents)


def not_random(project: Project, value: Value, spot: Spot) -> bool | None:
    """False where ids are drawn for this write alone; None where they may be kept elsewhere, or are not seen."""
    if makers_of(project, value, spot, RANDOM):
        return False
    return None if any(isinstance(thing, Opaque) for thing in project.things(value, spot)) else True


def of_documents(project: Project, site: Site, documents: Value) -> bool | None:
    """Whether documents or points bear ids that stay; documents that a splitter or loader gives bear none."""
    listed = [(part, thing.spot) for thing in project.things(documents, site.spot) if isinstance(thing, Data) for part in items(thing.value)]
    if listed:
        answers = [of_made(project, part, spot) for part, spot in listed]
        return None if None in answers else all(answers)
    made = makers_of(project, documents, site.spot, *WITHOUT_IDS, "document.make")
    if "ids" not in site.meaning.arguments or not made or numbered_later(project, site):
        return None
    return False if all(one.role in WITHOUT_IDS for one in made) else None


def numbered_later(project: Project, site: Site) -> bool:
    """Whether the file sets an id somewhere: `chunk.id = …`."""
    targets = (step.target for step in project.python[site.path].steps if step.kind == "bind")
    return any(isinstance(target, Ref) and target.name.endswith((".id", ".id_")) for target in targets)


def items(value: Value) -> tuple[Value, ...]:
    """What a list is made of."""
    match value:
        case Collection(items=parts):
            return parts
        case Comprehension(element=element):
            return (element,)
        case _:
            return ()


def of_made(project: Project, value: Value, spot: Spot) -> bool | None:
    """Whether one document or point that is made here bears an id that stays: False where it is drawn, None where it cannot be told."""
    match value:
        case Mapping(entries=entries):
            given = next((item for key, item in entries if isinstance(key, Literal) and key.value in IDS), None)
        case Collection(items=(first, *_), kind="tuple"):
            given = first
        case CallResult(call=index):
            call = project.python[spot.path].calls[index]
            given = next((item for name, item in call.keywords if name in IDS), None)
        case _:
            return None
    return None if given is None else not_random(project, given, spot)


def removes_first(project: Project, site: Site) -> bool:
    """Whether the function that writes, or anything in its file that deletes a collection, removes what is there."""
    if any(one.role == "vector.destroy" or one.call.scope == site.call.scope for one in project.calls_in(site.path, *REMOVING) if is_removal(one)):
        return True
    return any(call.scope == site.call.scope and call.name in CLEANING for call in project.python[site.path].calls)


def is_removal(site: Site) -> bool:
    """Whether a call takes something out of a store."""
    return site.role == "vector.destroy" or site.call.name in CLEANING
