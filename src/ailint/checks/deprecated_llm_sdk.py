"""APIs of AI libraries that are gone, or whose service has ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ailint.checks.merging import one_a_line
from ailint.facts import Collection, Place, Ref, Related, Severity, Span, Verdict, satisfied, violated
from ailint.knowledge.meanings import names
from ailint.knowledge.tables import Library, Removal
from ailint.project.things import CallRef, External

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from ailint.facts import Import, PythonFacts
    from ailint.project import Project
    from ailint.project.bindings import Bindings

Found = tuple[Library, Removal]
MISSING = frozenset({"ImportError", "ModuleNotFoundError", "AttributeError"})


def deprecated_llm_sdk(project: Project) -> Iterator[Verdict]:
    """What is imported and called still exists in the library that an installation gets; one answer a file and API, or library where all does."""
    table = {name: (library, removal) for library, removal in project.knowledge.removals for name in names(removal.name)}
    gone = frozenset(name.rpartition(".")[2] for name in table)
    packages = frozenset(package for library, _ in table.values() for package in library.imports)
    calling = frozenset(project.vocabulary.files_with(gone))
    roots = frozenset(name.partition(".")[0] for name in (*table, *packages))
    for path, facts in project.python.items():
        imports = [imported for imported in facts.imports if not imported.level and imported.module.partition(".")[0] in roots]
        calls = {index: words for index, words in written(facts) if not gone.isdisjoint(words)} if path in calling else {}
        aside = shims(project, path, {*(imported.alias for imported in imports), *(words[0] for words in calls.values())})
        uses: dict[str, list[Place]] = {}
        lasting: dict[str, Place] = {}
        for origin, place, told in (*imported_origins(project, path, imports, aside), *called_origins(project, path, calls, aside)):
            name = listed(origin, table)
            if len(name) > len(told):
                uses.setdefault(name, []).append(place)
            elif package := listed(origin, packages):
                lasting.setdefault(package, place)
        yield from one_a_line(judged(project, path, name, table[name], places) for name, places in uses.items())
        changed = {listed(name, packages) for name in uses}
        yield from (satisfied(place, f"what is used of `{package}` still exists") for package, place in lasting.items() if package not in changed)


def written(facts: PythonFacts) -> Iterator[tuple[int, list[str]]]:
    """The calls of a file by index, with the names that what they call is written with."""
    return ((index, getattr(call.func, "name", "").split(".")) for index, call in enumerate(facts.calls))


def shims(project: Project, path: str, names: AbstractSet[str]) -> frozenset[str]:
    """Those of some names of a file that are bound where an import may fail without harm."""
    facts = project.python[path]
    inner = [one for one in facts.imports if one.alias in names and one.block != facts.scopes[one.scope].body] if names else []
    return frozenset(imported.alias for imported in inner if is_shim(project, path, imported))


def imported_origins(project: Project, path: str, imports: Iterable[Import], aside: frozenset[str]) -> Iterator[tuple[str, Place, str]]:
    """Full names of what a file imports, nothing told before; nothing of what a shim imports."""
    facts = project.python[path]
    for imported in imports:
        if imported.alias not in aside and project.resolver.modules.find(path, imported.module) is None:
            origin = f"{imported.module}.{imported.name}" if imported.name and imported.name != "*" else imported.module
            yield origin, Place(path, Span(imported.line, 0, imported.line, 0), facts.scopes[imported.scope].symbol), ""


def called_origins(project: Project, path: str, calls: Mapping[int, list[str]], aside: frozenset[str]) -> Iterator[tuple[str, Place, str]]:
    """Full names of what a file calls of libraries, what of each was told before; nothing of what a shim imports."""
    facts = project.python[path]
    for index in (index for index, words in calls.items() if words[0] not in aside):
        call = facts.calls[index]
        for thing in project.resolver.callee(CallRef(path, index)):
            if isinstance(thing, External) and "." in thing.origin and "()" not in thing.origin:
                yield thing.origin, Place(path, call.span, facts.scopes[call.scope].symbol), told_at_import(project, thing)


def told_at_import(project: Project, thing: External) -> str:
    """The class of the object whose method is called: that it is gone is told where it is imported; empty for what is called by its name."""
    if thing.complete and not thing.makers:
        return ""
    return project.knowledge.split(thing.origin)[0] or thing.origin


def is_shim(project: Project, path: str, imported: Import) -> bool:
    """Whether an import may fail without harm: in a `try` that expects it, or in the handler of one."""
    bindings = project.resolver.bindings(path)
    for index in bindings.ancestors(imported.block):
        block = bindings.facts.blocks[index]
        if block.scope != imported.scope:
            return False
        attempt = index if block.kind == "try" else block.owner if block.kind == "handler" else -1
        if attempt >= 0 and expects_missing(bindings, attempt):
            return True
    return False


def expects_missing(bindings: Bindings, attempt: int) -> bool:
    """Whether a `try` is there for an import that may fail: by what it catches, or because it does nothing else."""
    caught = [block.value for block in bindings.facts.blocks if block.kind == "handler" and block.owner == attempt]
    named = [part for value in caught if value is not None for part in (value.items if isinstance(value, Collection) else (value,))]
    if any(isinstance(part, Ref) and part.name.rpartition(".")[2] in MISSING for part in named):
        return True
    return next(bindings.calls_within(attempt), None) is None


def listed(origin: str, table: Container[str]) -> str:
    """The longest listed name at the head of an origin."""
    cut = len(origin)
    while cut > 0:
        if origin[:cut] in table:
            return origin[:cut]
        cut = origin.rfind(".", 0, cut)
    return ""


def judged(project: Project, path: str, name: str, found: Found, places: list[Place]) -> Verdict:
    """The verdict on one name that the tables list as removed, at its first use in a file."""
    library, removal = found
    first = places[0]
    related = tuple(Related(place, f"`{name}` is used here as well") for place in dict.fromkeys(places[1:]) if place.span.line != first.span.line)
    if removal.ended is not None:
        if removal.ended > today(project):
            return satisfied(first, f"in service until {removal.ended}", related=related)
        return violated(first, f"`{name}` came to its end on {removal.ended}: use {removal.instead}", related=related)
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
