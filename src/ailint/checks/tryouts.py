"""What a module does where it is run by itself, beside what the application takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Operation, Ref

if TYPE_CHECKING:
    from ailint.project import Project
    from ailint.project.things import Spot


def tries_out(project: Project, spot: Spot) -> bool:
    """Whether something stands under `if __name__ == "__main__"` of a module of the application that has functions or classes, too."""
    scopes = project.python[spot.path].scopes
    if scopes[spot.scope].kind != "module" or project.role(spot.path) != "app" or len(scopes) == 1:
        return False
    tests = (block.value for block in project.resolver.bindings(spot.path).enclosing(spot.block, frozenset({"if"})))
    return any(isinstance(test, Operation) and any(isinstance(part, Ref) and part.name == "__name__" for part in test.operands) for test in tests)
