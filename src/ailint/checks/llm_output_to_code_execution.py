"""What a model says or chooses, executed as code or commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.paths import described, way
from ailint.facts import Collection, Literal, Value, Verdict, satisfied, violated
from ailint.project.arguments import Given
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

EXECUTED = ("code", "argv")


def llm_output_to_code_execution(project: Project) -> Iterator[Verdict]:
    """Nothing that a model said, or chose as a tool's argument, is executed outside a sandbox."""
    for site in project.calls("sink.code", "sink.shell", "sink.template"):
        verdict = judged(project, site)
        if verdict is not None:
            yield verdict


def judged(project: Project, site: Site) -> Verdict | None:
    """The verdict on one execution; None where nothing of a model reaches it."""
    values = [value for name in EXECUTED if (value := project.given(site, name)) is not None]
    traces = [trace for value in values for trace in project.flow.model_output(value, site.spot)]
    if not traces:
        return None
    if site.role == "sink.shell" and not through_shell(project, site) and all(fixed_program(project, value, site) for value in values):
        return satisfied(site.place, "the program is fixed, and no shell reads the model's words")
    what = "runs as a command" if site.role == "sink.shell" else "is executed as code"
    return violated(site.place, f"{described(traces[0])} {what} on this machine", related=way(traces[0], site.place))


def through_shell(project: Project, site: Site) -> bool:
    """Whether a shell may read the command."""
    shell = project.argument(site, "shell")
    if shell.given is Given.DEFAULT:
        return bool(shell.default)
    return shell.given is Given.UNKNOWN or any(constant is not False for constant in shell.constants)


def fixed_program(project: Project, value: Value, site: Site) -> bool:
    """Whether the value is an argument list whose first word is written out."""
    lists = [value] if isinstance(value, Collection) else [t.value for t in project.things(value, site.spot) if isinstance(t, Data)]
    return bool(lists) and all(isinstance(one, Collection) and bool(one.items) and is_program(project, one.items[0]) for one in lists)


def is_program(project: Project, word: Value) -> bool:
    """Whether the first word names a program that does one thing, and not one that runs what it is given."""
    return isinstance(word, Literal) and str(word.value).rpartition("/")[2] not in project.words.interpreters
