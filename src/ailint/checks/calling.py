"""Who calls a function, by its own name or through the method of a base class that it overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.things import CallRef, Class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project


def callers(project: Project, path: str, scope: int) -> tuple[CallRef, ...] | None:
    """Calls of a function that the project shows; None where they are too many to look at."""
    found = project.resolver.callers(path, scope)
    if found is None:
        return None
    through = (project.resolver.callers(*method) for method in overridden(project, path, scope))
    return tuple(dict.fromkeys((*found, *(ref for refs in through for ref in refs or ()))))


def overridden(project: Project, path: str, scope: int) -> Iterator[tuple[str, int]]:
    """The methods of the same name in the project's base classes: file and scope."""
    function = project.python[path].scopes[scope]
    if function.parent <= 0 or project.python[path].scopes[function.parent].kind != "class" or function.name.startswith("__"):
        return
    own = Class(path, function.parent)
    for base in project.resolver.lineage(own):
        if isinstance(base, Class) and base != own:
            for index in project.resolver.bindings(base.path).members.get((base.scope, function.name), ()):
                yield base.path, index
