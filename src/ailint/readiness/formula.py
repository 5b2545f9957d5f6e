"""Formula version 1: from what was judged to scores."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Outcome, Severity
from ailint.readiness.scheme import CRITICAL_CAP, WEIGHTS
from ailint.rule import AREAS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from ailint.judge import Judged
    from ailint.rule import Card


class Standing(NamedTuple):
    """What a rule came to in a sub-project: places by outcome, and the worst severity among the violated ones."""

    card: Card
    subproject: str
    satisfied: int
    violated: int
    unknown: int
    worst: Severity | None

    @property
    def determined(self) -> int:
        """Places that are one or the other."""
        return self.satisfied + self.violated

    @property
    def ratio(self) -> Fraction:
        """The share of them that is satisfied."""
        return Fraction(self.satisfied, self.determined)

    @property
    def covered(self) -> Fraction:
        """The share of places that could be determined."""
        return Fraction(self.determined, self.determined + self.unknown)


def standings_of(cards: Mapping[str, Card], judged: Iterable[Judged], excused: Collection[str] = ()) -> tuple[Standing, ...]:
    """A standing for each stable rule and sub-project where it applied; what is `excused` counts nowhere."""
    grouped: dict[tuple[str, str], list[Judged]] = {}
    for answer in judged:
        if cards[answer.rule].status == "stable" and answer.fingerprint not in excused:
            grouped.setdefault((answer.subproject, answer.rule), []).append(answer)
    return tuple(_standing(cards[rule], subproject, answers) for (subproject, rule), answers in sorted(grouped.items()))


def mean(standings: Iterable[Standing], part: Callable[[Standing], Fraction]) -> int | None:
    """The mean weighted by severity, 0-100 and never rounded up; None of nothing."""
    weighted = [(WEIGHTS[standing.card.severity], part(standing)) for standing in standings]
    total = sum(weight for weight, _ in weighted)
    return int(100 * sum(weight * share for weight, share in weighted) / total) if total else None


def score(standings: Iterable[Standing]) -> int | None:
    """How much of what some rules of one sub-project ask for is done."""
    return mean((standing for standing in standings if standing.determined), lambda standing: standing.ratio)


def coverage(standings: Iterable[Standing]) -> int | None:
    """How much of what applied could be determined."""
    return mean(standings, lambda standing: standing.covered)


def area_score(standings: Collection[Standing], area: str) -> int | None:
    """The score of an area of one sub-project; a violation of critical severity caps it."""
    own = [standing for standing in standings if standing.card.area == area]
    found = score(own)
    capped = any(standing.worst is Severity.CRITICAL for standing in own)
    return min(found, CRITICAL_CAP) if found is not None and capped else found


def overall(standings: Collection[Standing]) -> int | None:
    """The lowest area of the lowest sub-project: a system is as ready as its weakest part. After the ML Test Score (Breck et al. 2017)."""
    return lowest(area_score(own, area) for own in by_subproject(standings).values() for area in AREAS)


def lowest(scores: Iterable[int | None]) -> int | None:
    """The least of what is known."""
    return min((score for score in scores if score is not None), default=None)


def by_subproject(standings: Iterable[Standing]) -> dict[str, list[Standing]]:
    """The standings of each sub-project."""
    found: dict[str, list[Standing]] = {}
    for standing in standings:
        found.setdefault(standing.subproject, []).append(standing)
    return found


def _standing(card: Card, subproject: str, answers: list[Judged]) -> Standing:
    counts = Counter(answer.outcome for answer in answers)
    violated = (answer.severity for answer in answers if answer.outcome is Outcome.VIOLATED)
    worst = min(violated, key=lambda severity: severity.rank, default=None)
    return Standing(card, subproject, counts[Outcome.SATISFIED], counts[Outcome.VIOLATED], counts[Outcome.UNKNOWN], worst)
