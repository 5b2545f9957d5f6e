"""Personal data of records that go to models, indexes and logs as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.confidences import first, logged_of, told_of
from ailint.checks.logged import UNJUDGED
from ailint.checks.merging import one_a_line
from ailint.checks.paths import way
from ailint.facts import Literal, Place, Verdict, unknown, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.flow import Trace

INDEXED = (("embed.call", "input"), ("vector.write", "texts"), ("vector.write", "documents"), ("vector.write", "metadatas"))


def pii_in_prompt_or_log(project: Project) -> Iterator[Verdict]:
    """No field of a record that is personal by its name goes to a model, an index or a log before something hides it."""
    yield from one_a_line(verdicts(project))


def verdicts(project: Project) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    for place, trace in told_of(project, "personal"):
        yield judged(project, place, trace, "goes to the model")
    for place, trace in indexed(project):
        yield judged(project, place, trace, "goes into an index")
    for entry, trace in logged_of(project, "personal"):
        yield found(entry.place, trace, f"is {entry.how}")


def indexed(project: Project) -> Iterator[tuple[Place, Trace]]:
    """Where personal data is made vectors of, or kept in a store of them."""
    for role, name in INDEXED:
        for site in project.calls(role):
            given = project.given(site, name) if project.role(site.path) not in UNJUDGED else None
            trace = first(project.flow.sources(given, site.spot, "prompt"), "personal") if given is not None else None
            if trace is not None:
                yield site.place, trace


def judged(project: Project, place: Place, trace: Trace, where: str) -> Verdict:
    """The verdict on a field that goes to a model or index, where something may stand between that hides it."""
    proofs = project.evidence("redaction", project.subproject_of(place.path))
    if proofs:
        return unknown(place, f"{proofs[0].what} may hide it on the way")
    return found(place, trace, where)


def found(place: Place, trace: Trace, where: str) -> Verdict:
    """The finding on one field."""
    name = trace.value.value if isinstance(trace.value, Literal) else ""
    return violated(place, f"The personal field `{name}` {where} as it is", related=way(trace, place))
