"""What is written to logs: every call that writes to one, and where what it writes comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.checks.repetition import Repetition
from ailint.facts import Literal, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.sites import Site

SINKS = ("log", "trace.attribute", "print")
NO_CONTENT = frozenset({"exc_info", "stack_info", "stacklevel", "file", "sep", "end", "flush"})
UNJUDGED = frozenset({"test", "generated", "vendored", "example", "eval", "notebook", "migration"})
SERVING = frozenset({"route", "inject", "ui.callback", "ui.chat"})
FARTHEST = 6  # calls


@dataclass(frozen=True, slots=True)
class Logged:
    """A call that writes to a log, and the origins of all that it is given."""

    site: Site
    origins: tuple[Trace, ...]


def logged(project: Project) -> tuple[Logged, ...]:
    """Every call of the application that writes something to a log that is not a constant."""
    return project.shared("logged", lambda: tuple(found(project)))


def found(project: Project) -> Iterator[Logged]:
    """The same, not yet kept."""
    for site in project.calls(*SINKS):
        if project.role(site.path) not in UNJUDGED:
            origins = [trace for value in written(site) for trace in project.flow.origins(value, site.spot, "log")]
            yield Logged(site, tuple(origins))


def written(site: Site) -> tuple[Value, ...]:
    """What a call writes, its constants left out."""
    values = (*site.call.args, *(value for name, value in site.call.keywords if name not in NO_CONTENT), *site.call.spreads)
    return tuple(value for value in values if not isinstance(value, Literal))


class Servers:
    """Tells whether a function runs for a request or in a chat: what it prints is then a line of the server's log."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.repetition = Repetition(project)
        self._known: dict[tuple[str, int], bool] = {}

    def run(self, path: str, scope: int, depth: int = 0) -> bool:
        """Whether a handler of requests comes to the function, or it is one."""
        key = path, scope
        if key not in self._known:
            self._known[key] = False
            self._known[key] = self.handles(path, scope) or (depth < FARTHEST and self.run_by_caller(path, scope, depth))
        return self._known[key]

    def handles(self, path: str, scope: int) -> bool:
        """Whether a framework calls the function for a request or message."""
        facts = self.project.python[path].scopes[scope]
        return facts.kind == "function" and (self.repetition.decorated(path, facts) in SERVING or self.repetition.handles_requests(path, facts))

    def run_by_caller(self, path: str, scope: int, depth: int) -> bool:
        """Whether a caller of the function runs for a request."""
        resolver = self.project.resolver
        return any(self.run(ref.path, resolver.call(ref).scope, depth + 1) for ref in resolver.callers(path, scope) or ())
