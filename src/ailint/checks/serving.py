"""Which functions run on a server: for a request, or for a message in a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.repetition import Repetition

if TYPE_CHECKING:
    from ailint.project import Project

SERVING = frozenset({"route", "inject", "ui.callback", "ui.chat"})
FARTHEST = 6  # calls
UNTOLD = frozenset({"test", "example", "eval", "notebook"})


class Serving:
    """Tells whether a function runs for requests and for nothing else: what it prints is then a line of the server's log."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.repetition = Repetition(project)
        self._known: dict[tuple[str, int], bool] = {}

    def only(self, path: str, scope: int, depth: int = 0) -> bool:
        """Whether a handler of requests comes to the function, or it is one, and nobody else calls it."""
        key = path, scope
        if key not in self._known:
            self._known[key] = depth > 0  # a function that calls itself is what its other callers are
            self._known[key] = self.handles(path, scope) or (depth < FARTHEST and self.by_callers(path, scope, depth))
        return self._known[key]

    def handles(self, path: str, scope: int) -> bool:
        """Whether a framework calls the function for a request or message."""
        facts = self.project.python[path].scopes[scope]
        return facts.kind == "function" and (self.repetition.decorated(path, facts) in SERVING or self.repetition.handles_requests(path, facts))

    def by_callers(self, path: str, scope: int, depth: int) -> bool:
        """Whether every caller of the function runs for requests."""
        resolver = self.project.resolver
        facts = self.project.python[path].scopes[scope]
        callers = [ref for ref in resolver.callers(path, scope) or () if self.project.role(ref.path) not in UNTOLD]
        if facts.kind == "lambda" or (facts.kind == "function" and not callers and self.project.python[path].scopes[facts.parent].kind == "function"):
            return self.only(path, facts.parent, depth + 1)
        return bool(callers) and all(self.only(ref.path, resolver.call(ref).scope, depth + 1) for ref in callers)
