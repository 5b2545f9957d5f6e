"""Which functions lead to a model call."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

DEEPEST = 5


class Reach:
    """Tells whether a function, or a call, comes to a call of one of the roles: worked out once, from these calls upwards."""

    def __init__(self, project: Project, *roles: str) -> None:
        self.project = project
        self._calls = {site.ref for site in project.calls(*roles)}
        self._functions: set[tuple[str, int]] = set()
        new = set(self._calls)
        for _ in range(DEEPEST):
            functions = {function for ref in new for function in self.around(ref)} - self._functions
            self._functions |= functions
            new = set(self.calling(functions))
            self._calls |= new

    @cached_property
    def calls(self) -> tuple[CallRef, ...]:
        """The calls that are one of these or come to one, by place."""
        return tuple(sorted(self._calls, key=lambda ref: (ref.path, ref.index)))

    @property
    def files(self) -> set[str]:
        """The files that hold a call which comes to one of these."""
        return {ref.path for ref in self._calls}

    def around(self, ref: CallRef) -> Iterator[tuple[str, int]]:
        """The functions around a call, innermost first."""
        scopes = self.project.python[ref.path].scopes
        scope = self.project.resolver.call(ref).scope
        while scope > 0:
            if scopes[scope].kind != "class":
                yield ref.path, scope
            scope = scopes[scope].parent

    def calling(self, functions: set[tuple[str, int]]) -> Iterator[CallRef]:
        """The calls of some functions that are not yet known."""
        resolver = self.project.resolver
        names = sorted({self.project.python[path].scopes[scope].name for path, scope in functions})
        for ref in (ref for name in names for ref in resolver.calls_by_tail.get(name, ()) if ref not in self._calls):
            if any(isinstance(thing, Function) and (thing.path, thing.scope) in functions for thing in resolver.callee(ref)):
                yield ref

    def function(self, path: str, scope: int) -> bool:
        """Whether a function, with what is defined in it, comes to such a call."""
        return (path, scope) in self._functions

    def call(self, ref: CallRef) -> bool:
        """Whether a call is one of these, or calls a function of the project that comes to one."""
        return ref in self._calls


def reach_of(project: Project, *roles: str) -> Reach:
    """The reach of calls of some roles, worked out once for all rules that ask."""
    return project.shared(f"reach of {roles}", lambda: Reach(project, *roles))
