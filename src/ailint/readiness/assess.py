"""Readiness: from what was judged to everything that a report says of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Outcome
from ailint.project.evidence import DECLARED
from ailint.readiness.formula import area_score, by_subproject, coverage, lowest, overall, score, standings_of
from ailint.readiness.progress import gates, ladders, milestones, stage_reached
from ailint.readiness.records import Area, Domain, Doubt, Proof, Readiness, SubProject
from ailint.readiness.scheme import DOMAINS, FORMULA
from ailint.readiness.work import blockers, by_rule, roadmap
from ailint.rule import AREAS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from ailint.finding import Related
    from ailint.judge import Judged
    from ailint.readiness.formula import Standing
    from ailint.rule import Card

SHOWN = 6


class Exceptions(NamedTuple):
    """Fingerprints of violations that leave the score because a waiver says why, and of those that count but are not shown."""

    excused: frozenset[str] = frozenset()
    set_aside: frozenset[str] = frozenset()


NO_EXCEPTIONS = Exceptions()


def assess(cards: Mapping[str, Card], judged: Iterable[Judged], exceptions: Exceptions = NO_EXCEPTIONS, controls: Iterable[Proof] = ()) -> Readiness:
    """The readiness of whole sub-projects by what stable rules said about them, in any order; `controls` are told of and move no score."""
    answers = sorted((answer for answer in judged if cards[answer.rule].status == "stable"), key=_order)
    standings, strict = standings_of(cards, answers, exceptions.excused), standings_of(cards, answers)
    counting = [answer for answer in answers if answer.fingerprint not in exceptions.excused]
    found, reached = blockers(standings, counting, exceptions.set_aside), gates(standings)
    return Readiness(
        formula_version=FORMULA,
        score=overall(standings),
        score_without_waivers=overall(strict),
        coverage=coverage(standings),
        stage_reached=stage_reached(reached),
        areas=tuple(_area(name, standings) for name in AREAS),
        domains=tuple(_domain(name, standings) for name in DOMAINS),
        ladders=ladders(standings),
        milestones=milestones(standings),
        gates=reached,
        blockers=found,
        roadmap=roadmap(found),
        evidence=(*_evidence(cards, counting), *controls),
        undetermined=tuple(_doubts(counting)),
        projects=tuple(_projects(standings, strict)),
    )


def _area(name: str, standings: Sequence[Standing]) -> Area:
    own = [standing for standing in standings if standing.card.area == name]
    return Area(name, _weakest(own, lambda some: area_score(some, name)), coverage(own), *_counts(own))


def _domain(name: str, standings: Sequence[Standing]) -> Domain:
    own = [standing for standing in standings if standing.card.domain == name]
    return Domain(name, _weakest(own, score), coverage(own), *_counts(own), DOMAINS[name].gap, DOMAINS[name].role)


def _weakest(standings: Sequence[Standing], scored: Callable[[Collection[Standing]], int | None]) -> int | None:
    return lowest(scored(own) for own in by_subproject(standings).values())


def _counts(standings: Sequence[Standing]) -> tuple[int, int, int]:
    counts = [(standing.satisfied, standing.violated, standing.unknown) for standing in standings]
    return sum(satisfied for satisfied, _, _ in counts), sum(violated for _, violated, _ in counts), sum(unknown for _, _, unknown in counts)


def _projects(standings: Sequence[Standing], strict: Sequence[Standing]) -> Iterator[SubProject]:
    counted = by_subproject(standings)
    for path, whole in sorted(by_subproject(strict).items()):
        own = counted.get(path, [])
        yield SubProject(path, overall(own), overall(whole), coverage(own), {area: area_score(own, area) for area in AREAS})


def _order(answer: Judged) -> tuple[object, ...]:
    return *answer._replace(related=(), ways=()), [(related.path, related.line, related.message) for related in answer.related]


def _evidence(cards: Mapping[str, Card], judged: Iterable[Judged]) -> Iterator[Proof]:
    """Where what rules ask for is done: for a whole sub-project the places that prove it, else the places that were judged."""
    for rule, answers in by_rule(judged, Outcome.SATISFIED).items():
        whole = cards[rule].scope == "project"
        proofs = dict.fromkeys(proof for answer in answers for proof in _proofs(answer, answer.related if whole else ()))
        yield from list(proofs)[:SHOWN]


def _proofs(answer: Judged, places: tuple[Related, ...]) -> Iterator[Proof]:
    if not places:
        yield Proof(answer.rule, answer.path, answer.line, answer.what, DECLARED in answer.what)
    for place in places:
        yield Proof(answer.rule, place.path, place.line, place.message, DECLARED in place.message)


def _doubts(judged: Iterable[Judged]) -> Iterator[Doubt]:
    for rule, answers in by_rule(judged, Outcome.UNKNOWN).items():
        yield from (Doubt(rule, answer.path, answer.line, answer.what) for answer in answers[:SHOWN])
