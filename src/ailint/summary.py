"""The summary: what a run comes to, as counts, gate, areas and the next things to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from ailint.baseline_file import Known
from ailint.facts import Diagnostic, Severity
from ailint.finding import Finding, State
from ailint.judge import Judged, Tally
from ailint.readiness import Readiness
from ailint.rule import AREAS, EFFORTS, Card
from ailint.settings import Stage
from ailint.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


CRASHED = "rule-crashed"
NOTHING = "nothing to lint was found"


class RuleResult(Struct, frozen=True):
    """What a rule that ran came to over the whole tree."""

    name: str
    code: str
    outcome: str
    satisfied: int
    violated: int
    unknown: int


class Report(Struct, frozen=True, kw_only=True):
    """Everything that a renderer may show. `cards` are those of the rules judged, of which `rules` ran; `projects` are path and kind.

    `excused` are the fingerprints of findings that a waiver says are none; `tallies` count by rule and sub-project, and `judged` are the
    answers behind the findings, by their fingerprints. `known` is the baseline, `diff_base` the commit that the findings were compared with.
    """

    root: str
    stage: Stage
    files: int
    files_read: int
    duration_s: float
    projects: tuple[tuple[str, str], ...]
    rules_known: int
    cards: dict[str, Card]
    rules: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]
    readiness: Readiness = Readiness()
    excused: frozenset[str] = frozenset()
    known: Known | None = None
    diff_base: str | None = None
    tallies: tuple[Tally, ...] = ()
    judged: dict[str, Judged] = field(default_factory=dict)
    exit_code: int
    exit_reason: str
    sources: Sources

    @property
    def ai(self) -> bool:
        """Whether any sub-project uses AI."""
        return any(kind != "none" for _, kind in self.projects)

    def of(self, state: State) -> list[Finding]:
        """The findings in one state."""
        return [finding for finding in self.findings if finding.state is state]

    def subproject(self, finding: Finding) -> str:
        """The path of the sub-project that a finding is about."""
        judged = self.judged.get(finding.fingerprint)
        return judged.subproject if judged else self.projects[0][0] if self.projects else "."


class Gate(NamedTuple):
    """The exit code and what it says."""

    code: int
    reason: str


class Area(NamedTuple):
    """One area: its score, new findings by severity, and how many of its rules that applied are satisfied."""

    name: str
    title: str
    score: int | None
    findings: dict[Severity, int]
    satisfied: int
    applied: int


class Todo(NamedTuple):
    """All new findings of one rule, as one thing to do."""

    card: Card
    severity: Severity
    findings: tuple[Finding, ...]


def rule_results(cards: Iterable[Card], tallies: Sequence[Tally]) -> tuple[RuleResult, ...]:
    """One result a rule, its sub-projects added up."""
    return tuple(_result(card, [tally for tally in tallies if tally.rule == card.name]) for card in cards)


class Demands(NamedTuple):
    """What the gate asks for: no new finding of a severity or above, and a score, which is not asked of what has none.

    `may_be_empty` where it is no mistake that nothing is to be linted.
    """

    fail_on: str
    fail_under: int | None = None
    score: int | None = None
    may_be_empty: bool = False

    @property
    def fallen_short(self) -> str:
        """How the score fails the gate; nothing where it does not."""
        below = self.fail_under is not None and self.score is not None and self.score < self.fail_under
        return f"score {self.score} is under {self.fail_under}" if below else ""


def gate(findings: Iterable[Finding], diagnostics: Iterable[Diagnostic], files: int, demands: Demands) -> Gate:
    """The exit code of a run, before `--exit-zero`."""
    if crashes := [diagnostic for diagnostic in diagnostics if diagnostic.code == CRASHED]:
        return Gate(2, crashes[0].message)
    if not files and not demands.may_be_empty:
        return Gate(3, NOTHING)
    counts, fail_on = by_severity(findings), demands.fail_on
    failing = {} if fail_on == "never" else {severity: n for severity, n in counts.items() if n and severity.rank <= Severity(fail_on).rank}
    reasons = [*(f"{n} {severity}" for severity, n in failing.items()), *filter(None, [demands.fallen_short])]
    if reasons:
        return Gate(1, ", ".join(reasons))
    return Gate(0, "the gate never fails" if fail_on == "never" else f"no new finding at or above {fail_on}")


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """New findings counted, worst first, zeros included."""
    counts = Counter(finding.severity for finding in findings if finding.state is State.NEW)
    return {severity: counts[severity] for severity in Severity}


def areas(report: Report) -> tuple[Area, ...]:
    """The four areas in their order."""
    return tuple(_area(report, name, title) for name, title in AREAS.items())


def todos(report: Report) -> list[Todo]:
    """What to do, first things first: worst severity, then least effort, then rule name."""
    grouped: dict[str, list[Finding]] = {}
    for finding in report.of(State.NEW):
        grouped.setdefault(finding.rule, []).append(finding)
    found = [Todo(report.cards[rule], min((f.severity for f in some), key=lambda s: s.rank), tuple(some)) for rule, some in grouped.items()]
    return sorted(found, key=lambda todo: (todo.severity.rank, EFFORTS.index(todo.card.effort), todo.card.name))


def done_well(report: Report) -> list[RuleResult]:
    """The rules that applied and found nothing wrong, most places first."""
    good = [result for result in report.rules if result.outcome == "satisfied"]
    return sorted(good, key=lambda result: (-result.satisfied, result.name))


def _result(card: Card, tallies: list[Tally]) -> RuleResult:
    satisfied, violated, unknown = (sum(getattr(tally, key) for tally in tallies) for key in ("satisfied", "violated", "unknown"))
    reached = (("violated", violated), ("satisfied", satisfied), ("unknown", unknown))
    outcome = next((name for name, count in reached if count), "not-applicable")
    return RuleResult(card.name, card.code, outcome, satisfied, violated, unknown)


def _area(report: Report, name: str, title: str) -> Area:
    findings = by_severity(finding for finding in report.findings if finding.area == name)
    outcomes = [result.outcome for result in report.rules if report.cards[result.name].area == name]
    score = next((area.score for area in report.readiness.areas if area.name == name), None)
    return Area(name, title, score, findings, outcomes.count("satisfied"), outcomes.count("satisfied") + outcomes.count("violated"))
