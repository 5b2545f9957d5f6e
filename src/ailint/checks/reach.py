"""Which functions lead to a model call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.project import Project

DEEPEST = 4


class Reach:
    """Tells whether a function, or a call, comes to a call of one of the roles; what is known of a function is kept."""

    def __init__(self, project: Project, *roles: str) -> None:
        self.project = project
        self.wanted = {site.ref for site in project.calls(*roles)}
        self._functions: dict[tuple[str, int], bool] = {}

    def function(self, path: str, scope: int, depth: int = 0) -> bool:
        """Whether a function, with what is defined in it, comes to such a call."""
        key = path, scope
        if key not in self._functions:
            self._functions[key] = False
            bindings = self.project.resolver.bindings(path)
            calls = (CallRef(path, index) for index, _ in bindings.calls_within(bindings.facts.scopes[scope].body))
            self._functions[key] = self.any_of(calls, depth)
        return self._functions[key]

    def any_of(self, calls: Iterable[CallRef], depth: int = 0) -> bool:
        """Whether one of several calls comes to such a call."""
        return any(self.call(ref, depth) for ref in calls)

    def call(self, ref: CallRef, depth: int = 0) -> bool:
        """Whether a call is one of these, or calls a function of the project that comes to one."""
        if ref in self.wanted:
            return True
        if depth > DEEPEST:
            return False
        return any(self.function(thing.path, thing.scope, depth + 1) for thing in self.project.resolver.callee(ref) if isinstance(thing, Function))
