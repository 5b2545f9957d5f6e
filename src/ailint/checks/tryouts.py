"""What a module does where it is run by itself, beside what the application takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.guards import asks_for_main

if TYPE_CHECKING:
    from ailint.project import Project
    from ailint.project.things import Spot

CONDITIONS = frozenset({"if"})


def tries_out(project: Project, spot: Spot) -> bool:
    """Whether something stands in the part of a program of a module of the application that has functions or classes, too."""
    scopes = project.python[spot.path].scopes
    is_beside = scopes[spot.scope].kind == "module" and project.role(spot.path) == "app" and len(scopes) > 1
    return is_beside and is_program_part(project, spot.path, spot.block)


def is_program_part(project: Project, path: str, block: int) -> bool:
    """Whether code stands under `if __name__ == "__main__"`."""
    return any(asks_for_main(one.value) for one in project.resolver.bindings(path).enclosing(block, CONDITIONS))
