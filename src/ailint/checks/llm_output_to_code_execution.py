"""What a model says or chooses, executed as code or commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.sinks import Sink, judged
from ailint.facts import Collection, Literal, Value, Verdict, satisfied
from ailint.project.arguments import Given
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

EXECUTED = ("code", "argv")
COMMAND = Sink(
    "shell",
    "runs as a command on this machine",
    "every word of the model's is quoted, taken from a list, or approved by a person before the command runs",
)
CODE = Sink("code", "is executed as code on this machine", "what the model chose comes from a list, or was approved by a person, before it runs")


def llm_output_to_code_execution(project: Project) -> Iterator[Verdict]:
    """Nothing that a model said, or chose as a tool's argument, is executed outside a sandbox."""
    for site in project.calls("sink.code", "sink.shell", "sink.template"):
        values = [value for name in EXECUTED for value in project.all_given(site, name)]
        verdict = judged(project, site, values, COMMAND if site.role == "sink.shell" else CODE)
        if verdict is not None and verdict.related and runs_one_program(project, site, values):
            yield satisfied(site.place, "the program is fixed, and no shell reads the model's words")
        elif verdict is not None:
            yield verdict


def runs_one_program(project: Project, site: Site, values: list[Value]) -> bool:
    """Whether a command is a list whose program is written out, and no shell reads it."""
    return site.role == "sink.shell" and not through_shell(project, site) and all(fixed_program(project, value, site) for value in values)


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
