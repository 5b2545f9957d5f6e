"""What is written to logs: every call that writes to one, and where what it writes comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.facts import Literal, Ref, Spread, Value
from ailint.project.flow.walk import CONFIDED_PATH
from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Call, Place
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.sites import Site
    from ailint.project.things import Spot

SINKS = ("log", "trace.attribute", "print")
NO_CONTENT = frozenset({"exc_info", "stack_info", "stacklevel", "file", "sep", "end", "flush"})
UNJUDGED = frozenset({"test", "generated", "vendored", "example", "eval", "notebook", "migration"})
WRITTEN = {"print": "printed", "trace.attribute": "put on a trace span"}
LONGEST = 12  # lines of a function that only hands on what is to be written


@dataclass(frozen=True, slots=True)
class Logged:
    """A call that writes to a log, by itself or through a function of the project that does nothing else; `site` is the library's call."""

    site: Site
    ref: CallRef
    call: Call
    spot: Spot
    place: Place

    @property
    def role(self) -> str:
        """How it is written: to the log, with its level, to a span or to the screen."""
        return self.site.role

    @property
    def how(self) -> str:
        """The same, as the end of a sentence."""
        return WRITTEN.get(self.role, "written to the log")


def logged(project: Project) -> tuple[Logged, ...]:
    """Every call of the application that writes something to a log that is not a constant."""
    return project.shared("logged", lambda: tuple(found(project)))


def found(project: Project) -> Iterator[Logged]:
    """The same, not yet kept."""
    seen: set[CallRef] = set()
    for site in project.calls(*SINKS):
        for ref in written_by(project, site.ref, seen):
            if project.role(ref.path) not in UNJUDGED:
                yield entry(project, site, ref)


def entry(project: Project, site: Site, ref: CallRef) -> Logged:
    """A call that writes."""
    return Logged(site, ref, project.resolver.call(ref), project.resolver.spot(ref), project.flow.call_place(ref))


def origins(project: Project, entry: Logged) -> tuple[Trace, ...]:
    """Everything that what is written is made of, close by."""
    traces = (trace for value in written(entry.call) for trace in project.flow.origins(value, entry.spot, "log"))
    return tuple(trace for trace in traces if len(trace.path) <= CONFIDED_PATH)


def written(call: Call) -> tuple[Value, ...]:
    """What a call writes, its constants left out."""
    values = (*call.args, *(value for name, value in call.keywords if name not in NO_CONTENT), *call.spreads)
    return tuple(value for value in values if not isinstance(value, Literal))


# loggers of the project's own


def written_by(project: Project, ref: CallRef, seen: set[CallRef]) -> Iterator[CallRef]:
    """The call itself or, where it stands in a function that only hands on what is to be written, the calls of that function."""
    if ref in seen:
        return
    seen.add(ref)
    if not hands_on(project, ref):
        yield ref
        return
    scope = project.resolver.call(ref).scope
    for other in project.resolver.calls_by_tail.get(project.python[ref.path].scopes[scope].name, ()):
        if any(isinstance(thing, Function) and (thing.path, thing.scope) == (ref.path, scope) for thing in project.resolver.callee(other)):
            yield from written_by(project, other, seen)


def hands_on(project: Project, ref: CallRef) -> bool:
    """Whether a call is given a parameter as it is, in a short function that gives nothing back."""
    call = project.resolver.call(ref)
    facts = project.python[ref.path]
    scope = facts.scopes[call.scope]
    if scope.kind != "function" or scope.span.end_line - scope.span.line > LONGEST or project.asks_model(Function(ref.path, call.scope)):
        return False
    parameters = {parameter.name for parameter in scope.parameters}
    whole = (value.value if isinstance(value, Spread) else value for value in call.args)
    steps = (facts.steps[index] for index in project.resolver.bindings(ref.path).steps_by_scope.get(call.scope, ()))
    gives = any(step.kind in {"return", "yield"} and step.value is not None for step in steps)
    return not gives and any(isinstance(value, Ref) and value.name in parameters for value in whole)
