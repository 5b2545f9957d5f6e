"""What is left to do: blockers, first things first, and the roadmap by stage and by who closes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Outcome
from ailint.readiness.records import Blocker, Step
from ailint.readiness.scheme import DOMAINS, HOURS, SINGLY
from ailint.rule import EFFORTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from ailint.judge import Judged
    from ailint.readiness.formula import Standing
    from ailint.rule import Card
    from ailint.settings import Stage


def blockers(standings: Iterable[Standing], judged: Iterable[Judged], set_aside: Collection[str]) -> tuple[Blocker, ...]:
    """Every violated rule: worst severity first, then least effort, then name."""
    violated: dict[str, list[Standing]] = {}
    for standing in standings:
        if standing.violated:
            violated.setdefault(standing.card.name, []).append(standing)
    aside = [answer.rule for answer in judged if answer.outcome is Outcome.VIOLATED and answer.fingerprint in set_aside]
    found = [_blocker(own, aside.count(rule)) for rule, own in violated.items()]
    return tuple(sorted(found, key=lambda blocker: (blocker.severity.rank, EFFORTS.index(blocker.effort), blocker.rule)))


def roadmap(found: Sequence[Blocker]) -> tuple[Step, ...]:
    """The blockers by stage, earliest first, and in a stage by who closes them, most urgent first."""
    grouped: dict[tuple[Stage, str], list[Blocker]] = {}
    for blocker in found:
        grouped.setdefault((blocker.stage, blocker.role), []).append(blocker)
    steps = (_step(stage, role, own) for (stage, role), own in grouped.items())
    return tuple(sorted(steps, key=lambda step: step.stage.rank))


def hours(effort: str, places: int) -> tuple[float, float]:
    """Least: one change mends every place. Most: up to five places are mended one by one."""
    least, most = HOURS[effort]
    return least, most * min(places, SINGLY)


def closing_role(card: Card) -> str:
    """Who closes it."""
    return DOMAINS[card.domain].role


def _blocker(own: list[Standing], aside: int) -> Blocker:
    card = own[0].card
    worst = min((standing.worst for standing in own if standing.worst), key=lambda severity: severity.rank)
    count = sum(standing.violated for standing in own)
    return Blocker(card.name, worst, card.effort, closing_role(card), count, min(aside, count), card.stage, card.area, card.domain)


def _step(stage: Stage, role: str, own: list[Blocker]) -> Step:
    each = [hours(blocker.effort, blocker.count) for blocker in own]
    return Step(stage, role, tuple(blocker.rule for blocker in own), (sum(least for least, _ in each), sum(most for _, most in each)))


def by_rule(judged: Iterable[Judged], outcome: Outcome) -> Mapping[str, list[Judged]]:
    """What was judged so, rule by rule, each in the order of its places."""
    found: dict[str, list[Judged]] = {}
    for answer in sorted((answer for answer in judged if answer.outcome is outcome), key=lambda answer: (answer.rule, answer.path, answer.line)):
        found.setdefault(answer.rule, []).append(answer)
    return found
