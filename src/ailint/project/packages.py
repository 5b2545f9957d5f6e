"""The packages of AI libraries that a project's code imports, and the versions it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ailint.knowledge.tables import Library
    from ailint.project.project import Project


class Package(NamedTuple):
    """A package as a sub-project asks for it: `version` is one version, a range, or None where that is left open."""

    name: str
    version: str | None


def packages(project: Project, roles: Container[str]) -> dict[Package, Place]:
    """Every package that files of these roles import, at its first import."""
    roots = {root: library for library in project.knowledge.libraries if library.ai for root in library.imports}
    found: dict[Package, Place] = {}
    for path, line, module in sorted(imports(project, roles)):
        root = next((head for head in heads(module) if head in roots), None)
        if root is not None:
            declared = dependencies(project, path)
            name = distribution(project, module, roots[root], declared)
            found.setdefault(Package(name, declared.get(name)), Place(path, Span(line, 0, line, 0)))
    return found


def imports(project: Project, roles: Container[str]) -> Iterator[tuple[str, int, str]]:
    """Path, line and full name of what is imported from outside the project."""
    for path, facts in project.python.items():
        if project.role(path) in roles:
            for one in facts.imports:
                if not one.level and project.resolver.modules.find(path, one.module) is None:
                    yield path, one.line, f"{one.module}.{one.name}" if one.name else one.module


def heads(module: str) -> Iterator[str]:
    """A dotted name and its packages, longest first."""
    parts = module.split(".")
    return (".".join(parts[:length]) for length in range(len(parts), 0, -1))


def dependencies(project: Project, path: str) -> dict[str, str | None]:
    """Package → version or range that the sub-project of a file asks for, None where it leaves that open."""
    found: dict[str, str | None] = {}
    for manifest in project.subproject_of(path).files:
        for dependency in project.files[manifest].dependencies if manifest in project.files else ():
            if dependency.ecosystem == "python":
                known = found.get(dependency.name)
                found[dependency.name] = dependency.version or known or dependency.specifier or None
    return found


def distribution(project: Project, module: str, library: Library, declared: dict[str, str | None]) -> str:
    """The package that an import comes from."""
    known = library.packages.get("python", [])
    spelled = [head.replace(".", "-").replace("_", "-") for head in heads(module)]
    asked = [name for name in (*spelled, *known) if name in declared and name.startswith(spelled[-1])]
    likely = [*asked, *(name for name in spelled if name in project.knowledge.packages), *(known if len(known) == 1 else ())]
    return likely[0] if likely else module.partition(".")[0]
