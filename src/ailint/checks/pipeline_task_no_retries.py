"""Tasks of pipelines that give up at the first failure of a model, an embedder or a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.retries import Retries
from ailint.facts import Related, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.tasks import Task, tasks
from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.project import Project
    from ailint.project.arguments import Argument
    from ailint.project.sites import Site

REMOTE = ("llm.chat", "embed.call", "vector.write", "agent.run")
DEEPEST = 4
ENOUGH = 3  # what a client repeats by itself, within seconds, is no retry of a task
OVERRIDING = "with_options"


def pipeline_task_no_retries(project: Project) -> Iterator[Verdict]:
    """A task that calls out is run again by its orchestrator when it fails."""
    retries = Retries(project)
    remote = {site.ref: site for site in project.calls(*REMOTE) if not site.meaning.local}
    for task in tasks(project):
        reached = list(calls_of(project, task.function, remote))
        if reached:
            yield judged(project, task, reached, retries)


def calls_of(project: Project, function: Function, remote: dict[CallRef, Site], depth: int = 0) -> Iterator[Site]:
    """The calls to services that a function comes to, its own and those of the functions it calls."""
    bindings = project.resolver.bindings(function.path)
    for index, _ in bindings.calls_within(bindings.facts.scopes[function.scope].body):
        ref = CallRef(function.path, index)
        if ref in remote:
            yield remote[ref]
        elif depth < DEEPEST:
            for thing in project.resolver.callee(ref):
                if isinstance(thing, Function) and (thing.path, thing.scope) != (function.path, function.scope):
                    yield from calls_of(project, thing, remote, depth + 1)


def judged(project: Project, task: Task, reached: Sequence[Site], retries: Retries) -> Verdict:
    """The verdict on one task."""
    answers = [answer(project.argument(task.site, "retries"))] if task.site is not None else []
    answers += [answer(project.argument(flow, "retries")) for flow in flows_of(project, task)]
    if True in answers or project.evidence("task-retries", project.subproject_of(task.place.path)):
        return satisfied(task.place, "run again when it fails")
    if all(is_repeated(project, site, retries) for site in reached):
        return satisfied(task.place, "what it calls is tried again")
    if None in answers or overridden(project):
        return unknown(task.place, "whether the task is run again is decided elsewhere")
    related = (Related(reached[0].place, "called here"),)
    name = project.resolver.scope(task.function).name
    return violated(task.place, f"The task `{name}` calls a service over the network and is not run again when that fails", related=related)


def answer(argument: Argument) -> bool | None:
    """Whether an argument asks for retries: None where it cannot be told."""
    if argument.given is Given.ABSENT or argument.is_none:
        return False
    if argument.given is Given.UNKNOWN:
        return None
    numbers = argument.numbers
    return any(number > 0 for number in numbers) if numbers else True


def flows_of(project: Project, task: Task) -> Sequence[Site]:
    """The pipelines that may run a task: those of its file, else all of its sub-project."""
    own = list(project.calls_in(task.place.path, "pipeline.flow"))
    subproject = project.subproject_of(task.place.path).path
    return own or [flow for flow in project.calls("pipeline.flow") if project.subproject_of(flow.path).path == subproject]


def is_repeated(project: Project, site: Site, retries: Retries) -> bool:
    """Whether a call is repeated in the code around it, or by a client that was told to."""
    given = project.argument(site, "retries")
    return retries.around(site.ref) is not False or (given.given is Given.CALL and any(number >= ENOUGH for number in given.numbers))


def overridden(project: Project) -> bool:
    """Whether some task's retries are set where it is used."""
    refs = project.resolver.calls_by_tail.get(OVERRIDING, ())
    return any(name == "retries" for ref in refs for name, _ in project.resolver.call(ref).keywords)
