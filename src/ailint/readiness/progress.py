"""How far a project has come: ladders, milestones and stage gates, from standings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Severity
from ailint.readiness.records import Ladder, Milestone, StageGate
from ailint.readiness.scheme import LADDERS, MILESTONES, RUNGS
from ailint.settings import Stage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ailint.readiness.formula import Standing


def ladders(standings: Collection[Standing]) -> tuple[Ladder, ...]:
    """Every practice graded by the rung that it has reached."""
    return tuple(_ladder(name, [standing for standing in standings if standing.card.ladder == name and standing.determined]) for name in LADDERS)


def milestones(standings: Collection[Standing]) -> tuple[Milestone, ...]:
    """A milestone is stable where something holds and no rule of medium severity or more is violated."""
    found = []
    for name, milestone in MILESTONES.items():
        own = [standing for standing in standings if milestone.rests_on(standing.card) and standing.determined]
        missing = unmet(own, Severity.MEDIUM)
        found.append(Milestone(name, not missing if own else None, missing))
    return tuple(found)


def gates(standings: Collection[Standing]) -> tuple[StageGate, ...]:
    """What each stage, and those before it, still ask for: the violated rules of severity high or more."""
    determined = any(standing.determined for standing in standings)
    asked = ((stage, unmet((standing for standing in standings if standing.card.stage.rank <= stage.rank), Severity.HIGH)) for stage in Stage)
    return tuple(StageGate(stage, not missing if determined else None, missing) for stage, missing in asked)


def stage_reached(found: Iterable[StageGate]) -> Stage | None:
    """The last stage whose gate is met; None where not even the first is."""
    return next((gate.stage for gate in reversed(list(found)) if gate.met), None)


def unmet(standings: Iterable[Standing], least: Severity) -> tuple[str, ...]:
    """The rules that are violated with a severity of `least` or more."""
    return tuple(sorted({standing.card.name for standing in standings if standing.worst and standing.worst.rank <= least.rank}))


def _ladder(name: str, standings: list[Standing]) -> Ladder:
    """The highest rung on which something holds and below which nothing is violated."""
    reached = 0
    for number, rung in enumerate(RUNGS, 1):
        own = [standing for standing in standings if standing.card.rung == rung]
        if missing := tuple(sorted({standing.card.name for standing in own if standing.violated})):
            return Ladder(name, reached, len(RUNGS), RUNGS[reached - 1] if reached else None, missing)
        reached = number if own else reached
    return Ladder(name, reached if standings else None, len(RUNGS), RUNGS[reached - 1] if reached else None, ())
