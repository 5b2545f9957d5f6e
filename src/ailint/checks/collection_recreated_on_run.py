"""Collections that are deleted and made anew whenever the code runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.kept import asks_for_none
from ailint.checks.values import parts_of
from ailint.facts import Literal, Parameter, Place, Ref, Value, Verdict, satisfied, unknown, violated
from ailint.project.nesting import all_in
from ailint.project.sql import strings
from ailint.read.mentions import DROP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Spot

MAKING = ("vector.admin", "vector.write", "vector.client")
ON_PURPOSE = re.compile(r"reset|recreate|rebuild|force|clear|clean|wipe|purge|delete|remove|drop|overwrite|truncate|flush|teardown|uninstall")
RECREATES = re.compile(r"^recreate_")
DROPPED = re.compile(r"drop\s+table\s+(?:if\s+exists\s+)?[\"`]?(\w+)", re.IGNORECASE)
VECTOR_TABLE = re.compile(r"create\s+table\s+(?:if\s+not\s+exists\s+)?[\"`]?(\w+)[^;]*?\bvector\s*\(", re.IGNORECASE | re.DOTALL)
BRANCHES = frozenset({"if", "else", "case"})


def collection_recreated_on_run(project: Project) -> Iterator[Verdict]:
    """A collection is made only where it is missing; what deletes one stands behind an explicit choice."""
    for site in project.calls("vector.destroy"):
        if RECREATES.match(site.call.name) or made_after(project, site):
            yield judged(project, site, "This collection is deleted and made again each time the code runs")
    for site in project.calls(*MAKING):
        overwrite = project.written(site, "overwrite")
        if overwrite is not None and any(constant is True or constant == "overwrite" for constant in overwrite.constants):
            yield judged(project, site, "This call deletes the collection that is there before it writes")
    yield from dropped_tables(project)


def judged(project: Project, site: Site, message: str) -> Verdict:
    """The verdict on one call that deletes, or may delete, a collection before it is made."""
    if chosen(project, site):
        return satisfied(site.place, "deleted on purpose: behind a choice that somebody makes")
    bindings = project.resolver.bindings(site.path)
    if site.role != "vector.destroy" and any(asks_for_none(block.value) for block in bindings.enclosing(site.call.block, frozenset({"if"}))):
        return satisfied(site.place, "made only where it is missing")
    if next(bindings.enclosing(site.call.block, frozenset({"handler"})), None) is not None:
        return unknown(site.place, "made after a failure, which may say that the collection is missing")
    return violated(site.place, message)


def made_after(project: Project, site: Site) -> bool:
    """Whether the same function, or the module, makes a collection after deleting one."""
    makers = (other for other in project.calls(*MAKING) if other.path == site.path and other.call.scope == site.call.scope)
    return any(other.call.span.line > site.call.span.line for other in makers)


def chosen(project: Project, site: Site) -> bool:
    """Whether deletion is asked for: by a flag, or by the name of the function that does it."""
    if ON_PURPOSE.search(site.scope.name.lower()):
        return True
    bindings = project.resolver.bindings(site.path)
    for block in bindings.enclosing(site.call.block, BRANCHES):
        if block.value is not None and any(ON_PURPOSE.search(word) or word in switches(site) for word in words(block.value)):
            return True
    return False


def switches(site: Site) -> set[str]:
    """The function's parameters that are on or off: its caller chooses."""
    return {p.name.lower() for p in site.scope.parameters if is_switch(p)}


def is_switch(parameter: Parameter) -> bool:
    """Whether a parameter is a truth value, by its default or its annotation."""
    default = parameter.default
    named = parts_of(parameter.annotation) if parameter.annotation is not None else ()
    return (isinstance(default, Literal) and isinstance(default.value, bool)) or any(isinstance(part, Ref) and part.name == "bool" for part in named)


def words(value: Value) -> Iterator[str]:
    """Names and texts in a condition, in lower case."""
    for part in all_in(value):
        if isinstance(part, Ref):
            yield part.name.lower()
        elif isinstance(part, Literal):
            yield str(part.value).lower()
        elif hasattr(part, "name"):
            yield str(part.name).lower()


def dropped_tables(project: Project) -> Iterator[Verdict]:
    """`DROP TABLE` of a table that this project makes with a vector column."""
    written = (string.text for string in strings(project) if isinstance(string.value, Literal))
    tables = {name.lower() for text in written for name in VECTOR_TABLE.findall(text)}
    for value, text, spot in about_tables(project) if tables else ():
        if value.span is None:
            continue
        dropped = {name.lower() for name in DROPPED.findall(text)} & tables
        scope = project.python[spot.path].scopes[spot.scope]
        if dropped and not ON_PURPOSE.search(scope.name.lower()):
            place = Place(spot.path, value.span, scope.symbol)
            yield violated(place, f"The table `{min(dropped)}` and its vectors are dropped each time the code runs")


def about_tables(project: Project) -> Iterator[tuple[Literal, str, Spot]]:
    """The texts about tables of the files that mention dropping something."""
    for path in project.vocabulary.files_with({DROP}):
        yield from (found for found in project.resolver.bindings(path).texts if "table" in found[1].lower())
