"""What a readiness report says, whatever its format: the report, looked up and put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.project.controls import TOLD
from ailint.rule import AREAS
from ailint.snippet import excerpt, shown
from ailint.summary import areas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.finding import Finding
    from ailint.links import Links
    from ailint.readiness.records import Blocker, Domain, Proof, Step
    from ailint.readiness_report.compare import Changes
    from ailint.rule import Card
    from ailint.summary import Report

BANDS = ((0, 24), (25, 49), (50, 74), (75, 100))
DAY = 8
FEW = 6
WIDEST = 200


class Content(NamedTuple):
    """A report on a repository of some name, where its links lead, and what it is compared with."""

    name: str
    report: Report
    links: Links
    changes: Changes | None = None


class Code(NamedTuple):
    """Source lines that are safe to show."""

    place: str
    href: str | None
    lines: tuple[tuple[int, str], ...]
    left_out: int


class Place(NamedTuple):
    """Somewhere in the repository, and what is there."""

    place: str
    href: str | None
    words: str


class Problem(NamedTuple):
    """A blocker with its card and the findings that show it, which an ignored rule has none of."""

    blocker: Blocker
    card: Card
    findings: tuple[Finding, ...]


class Practice(NamedTuple):
    """A rule that holds somewhere: in how many of its places, and the evidence for it."""

    card: Card
    satisfied: int
    violated: int
    proofs: tuple[Proof, ...]

    @property
    def declared(self) -> bool:
        """Whether nothing but the configuration says so."""
        return all(proof.declared for proof in self.proofs)


class Control(NamedTuple):
    """A control that no stable rule asks for, and the evidence for it."""

    name: str
    title: str
    proofs: tuple[Proof, ...]

    @property
    def declared(self) -> bool:
        """Whether nothing but the configuration says so."""
        return all(proof.declared for proof in self.proofs)


class Cell(NamedTuple):
    """A cell of the matrix: the domains with one gap whose score is in one band; a band of None is no score."""

    band: tuple[int, int] | None
    domains: tuple[Domain, ...]


def verdict(report: Report) -> str:
    """Where the project stands, in one sentence."""
    found = report.readiness
    if not report.ai:
        return "No AI was found, so there is nothing to judge."
    if found.score is None:
        return "No score: only part of a project was asked about, or nothing in it could be determined."
    weakest = [area.title for area in areas(report) if area.score == found.score]
    if not found.blockers:
        return "Nothing that ailint looks for stands in the way of production."
    return f"As ready as its weakest area: {' and '.join(weakest)}."


def basis(report: Report) -> str:
    """What the verdict rests on; that little was judged is said."""
    applied = sum(result.outcome != "not-applicable" for result in report.rules)
    if report.readiness.coverage is None:
        return ""
    words = f"{applied} {'rule' if applied == 1 else 'rules'} applied, and {report.readiness.coverage} % of that could be determined."
    return f"Little was judged: {words}" if applied < FEW else words


def problems(report: Report) -> list[Problem]:
    """The blockers, first things first; of their findings the worst first, and what is set aside last."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(report.findings, key=lambda finding: (finding.suppression is not None, finding.severity.rank)):
        if finding.fingerprint not in report.excused:
            by_rule.setdefault(finding.rule, []).append(finding)
    return [Problem(blocker, report.cards[blocker.rule], tuple(by_rule.get(blocker.rule, ()))) for blocker in report.readiness.blockers]


def practices(report: Report) -> Iterator[tuple[str, list[Practice]]]:
    """What is done already, area by area; where most places show it first."""
    proofs = _proofs(report)
    counts = {result.name: result for result in report.rules if result.name in proofs}
    found = [Practice(report.cards[rule], own.satisfied, own.violated, tuple(proofs[rule])) for rule, own in counts.items()]
    for area, words in AREAS.items():
        if own := [practice for practice in found if practice.card.area == area]:
            yield words, sorted(own, key=lambda practice: (practice.violated > 0, -practice.satisfied, practice.card.name))


def controls(report: Report) -> list[Control]:
    """What is done besides, in the order of the list."""
    proofs = _proofs(report)
    return [Control(name, title, tuple(proofs[name])) for name, title in TOLD.items() if name in proofs]


def matrix(domains: Iterable[Domain]) -> Iterator[tuple[str, list[Cell]]]:
    """The domains by gap severity, widest gap first, and by score."""
    own = list(domains)
    for gap in dict.fromkeys(domain.gap_severity for domain in own):
        row = [domain for domain in own if domain.gap_severity is gap]
        cells = [Cell(band, tuple(d for d in row if d.score is not None and band[0] <= d.score <= band[1])) for band in BANDS]
        yield gap, [*cells, Cell(None, tuple(domain for domain in row if domain.score is None))]


def code(finding: Finding, content: Content) -> Code:
    """The lines of a finding; none where it is about a file or project as a whole."""
    found = excerpt(finding, content.report.sources)
    lines = tuple((number, _cropped(shown(line))) for number, line in enumerate(_dedented(found.lines), found.first))
    return Code(place(finding), content.links.to(finding.path, finding.line), lines, found.left_out)


def places(findings: Iterable[Finding], content: Content) -> list[Place]:
    """Where findings are, and what each says."""
    return [Place(place(finding), content.links.to(finding.path, finding.line), finding.message) for finding in findings]


def related(finding: Finding, content: Content) -> list[Place]:
    """The other places that a finding speaks of."""
    return [Place(f"{other.path}:{other.line}", content.links.to(other.path, other.line), other.message) for other in finding.related]


def place(finding: Finding) -> str:
    """Path and line, with the cell of a notebook between them."""
    cell = f":cell {finding.cell}" if finding.cell else ""
    return f"{finding.path}{cell}:{finding.line}"


def effort(step: Step) -> str:
    """The estimate for a step."""
    (least, unit), (most, of) = (_duration(hours) for hours in step.hours)
    return f"{least} to {most} {of}" if unit.rstrip("s") == of.rstrip("s") else f"{least} {unit} to {most} {of}"


def stages(steps: Sequence[Step]) -> Iterator[tuple[str, list[Step]]]:
    """The roadmap stage by stage."""
    for stage in dict.fromkeys(step.stage for step in steps):
        yield stage, [step for step in steps if step.stage is stage]


def _proofs(report: Report) -> dict[str, list[Proof]]:
    found: dict[str, list[Proof]] = {}
    for proof in report.readiness.evidence:
        found.setdefault(proof.practice, []).append(proof)
    return found


def _dedented(lines: Sequence[str]) -> list[str]:
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:] for line in lines]


def _cropped(line: str) -> str:
    return line if len(line) <= WIDEST else f"{line[:WIDEST]}…"


def _duration(hours: float) -> tuple[str, str]:
    """Number and unit as people say it, in working days of eight hours."""
    if hours < 1:
        return f"{round(hours * 60)}", "minutes"
    number, unit = (hours, "hour") if hours < DAY else (hours / DAY, "day")
    halves = round(number * 2) / 2
    return f"{halves:g}", unit if halves == 1 else f"{unit}s"
