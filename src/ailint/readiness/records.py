"""What readiness comes to, in the fields of the JSON contract; null is what nothing determines."""

from __future__ import annotations

from msgspec import Struct

from ailint.facts import Severity
from ailint.settings import Stage


class Area(Struct, frozen=True):
    """An area: its score is that of the weakest sub-project, the counts are places in all of them."""

    name: str
    score: int | None
    coverage: int | None
    satisfied: int
    violated: int
    unknown: int


class Domain(Struct, frozen=True):
    """A skill domain, counted as areas are; `role` closes its gap."""

    name: str
    score: int | None
    coverage: int | None
    satisfied: int
    violated: int
    unknown: int
    gap_severity: Severity
    role: str


class Ladder(Struct, frozen=True):
    """How far a practice is: `rung` of `of`, null where none of its rules was determined; `next` are the rules in the way."""

    name: str
    rung: int | None
    of: int
    reached: str | None
    next: tuple[str, ...]


class Milestone(Struct, frozen=True):
    """Whether a milestone is stable, null where nothing says so; `missing` are the rules in the way."""

    name: str
    reached: bool | None
    missing: tuple[str, ...]


class StageGate(Struct, frozen=True):
    """What a stage still asks for."""

    stage: Stage
    met: bool | None
    unmet: tuple[str, ...]


class Blocker(Struct, frozen=True):
    """A rule that is violated. `count` are its places; `set_aside` those of them that are ignored, suppressed or in the baseline."""

    rule: str
    severity: Severity
    effort: str
    role: str
    count: int
    set_aside: int
    stage: Stage
    area: str
    domain: str


class Step(Struct, frozen=True):
    """A part of the roadmap: what one role has to close for a stage. `hours` is an estimate, least and most."""

    stage: Stage
    role: str
    rules: tuple[str, ...]
    hours: tuple[float, float]


class Proof(Struct, frozen=True):
    """Evidence that what a rule asks for is done; `practice` is the rule, or the control where none asks for it.

    `declared`: said in the configuration, not seen in the repository.
    """

    practice: str
    path: str
    line: int
    what: str
    declared: bool


class Doubt(Struct, frozen=True):
    """A place that could not be determined, and why."""

    rule: str
    path: str
    line: int
    why: str


class SubProject(Struct, frozen=True):
    """A sub-project's own scores, by area."""

    path: str
    score: int | None
    score_without_waivers: int | None
    coverage: int | None
    areas: dict[str, int | None]


class Readiness(Struct, frozen=True, kw_only=True):
    """How near to production the project is. Nothing is determined where only part of a project was asked about, or no AI is used."""

    formula_version: int = 1
    score: int | None = None
    score_without_waivers: int | None = None
    coverage: int | None = None
    stage_reached: Stage | None = None
    areas: tuple[Area, ...] = ()
    domains: tuple[Domain, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    gates: tuple[StageGate, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    roadmap: tuple[Step, ...] = ()
    evidence: tuple[Proof, ...] = ()
    undetermined: tuple[Doubt, ...] = ()
    projects: tuple[SubProject, ...] = ()
