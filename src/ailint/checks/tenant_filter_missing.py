"""Searches that leave out the owner by whom what they search was stored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.conditions import conditions
from ailint.checks.told import within
from ailint.checks.values import parts_of
from ailint.facts import CallResult, Item, Literal, Mapping, Place, Ref, Related, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.bindings import tail
from ailint.project.evaluation import words
from ailint.project.nesting import nested
from ailint.project.sql import statements
from ailint.project.stores import collection_of
from ailint.project.things import CallRef, Data, External
from ailint.read.sql_queries import PUT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Spot

OWNER = re.compile(
    r"(?:user|tenant|org|organi[sz]ation|workspace|account|owner)_?(?:id|uuid)|tenant|acl|allowed_(?:users|groups)",
    re.IGNORECASE,
)
DATA = re.compile(r"row|record|item|entry|doc|data|review|tweet|post|sample|example|message|line|ticket|^\w$", re.IGNORECASE)
FOR_ALL = frozenset({
    "admin", "admins", "eval", "evaluate", "evaluation", "stats", "statistics", "count", "counts", "dedup", "deduplicate", "duplicate", "duplicates",
    "debug", "maintenance", "migrate", "health", "test", "tests",
})  # fmt: skip
LISTING = frozenset({"get", "scroll", "fetch_objects", "get_by_ids"})
ROLES = frozenset({"app", "script"})
READING = ("vector.query", "vector.retriever")
FILTERS = ("filter", "namespace")


class Stored(NamedTuple):
    """A write that says whom what it stores belongs to, by this key."""

    site: Site
    key: str


def tenant_filter_missing(project: Project) -> Iterator[Verdict]:
    """What is stored with its owner is searched with its owner."""
    stored = [Stored(site, key) for site in project.calls("vector.write") if project.role(site.path) in ROLES and (key := owner_key(project, site))]
    for site in project.calls(*READING) if stored else ():
        if is_search(project, site):
            own = [one for one in stored if same_collection(project, one.site, site)]
            if own:
                yield judged(project, site, own[0])
    yield from of_tables(project)


def is_search(project: Project, site: Site) -> bool:
    """Whether a call searches on somebody's behalf, and could be given a filter."""
    named = words(f"{site.path} {site.scope.symbol}")
    return "filter" in site.meaning.arguments and site.call.name not in LISTING and project.role(site.path) in ROLES and not named & FOR_ALL


def owner_key(project: Project, site: Site) -> str:
    """The key under which a write notes the owner of what it stores, empty where it notes none that differs from one to another."""
    values = [value for name in ("metadatas", "documents") if (value := project.given(site, name)) is not None]
    found = (key for value in values for key in keys_of(project, value, site.spot))
    return next(found, "") or assigned_key(project, site)


def keys_of(project: Project, value: Value, spot: Spot) -> Iterator[str]:
    """The owner keys in dictionaries that a value is made of, those handed to what makes a document included."""
    for mapping in mappings(project, value, spot):
        for key, item in mapping.entries:
            if isinstance(key, Literal) and isinstance(key.value, str) and OWNER.fullmatch(key.value) and is_told(item):
                yield key.value


def is_told(value: Value) -> bool:
    """Whether an owner is told by the caller or the login, rather than a constant or a field of the data: `row["user_id"]`."""
    return not isinstance(value, Literal) and not (isinstance(value, Item) and isinstance(value.base, Ref) and bool(DATA.search(value.base.name)))


def mappings(project: Project, value: Value, spot: Spot, depth: int = 4) -> Iterator[Mapping]:
    """The dictionaries in a value, through names, lists and documents."""
    for thing in project.things(value, spot) if depth else ():
        if isinstance(thing, External) and thing.makers:
            yield from given_to(project, thing.makers[-1], depth)
        for part, there in nested(thing.value, thing.spot) if isinstance(thing, Data) else ():
            if isinstance(part, Mapping):
                yield part
            elif isinstance(part, CallResult):
                yield from given_to(project, CallRef(there.path, part.call), depth)
            elif isinstance(part, Ref) and part != value:
                yield from mappings(project, part, there, depth - 1)


def given_to(project: Project, made: CallRef, depth: int) -> Iterator[Mapping]:
    """The dictionaries that a document is made with."""
    site = project.sites.at(made)
    metadata = project.given(site, "metadata") if site is not None and site.role == "document.make" else None
    if metadata is not None:
        yield from mappings(project, metadata, project.resolver.spot(made), depth - 1)


def assigned_key(project: Project, site: Site) -> str:
    """The owner key that the function sets on each document: `chunk.metadata["user_id"] = user`."""
    bindings = project.resolver.bindings(site.path)
    targets = (step.target for step in bindings.facts.steps if step.kind == "bind" and step.scope == site.call.scope)
    items = (target for target in targets if isinstance(target, Item) and isinstance(target.key, Literal) and tail(target.base) == "metadata")
    return next((str(item.key.value) for item in items if isinstance(item.key, Literal) and OWNER.fullmatch(str(item.key.value))), "")


def same_collection(project: Project, writing: Site, reading: Site) -> bool:
    """Whether both speak of one collection, whose name is not made for each owner."""
    written, read = collection_of(project, writing), collection_of(project, reading)
    if written.told["name"] is None or read.told["name"] is None:
        return False
    opened = writing.thing.makers[:1]
    return bool(opened and opened == reading.thing.makers[:1]) or written.is_same(read)


def judged(project: Project, site: Site, stored: Stored) -> Verdict:
    """The verdict on one search."""
    related = (Related(stored.site.place, f"stored with `{stored.key}` here"),)
    given = [argument for name in FILTERS if (argument := project.argument(site, name)).given is not Given.ABSENT and not argument.is_none]
    bindings = project.resolver.bindings(site.path)
    tests = conditions(bindings, site.call.scope)
    if any(isinstance(part, Literal) and part.value == stored.key for test in tests for part in parts_of(test)):
        return unknown(site.place, "what is found may be filtered by its owner afterwards", related=related)
    if not given:
        return violated(
            site.place, f"What is stored here belongs to a `{stored.key}`, and this search looks through that of all of them", related=related
        )
    values = [thing.value for argument in given for thing in argument.things if isinstance(thing, Data)]
    if any(mentions(project, value, stored.key, site) for value in values) or project.argument(site, "namespace").given is not Given.ABSENT:
        return satisfied(site.place, "searched by the owner", related=related)
    return unknown(site.place, "whether the filter names the owner could not be told", related=related)


def mentions(project: Project, value: Value, key: str, site: Site) -> bool:
    """Whether a filter names a key."""
    parts = within(project.resolver.bindings(site.path), value)
    if isinstance(value, Mapping) and any(isinstance(name, Literal) and name.value == key for name, _ in value.entries):
        return True
    return any(isinstance(part, Literal) and key in str(part.value) for part in parts)


def of_tables(project: Project) -> Iterator[Verdict]:
    """Queries of tables that have a column for the owner."""
    found = statements(project)
    secured = {table for _, sql in found for table in sql.secured}
    owners = {column.table: (column, path) for path, sql in found for column in sql.columns if OWNER.fullmatch(column.name)}
    for path, sql in found:
        for search in sql.searches:
            for table in search.tables:
                if table in owners and table not in secured and not words(path) & FOR_ALL:
                    column, declared = owners[table]
                    related = (Related(Place(declared, column.span), "the owner's column"),)
                    yield of_query(Place(path, search.span), column.name.lower(), table, search.filters, related)


def of_query(place: Place, owner: str, table: str, filters: tuple[str, ...], related: tuple[Related, ...]) -> Verdict:
    """The verdict on one query of such a table; a condition on another id may be narrower still."""
    if owner in filters:
        return satisfied(place, "searched by the owner", related=related)
    if PUT_IN in filters or any(name.endswith("id") or OWNER.fullmatch(name) for name in filters):
        return unknown(place, "whether the conditions leave one owner's rows only could not be told", related=related)
    return violated(place, f"The rows of `{table}` belong to a `{owner}`, and this search looks through those of all of them", related=related)
