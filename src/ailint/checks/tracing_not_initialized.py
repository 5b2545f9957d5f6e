"""Tracing packages that are installed and never switched on."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.evidence import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Dependency
    from ailint.knowledge.tables import Library
    from ailint.project import Project
    from ailint.project.profile import SubProject

UNASKED = frozenset({"test", "example", "vendored", "generated"})
MOST_RELATED = 6
FROZEN = 30
LOOKED = "instrumentors, callbacks, decorators and tracing switches in code, containers and environment files"


class Tracer(NamedTuple):
    """A tracing package that a manifest asks for itself."""

    library: Library
    name: str
    place: Place


def tracing_not_initialized(project: Project) -> Iterator[Verdict]:
    """A tracing package that a project asks for is put to use by it."""
    for subproject in project.subprojects:
        tracers = list(_declared(project, subproject))
        if tracers:
            yield _judged(project, subproject, tracers)


def _judged(project: Project, subproject: SubProject, tracers: list[Tracer]) -> Verdict:
    place = project.manifest(subproject)
    proofs = (*project.evidence("tracing", subproject), *project.evidence("request-tracing", subproject))
    if proofs:
        related = tuple(Related(Place(proof.path, proof.span), proof.what) for proof in proofs[:MOST_RELATED])
        return satisfied(place, proofs[0].what, related=related, subproject=subproject.path)
    asked = tuple(Related(tracer.place, f"`{tracer.name}` is asked for here") for tracer in tracers)[:MOST_RELATED]
    used = next((path for tracer in tracers for path in _imported(project, subproject, tracer.library)), "")
    if used:
        return unknown(place, f"`{used}` imports it, and what it is used for there cannot be told", related=asked, subproject=subproject.path)
    switch = next((name for tracer in tracers for name in _switches(tracer.library) if _mentions(project, subproject, name)), "")
    if switch:
        return unknown(place, f"`{switch}` is read or listed, and where it is set cannot be told", related=asked, subproject=subproject.path)
    names = ", ".join(f"`{name}`" for name in dict.fromkeys(tracer.name for tracer in tracers))
    words = f"{names} is installed and nothing switches it on, so no model call is traced. Searched {len(subproject.files)} files for {LOOKED}"
    return violated(place, words, related=asked, subproject=subproject.path)


def _declared(project: Project, subproject: SubProject) -> Iterator[Tracer]:
    """Packages whose purpose is tracing, among those that are needed at run time."""
    wanted = [(pattern, library) for library, proof in project.knowledge.proofs("tracing") for pattern in proof.dependencies]
    for path in subproject.files:
        dependencies = project.files[path].dependencies if path in project.files and project.role(path) not in UNASKED else ()
        for dependency in () if _is_frozen(dependencies) else dependencies:
            library = next((library for pattern, library in wanted if fnmatchcase(dependency.name, pattern)), None)
            if library is not None and _asked_directly(dependency):
                yield Tracer(library, dependency.name, Place(path, dependency.span))


def _is_frozen(dependencies: tuple[Dependency, ...]) -> bool:
    """Whether a list is what an installation came to, in which nobody asked for most of it: long, and everything at one version."""
    return len(dependencies) >= FROZEN and all(dependency.version for dependency in dependencies)


def _asked_directly(dependency: Dependency) -> bool:
    return dependency.ecosystem == "python" and dependency.kind == "requirement" and not dependency.group


def _imported(project: Project, subproject: SubProject, library: Library) -> Iterator[str]:
    """Running files that import the library."""
    for path in subproject.files:
        if path in project.python and project.role(path) in RUNNING:
            modules = (imported.module for imported in project.python[path].imports if not imported.level)
            if any(module == root or module.startswith(f"{root}.") for module in modules for root in library.imports):
                yield path


def _switches(library: Library) -> Iterator[str]:
    yield from (name for proof in library.evidence if proof.practice == "tracing" for name in proof.env)


def _mentions(project: Project, subproject: SubProject, name: str) -> bool:
    """Whether code or settings of the sub-project, or of what stands around it, name a variable."""
    code = set(project.vocabulary.files_with({name}))
    paths = (*subproject.files, *subproject.shared)
    return any(path in code or _lists(project, path, name) for path in paths)


def _lists(project: Project, path: str, name: str) -> bool:
    return path in project.files and any(name in setting.key[-1:] or name in setting.raw for setting in project.files[path].settings)
