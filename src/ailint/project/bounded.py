"""Bounds and forms that a project sets for what goes to a model and what comes back, as controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.arguments import Given
from ailint.project.things import External

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ailint.facts import Span
    from ailint.project.project import Project
    from ailint.project.things import CallRef

    Found = tuple[str, Span, str]

RUNNING = frozenset({"app", "script"})
ASKING = ("llm.client", "llm.chat", "agent.define")
FIELDS = frozenset({"pydantic.Field", "pydantic.fields.Field", "pydantic.constr", "sqlmodel.Field", "fastapi.Body", "fastapi.Form", "fastapi.Query"})


def set_at_calls(project: Project, argument: str, what: str, roles: frozenset[str] = RUNNING) -> Iterator[Found]:
    """Model calls and clients in files of some roles that are given an argument."""
    for site in project.calls(*ASKING):
        if argument in site.meaning.arguments and project.role(site.path) in roles:
            found = project.argument(site, argument)
            if found.given is Given.CALL and found.ref == site.ref and not found.is_none:
                yield site.path, site.call.span, what


def answer_lengths(project: Project) -> Iterator[Found]:
    """Model calls whose answer has a longest length."""
    yield from set_at_calls(project, "max_output", "the answer has a longest length")


def temperatures(project: Project) -> Iterator[Found]:
    """Model calls that say how much chance there is in an answer."""
    yield from set_at_calls(project, "temperature", "the temperature is chosen")


def schemas(project: Project) -> Iterator[Found]:
    """Model calls whose answer has a schema."""
    yield from set_at_calls(project, "schema", "the answer has a schema", RUNNING | {"eval"})


def counted(project: Project) -> Iterator[Found]:
    """Calls that count tokens."""
    yield from ((site.path, site.call.span, "tokens are counted") for site in project.calls("llm.count") if project.role(site.path) in RUNNING)


def input_lengths(project: Project) -> Iterator[Found]:
    """Fields of requests that take texts up to a length, in an application that is asked over the web."""
    if not any(project.role(site.path) in RUNNING for site in project.calls("route")):
        return
    for tail in sorted({name.rpartition(".")[2] for name in FIELDS}):
        for ref in project.resolver.calls_by_tail.get(tail, ()):
            call = project.resolver.call(ref)
            if project.role(ref.path) in RUNNING and any(name == "max_length" for name, _ in call.keywords) and is_field(project, ref):
                yield ref.path, call.span, "a field takes texts up to a length"


def is_field(project: Project, ref: CallRef) -> bool:
    """Whether a call declares a field of a request."""
    return any(isinstance(thing, External) and thing.origin in FIELDS for thing in project.resolver.callee(ref))


BOUNDED: dict[str, Callable[[Project], Iterator[Found]]] = {
    "token-budget": counted,
    "answer-length": answer_lengths,
    "temperature": temperatures,
    "answer-schema": schemas,
    "input-length": input_lengths,
}
