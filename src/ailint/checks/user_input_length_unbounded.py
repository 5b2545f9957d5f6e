"""What users send to a model or an embedder, of any length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.lengths import limit_of
from ailint.checks.paths import way
from ailint.checks.sent import declaration, field_name, subject
from ailint.checks.user_input_in_system_prompt import names_who_or_where
from ailint.facts import Outcome, Severity, satisfied, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place, Value, Verdict
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.things import Spot

BY_HAND = ("ui.chat", "ui.input")
GIVEN = ("messages", "prompt", "input")


def user_input_length_unbounded(project: Project) -> Iterator[Verdict]:
    """Whatever users send to a model has a length limit; one verdict for each place where it enters."""
    found: dict[Place, Verdict] = {}
    seen: set[tuple[Place, str]] = set()
    for value, spot, use in paid_for(project):
        for trace in project.flow.sent(value, spot, against="length"):
            place = entrance(project, trace)
            if (place, field_name(trace)) not in seen:
                seen.add((place, field_name(trace)))
                verdict = judged(project, trace, place, use)
                if place not in found or found[place].outcome is not Outcome.VIOLATED:
                    found[place] = verdict
    yield from found.values()


def paid_for(project: Project) -> Iterator[tuple[Value, Spot, Place]]:
    """Every value that a model or an embedder is given, and where."""
    for site in project.calls("llm.chat", "agent.run", "embed.call"):
        for spelling in (spelling for name in GIVEN for spelling in site.meaning.arguments.get(name, ())):
            yield from ((value, spot, site.place) for value, spot in project.arguments.values(site.ref, spelling, site.meaning.positional))


def entrance(project: Project, trace: Trace) -> Place:
    """Where what was sent is declared, else where it is read."""
    declared = declaration(project, trace)
    return declared.place if declared is not None else trace.place


def judged(project: Project, trace: Trace, place: Place, use: Place) -> Verdict:
    """The verdict on one field."""
    limit = "it names somebody or something" if names_who_or_where(trace) else limit_of(project, trace)
    if limit:
        return satisfied(place, limit)
    severity = Severity.LOW if is_typed_in(project, trace) else None
    return violated(place, f"{subject(trace)} reaches a model however long it is", related=way(trace, use), severity=severity)


def is_typed_in(project: Project, trace: Trace) -> bool:
    """Whether a person fills in a page or a chat, and no program sends requests."""
    path = trace.place.path
    return any(project.calls_in(path, *BY_HAND)) and not any(project.calls_in(path, "route"))
