"""Where confidential values get out: what models are told, and what is written to logs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.checks.logged import UNJUDGED, Logged, logged, written
from ailint.checks.prompt_inputs import prompt_inputs
from ailint.knowledge.secrets import load_secrets
from ailint.project.flow import HELD
from ailint.project.flow.walk import CONFIDED_PATH
from ailint.project.prompts import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Place, Value
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.things import Spot


SECRET = "secret"  # noqa: S105 -- a kind of source
NEAR = 50  # visits: what a line of a log or an error says is put together close by


@dataclass(frozen=True, slots=True)
class Told:
    """A value that goes to a model, and where."""

    value: Value
    spot: Spot
    place: Place


def told(project: Project) -> Iterator[Told]:
    """Every value that goes to a model as text, whatever its message role: messages, what is put into them, descriptions of tools."""
    for message in messages(project):
        yield Told(message.content, message.spot, message.place)
    yield from (Told(value, spot, place) for value, spot, place in prompt_inputs(project))
    for site in project.calls("tool.def"):
        description = project.given(site, "description")
        if description is not None:
            yield Told(description, site.spot, site.place)


def told_of(project: Project, kind: str) -> Iterator[tuple[Place, Trace]]:
    """Where something of a kind goes to a model, each place once."""
    for one in told(project):
        if project.role(one.place.path) in UNJUDGED:
            continue
        found = first(project.flow.sources(one.value, one.spot, "prompt"), kind)
        if found is not None:
            yield one.place, found


def logged_of(project: Project, kind: str) -> Iterator[tuple[Logged, Trace]]:
    """Where something of a kind is written to a log or shown."""
    paths = secretive(project) if kind == SECRET else project.python.keys()
    for entry in logged(project):
        if entry.ref.path not in paths:
            continue
        found = first((trace for value in written(entry.call) for trace in project.flow.of_kind(kind, value, entry.spot, "log", NEAR)), kind)
        if found is not None:
            yield entry, found


def secretive(project: Project) -> frozenset[str]:
    """Files that name a secret at all: what is written elsewhere would have come a long way, and lost its name on it."""
    return project.shared("files that name a secret", lambda: frozenset(project.vocabulary.files_naming(load_secrets().is_secret_name)))


def first(traces: Iterable[Trace], kind: str) -> Trace | None:
    """The nearest trace of a kind that did not come through an object, which need not show it, nor a long way."""
    return next((trace for trace in traces if trace.kind == kind and HELD not in trace.trail and len(trace.path) <= CONFIDED_PATH), None)
