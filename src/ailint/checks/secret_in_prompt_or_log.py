"""Secrets that a model, or whoever reads the log, gets to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.confidences import NEAR, SECRET, first, logged_of, secretive, told_of
from ailint.checks.logged import UNJUDGED
from ailint.checks.merging import one_a_line
from ailint.checks.paths import way
from ailint.facts import CallResult, Literal, Place, Span, Verdict, satisfied, violated
from ailint.project.things import CallRef, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.flow import Trace


def secret_in_prompt_or_log(project: Project) -> Iterator[Verdict]:
    """No key, token or password of the environment, the settings or a vault goes to a model, a log or the text of an error."""
    yield from one_a_line(verdicts(project))


def verdicts(project: Project) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    for place, trace in told_of(project, SECRET):
        yield told(place, trace, "goes to the model as a part of what it is told")
    for entry, trace in logged_of(project, SECRET):
        yield told(entry.place, trace, f"is {entry.how}")
    for place, trace in raised(project):
        yield told(place, trace, "stands in the text of an error")
    yield from in_prompt_files(project)


def told(place: Place, trace: Trace, where: str) -> Verdict:
    """The finding on one secret that gets out."""
    name = trace.value.value if isinstance(trace.value, Literal) else ""
    return violated(place, f"The secret `{name}` {where}", related=way(trace, place))


def raised(project: Project) -> Iterator[tuple[Place, Trace]]:
    """Errors that are raised with a secret in their text."""
    for path in sorted(secretive(project)):
        if project.role(path) in UNJUDGED:
            continue
        facts = project.python[path]
        for index, step in enumerate(facts.steps):
            if step.kind == "raise" and isinstance(step.value, CallResult):
                spot = Spot(path, step.scope, step.block, index)
                call = facts.calls[step.value.call]
                values = (value for value in call.args if not isinstance(value, Literal))
                traces = (trace for value in values for trace in project.flow.of_kind(SECRET, value, spot, "log", NEAR))
                found = first(traces, SECRET)
                if found is not None:
                    yield project.flow.call_place(CallRef(path, step.value.call)), found


def in_prompt_files(project: Project) -> Iterator[Verdict]:
    """Keys that are written into files of prompts."""
    for path, file in project.files.items():
        if file.format == "prompt" and project.role(path) not in UNJUDGED:
            for secret in file.secrets:
                yield violated(Place(path, secret.span), f"{secret.kind}: {secret.shown}. Every model that is given this prompt is told it")
            if not file.secrets:
                yield satisfied(Place(path, Span(1, 0, 1, 0)), "holds no key of a known form")
