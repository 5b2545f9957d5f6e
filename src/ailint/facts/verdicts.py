"""What checks answer about a project."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypedDict, Unpack

from ailint.facts.values import Record, Span


class Outcome(StrEnum):
    """A check's answer at a site."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How bad, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Severity).index(self)


class Place(Record):
    """Somewhere in the repository. `project` findings of a sub-project stand at line 1 of its manifest."""

    path: str
    span: Span
    symbol: str = ""


class Related(Record):
    """Another place that a verdict speaks of, and what is there. `step`: the first place on a value's way, or a later one."""

    place: Place
    message: str
    step: Literal["", "first", "later"] = ""


class Verdict(Record):
    """What a check says about one site. `severity` only where it differs from the card's; `data` feeds nothing but the fingerprint."""

    outcome: Outcome
    place: Place
    message: str
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    subproject: str = ""
    data: str = ""


class Further(TypedDict, total=False):
    """The fields of a verdict that most do without."""

    related: tuple[Related, ...]
    severity: Severity | None
    subproject: str
    data: str


def violated(place: Place, message: str, **more: Unpack[Further]) -> Verdict:
    """A violated verdict."""
    return Verdict(Outcome.VIOLATED, place, message, **more)


def satisfied(place: Place, message: str, **more: Unpack[Further]) -> Verdict:
    """A satisfied verdict, its evidence in `message`."""
    return Verdict(Outcome.SATISFIED, place, message, **more)


def unknown(place: Place, message: str, **more: Unpack[Further]) -> Verdict:
    """A verdict that could not be reached, its reason in `message`."""
    return Verdict(Outcome.UNKNOWN, place, message, **more)
