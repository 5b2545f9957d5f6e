"""Tasks of pipelines: the functions that an orchestrator runs, and what declares them so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import CallResult, Place, Span
from ailint.project.structure import END
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project.project import Project
    from ailint.project.sites import Site

TASK = "pipeline.task"


class Task(NamedTuple):
    """A function that is run as a task; `site` is the call that declares it, None for a bare decorator."""

    function: Function
    site: Site | None
    place: Place


def tasks(project: Project) -> tuple[Task, ...]:
    """Every task of the repository's pipelines."""
    return project.shared("tasks", lambda: tuple(_tasks(project)))


def _tasks(project: Project) -> Iterator[Task]:
    for site in project.calls(TASK):
        function = project.given(site, "function")
        things = project.things(function, site.spot) if function is not None else ()
        yield from (Task(thing, site, site.place) for thing in things if isinstance(thing, Function))
    wanted = project.knowledge.tails.get(TASK, frozenset())
    for path in project.vocabulary.files_with(wanted):
        for index, scope in enumerate(project.python[path].scopes):
            spot = Spot(path, scope.parent, scope.block, END)
            for decorator in scope.decorators:
                if is_task(project, decorator, spot):
                    declared = project.sites.at(CallRef(path, decorator.call)) if isinstance(decorator, CallResult) else None
                    yield Task(Function(path, index), declared, Place(path, first_line(scope.span), scope.symbol))


def is_task(project: Project, decorator: Value, spot: Spot) -> bool:
    """Whether a decorator, called or not, makes a function a task."""
    resolver = project.resolver
    things = resolver.callee(CallRef(spot.path, decorator.call)) if isinstance(decorator, CallResult) else resolver.things(decorator, spot)
    return any(isinstance(thing, External) and resolver.has_role(thing, TASK) for thing in things)


def first_line(span: Span) -> Span:
    """Where a function begins."""
    return Span(span.line, span.column, span.line, span.column + 1)
