"""Judging: rules asked about a project, their verdicts counted, the violated ones made findings."""

from __future__ import annotations

import traceback
from collections import Counter
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from ailint.facts import Diagnostic, Outcome, Place, Severity, Span, Verdict
from ailint.finding import Finding, Related, State, order
from ailint.fingerprint import Identity, numbered, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ailint.config import Config
    from ailint.packs import Rule
    from ailint.project import Project
    from ailint.project.profile import SubProject
    from ailint.rule import Card
    from ailint.sources import Sources

TOP = Span(1, 0, 1, 0)


class Tally(NamedTuple):
    """How often a rule's check answered what, in one sub-project."""

    rule: str
    subproject: str
    satisfied: int
    violated: int
    unknown: int


class Judged(NamedTuple):
    """One answer that counts, for the score: `severity` as the rule says, whatever a configuration makes of it.

    `path` and `line` are where a finding would stand, `fingerprint` that of the finding, empty where there is none. `ways` are those of
    its related places that a value passes, way by way, source first.
    """

    rule: str
    subproject: str
    outcome: Outcome
    severity: Severity
    path: str
    line: int
    what: str
    fingerprint: str = ""
    related: tuple[Related, ...] = ()
    ways: tuple[tuple[Related, ...], ...] = ()


class Judgement(NamedTuple):
    """What judging came to. A rule without a tally applied nowhere. `identities` are those of the findings, by fingerprint."""

    findings: tuple[Finding, ...]
    tallies: tuple[Tally, ...]
    diagnostics: tuple[Diagnostic, ...]
    judged: tuple[Judged, ...] = ()
    identities: Mapping[str, Identity] = MappingProxyType({})


class Found(NamedTuple):
    """A finding, the answer that it comes from, and what it is known by."""

    finding: Finding
    answer: Answer
    identity: Identity


class Answer(NamedTuple):
    """A verdict that counts, with the sub-project that it is about."""

    verdict: Verdict
    subproject: SubProject


def judge(project: Project, rules: Sequence[Rule], config: Config, sources: Sources, selected: frozenset[str]) -> Judgement:
    """Ask every rule about the `selected` files; one that crashes becomes a diagnostic and the others are still asked."""
    findings: list[Finding] = []
    tallies: list[Tally] = []
    diagnostics: list[Diagnostic] = []
    judged: list[Judged] = []
    identities: dict[str, Identity] = {}
    for rule in rules:
        try:
            answers = list(_answers(project, rule, selected))
        except Exception as error:  # noqa: BLE001 -- whatever a check raises, the other rules are still asked
            diagnostics.append(_crash(rule.card, error))
            continue
        tallies += _tallies(rule.card, answers)
        found = list(_findings(rule.card, answers, config, sources))
        findings += (one.finding for one in found)
        identities |= {one.finding.fingerprint: one.identity for one in found}
        judged += (_judged(rule.card, one.answer, sources, one.finding.fingerprint) for one in found)
        judged += (_judged(rule.card, answer, sources) for answer in answers if answer.verdict.outcome is not Outcome.VIOLATED)
    return Judgement(tuple(sorted(findings, key=order)), tuple(tallies), tuple(diagnostics), tuple(judged), identities)


def _answers(project: Project, rule: Rule, selected: frozenset[str]) -> Iterator[Answer]:
    """The verdicts of the files and sub-projects that the rule is about."""
    whole = rule.card.scope == "project"
    by_path = {part.path: part for part in project.subprojects if _applies(project, rule.card, part, selected)}
    if not by_path:
        return
    for verdict in rule.check(project, **rule.options):
        place = verdict.place.path
        path = verdict.subproject or project.subproject_of(place).path
        judged = whole or (place in selected and project.role(place) in rule.card.roles)
        if judged and path in by_path:
            yield Answer(verdict, by_path[path])


def _applies(project: Project, card: Card, subproject: SubProject, selected: frozenset[str]) -> bool:
    """Whether a rule has something to say here. Part of a sub-project proves no absence, so rules about all of it are then silent."""
    if subproject.kind == "none" or not card.judges(subproject.kind):
        return False
    if card.scope == "project" and not selected.issuperset(subproject.files):
        return False
    return all(any(project.has(fact, subproject) for fact in need.split("|")) for need in card.needs)


def _tallies(card: Card, answers: Iterable[Answer]) -> Iterator[Tally]:
    counts: dict[str, Counter[Outcome]] = {}
    for verdict, subproject in answers:
        counts.setdefault(subproject.path, Counter())[verdict.outcome] += 1
    for path, count in sorted(counts.items()):
        yield Tally(card.name, path, count[Outcome.SATISFIED], count[Outcome.VIOLATED], count[Outcome.UNKNOWN])


def _judged(card: Card, answer: Answer, sources: Sources, fingerprint: str = "") -> Judged:
    verdict, place = answer.verdict, answer.verdict.place
    line, severity = sources.locate(place.path, place.span.line)[1], verdict.severity or card.severity
    related = tuple(_related(verdict, sources))
    ways = _ways(verdict, related)
    return Judged(card.name, answer.subproject.path, verdict.outcome, severity, place.path, line, verdict.message, fingerprint, related, ways)


def _ways(verdict: Verdict, related: Sequence[Related]) -> tuple[tuple[Related, ...], ...]:
    """The related places on a value's way, a new way with each first place."""
    ways: list[list[Related]] = []
    for said, place in zip(verdict.related, related, strict=True):
        if said.step == "first" or (said.step and not ways):
            ways.append([])
        if said.step:
            ways[-1].append(place)
    return tuple(map(tuple, ways))


def _findings(card: Card, answers: Iterable[Answer], config: Config, sources: Sources) -> Iterator[Found]:
    repeats: Counter[str] = Counter()
    violations = (answer for answer in answers if answer.verdict.outcome is Outcome.VIOLATED)
    for answer in sorted(violations, key=_place):
        verdict, subproject = answer
        place = Place(subproject.manifest, TOP) if card.scope == "project" else verdict.place
        identity = _identity(card, answer, sources)
        repeats[digest := identity.digest] += 1
        fingerprint = numbered(digest, repeats[digest])
        yield Found(replace(_finding(card, verdict, place, sources), fingerprint=fingerprint, **_settings(card, verdict, config)), answer, identity)


def _identity(card: Card, answer: Answer, sources: Sources) -> Identity:
    """What a finding is known by: one about a sub-project is, whichever file stands for it."""
    verdict, subproject = answer
    if card.scope == "project":
        return Identity(card.name, subproject.path, "", "", verdict.data)
    place = verdict.place
    return Identity(card.name, place.path, place.symbol, words(sources, place.path, place.span), verdict.data)


def _place(answer: Answer) -> tuple[str, int, int, str]:
    place = answer.verdict.place
    return place.path, place.span.line, place.span.column, answer.verdict.message


def _settings(card: Card, verdict: Verdict, config: Config) -> dict[str, Any]:
    """What the project's settings decide about a finding."""
    state = State.LATER if card.stage.rank > config.stage.rank else State.NEW
    return {"severity": _severity(card, verdict, config), "state": state}


def _finding(card: Card, verdict: Verdict, place: Place, sources: Sources) -> Finding:
    path, span = place.path, place.span
    cell, line = sources.locate(path, span.line)
    return Finding(
        rule=card.name,
        code=card.code,
        title=card.title,
        message=verdict.message,
        fix=" ".join(card.fix.split()),
        url=None,
        area=card.area,
        domain=card.domain,
        severity=verdict.severity or card.severity,
        status=card.status,
        stage=card.stage,
        path=path,
        line=line,
        column=sources.column(path, span.line, span.column),
        end_line=sources.locate(path, span.end_line)[1],
        end_column=sources.column(path, span.end_line, span.end_column),
        cell=cell,
        symbol=place.symbol,
        related=tuple(_related(verdict, sources)),
        fingerprint="",
        state=State.NEW,
        suppression=None,
        fixable=card.fixable,
    )


def _severity(card: Card, verdict: Verdict, config: Config) -> Severity:
    own = config.lint.severity
    return own.get(card.name) or own.get(card.code) or verdict.severity or card.severity


def _related(verdict: Verdict, sources: Sources) -> Iterator[Related]:
    for related in verdict.related:
        path, span = related.place.path, related.place.span
        cell, line = sources.locate(path, span.line)
        yield Related(path, line, f"cell {cell}: {related.message}" if cell else related.message)


def _crash(card: Card, error: Exception) -> Diagnostic:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{PurePath(frame.filename).name}:{frame.lineno}"
    return Diagnostic("", 0, "rule-crashed", f"{card.name} crashed at {where}: {type(error).__name__}: {error}")
