"""APIs of AI libraries that are gone, or whose service has ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ailint.facts import Import, Place, Related, Severity, Span, Verdict, satisfied, violated
from ailint.knowledge.meanings import names
from ailint.knowledge.tables import Library, Removal
from ailint.project import Project
from ailint.project.things import CallRef, External

Found = tuple[Library, Removal]


def deprecated_llm_sdk(project: Project) -> Iterator[Verdict]:
    """What is imported and called still exists in the library that an installation gets; one finding a file and API."""
    table = {name: (library, removal) for library, removal in project.knowledge.removals for name in names(removal.name)}
    for path in project.python:
        uses: dict[str, list[Place]] = {}
        for origin, place in origins(project, path):
            name = listed(origin, table)
            if name:
                uses.setdefault(name, []).append(place)
        for name, places in uses.items():
            yield judged(project, path, name, table[name], places)


def origins(project: Project, path: str) -> Iterator[tuple[str, Place]]:
    """Full names of what a file takes from libraries: imports, and attributes it calls, as written."""
    facts = project.python[path]
    for imported in facts.imports:
        if not imported.level and project.resolver.modules.find(path, imported.module) is None and not is_shim(project, path, imported):
            origin = f"{imported.module}.{imported.name}" if imported.name and imported.name != "*" else imported.module
            yield origin, Place(path, Span(imported.line, 0, imported.line, 0), facts.scopes[imported.scope].symbol)
    for index, call in enumerate(facts.calls):
        for thing in project.resolver.callee(CallRef(path, index)):
            if isinstance(thing, External) and "." in thing.origin and "()" not in thing.origin:
                yield thing.origin, Place(path, call.span, facts.scopes[call.scope].symbol)


def is_shim(project: Project, path: str, imported: Import) -> bool:
    """Whether an import may fail without harm: it stands in a `try`, or in the handler of one."""
    bindings = project.resolver.bindings(path)
    return any(bindings.facts.blocks[block].kind in {"try", "handler"} for block in bindings.ancestors(imported.block))


def listed(origin: str, table: dict[str, Found]) -> str:
    """The longest listed name at the head of an origin."""
    cut = len(origin)
    while cut > 0:
        if origin[:cut] in table:
            return origin[:cut]
        cut = origin.rfind(".", 0, cut)
    return ""


def judged(project: Project, path: str, name: str, found: Found, places: list[Place]) -> Verdict:
    library, removal = found
    first = places[0]
    related = tuple(Related(place, f"`{name}` is used here as well") for place in dict.fromkeys(places[1:]) if place.span.line != first.span.line)
    if removal.ended is not None:
        if removal.ended > today(project):
            return satisfied(first, f"in service until {removal.ended}", related=related)
        return violated(first, f"The service behind `{name}` ended on {removal.ended}: use {removal.instead}", related=related)
    if not removal.removed_in:
        return satisfied(first, f"moved to {removal.instead}; the old name still works", related=related)
    versions = project.versions(project.subproject_of(path))
    packages = [removal.package] if removal.package else library.packages.get("python", [])
    gone = f">={removal.removed_in}"
    known = [package for package in packages if versions.declared(package)] or packages[:1]
    if any(versions.newest_may_be(package, gone) for package in known):
        return violated(first, f"`{name}` is gone since {known[0]} {removal.removed_in}: use {removal.instead}", related=related)
    text = f"`{name}` exists in the locked version only, {known[0]} {removal.removed_in} has it no more: use {removal.instead}"
    return violated(first, text, severity=Severity.MEDIUM, related=related)


def today(project: Project) -> dt.date:
    """The day of the run, or the one that the configuration fixes."""
    del project
    return dt.datetime.now(tz=dt.UTC).date()
