"""Models, agents and their versions that everybody gets at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.practices import MOST_RELATED, shown
from ailint.checks.rollouts import Move, moves
from ailint.facts import Related, Verdict, satisfied, unknown, violated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.profile import SubProject


def no_staged_rollout(project: Project) -> Iterator[Verdict]:
    """A new version of what a project deploys serves some before it serves all: a share of the traffic, a flag, a shadow, an approval."""
    found = list(moves(project))
    for subproject in project.subprojects:
        own = [move for move in found if project.subproject_of(move.place.path).path == subproject.path]
        if own:
            yield judged(project, subproject, own)


def judged(project: Project, subproject: SubProject, own: list[Move]) -> Verdict:
    """The verdict on what a sub-project deploys."""
    place, proofs = project.manifest(subproject), project.evidence("rollout", subproject)
    in_steps = [move for move in own if move.in_steps]
    at_once = [move for move in own if move.in_steps is False]
    if in_steps:
        related = related_to(in_steps, "moves in steps, or is approved")
        return satisfied(place, "New versions get their traffic in steps", related=related, subproject=subproject.path)
    if proofs:
        return satisfied(place, proofs[0].what, related=shown(proofs), subproject=subproject.path)
    if at_once:
        first = at_once[0].what
        words = f"{first[:1].upper()}{first[1:]} gets all of its traffic at once, and no feature flag chooses among versions"
        return violated(place, words, related=related_to(at_once, "gets all traffic here"), subproject=subproject.path)
    words = "how the traffic moves is decided elsewhere"
    return unknown(place, words, related=related_to(own, "gets its traffic here"), subproject=subproject.path)


def related_to(found: Iterable[Move], words: str) -> tuple[Related, ...]:
    """The places, with what happens at each."""
    return tuple(Related(move.place, f"{move.what} {words}") for move in found)[:MOST_RELATED]
