"""Markdown: the report as a comment on a pull request, in which text of a repository neither formats, mentions nor links."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ailint.markdown_text import code, escaped, obeyed_by_none, place, prose
from ailint.readiness.scheme import DOMAINS, LADDERS, MILESTONES
from ailint.readiness_report import content as words
from ailint.report.markdown import area_table
from ailint.rule import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.readiness_report.compare import Change
    from ailint.readiness_report.content import Content, Control, Practice, Problem

SHOWN = 5
LISTED = 25
NAMED = 10
MARKS = {True: "✓", False: "✗", None: "·"}


def render(content: Content) -> Iterator[str]:
    """The report, as long as a comment may be."""
    report, ready = content.report, content.report.readiness
    score = "" if ready.score is None else f": {ready.score} of 100"
    yield from [f"## Production readiness of {escaped(content.name)}{score}", "", f"{words.verdict(report)} {words.basis(report)}".rstrip(), ""]
    if content.changes:
        yield from _changes(content)
    if ready.coverage is not None:
        yield from [*area_table(content.report), "", *_stages(content), ""]
        yield from _blockers(content)
        for title, lines in FOLDED.items():
            yield from _folded(title, lines(content))
    yield _method(content)


def _changes(content: Content) -> Iterator[str]:
    changes = content.changes
    if changes is None:
        return
    moved = [f"{AREAS[area.name]} {_change(area)}" for area in changes.areas if area.before != area.now]
    yield f"**Since the last report**: score {_change(changes.score)}; {changes.fixed} findings went, {changes.found} came."
    for label, parts in (("Areas", moved), ("No longer in the way", map(code, changes.closed)), ("Newly in the way", map(code, changes.opened))):
        if some := list(parts):
            yield f"{label}: {_listed(some)}."
    yield ""


def _change(change: Change) -> str:
    return f"{_score(change.before)} → {_score(change.now)}" + (f" ({change.by:+})" if change.by else "")


def _stages(content: Content) -> Iterator[str]:
    gates = (f"{MARKS[gate.met]} {gate.stage}{f' ({len(gate.unmet)} unmet)' if gate.unmet else ''}" for gate in content.report.readiness.gates)
    yield f"**Stages** {' · '.join(gates)}"


def _blockers(content: Content) -> Iterator[str]:
    found = words.problems(content.report)
    if not found:
        return
    yield from ["### First things first", ""]
    for number, problem in enumerate(found[:SHOWN], 1):
        yield from _problem(number, problem, content)
    if rest := found[SHOWN:]:
        yield from _folded(f"{len(rest)} more", _table(rest))


def _problem(number: int, problem: Problem, content: Content) -> Iterator[str]:
    blocker, card = problem.blocker, problem.card
    count = "1 place" if blocker.count == 1 else f"{blocker.count} places"
    yield f"{number}. **{escaped(card.title)}** {code(blocker.rule)} · {blocker.severity} · {count} · {blocker.effort} to fix · {blocker.role}  "
    for finding in problem.findings[:1]:
        source = words.code(finding, content)
        yield f"   {place(source.place, source.href)}: {prose(finding.message)}"
        if source.lines:
            fence = "`" * max(3, 1 + max(len(run) for _, text in source.lines for run in re.findall("`*", text)))
            yield from ["", f"   {fence}", *(f"   {obeyed_by_none(text)}" for _, text in source.lines), f"   {fence}"]
    yield from ["", f"   Fix: {prose(' '.join(card.fix.split()))}", ""]


def _table(problems: Iterable[Problem]) -> Iterator[str]:
    yield from ["| Rule | Severity | Places | Effort | Closed by |", "|---|---|--:|---|---|"]
    for problem in islice(problems, LISTED):
        blocker = problem.blocker
        yield f"| {code(blocker.rule)} {escaped(problem.card.title)} | {blocker.severity} | {blocker.count} | {blocker.effort} | {blocker.role} |"


def _domains(content: Content) -> Iterator[str]:
    yield from ["| Domain | Gap | Score | Places that hold | Closed by |", "|---|---|--:|--:|---|"]
    for domain in content.report.readiness.domains:
        judged = domain.satisfied + domain.violated
        held = f"{domain.satisfied} of {judged}" if judged else "none"
        yield f"| {DOMAINS[domain.name].title} | {domain.gap_severity} | {_score(domain.score)} | {held} | {domain.role} |"


def _milestones(content: Content) -> Iterator[str]:
    ready = content.report.readiness
    for milestone in ready.milestones:
        missing = f": {_listed([code(rule) for rule in milestone.missing])}" if milestone.missing else ""
        yield f"- {MARKS[milestone.reached]} {MILESTONES[milestone.name].title}{missing}"
    climbed = [ladder for ladder in ready.ladders if ladder.rung is not None]
    yield from ["", "Rungs reached of exists, wired, enforced, safe:", ""] if climbed else ()
    for ladder in climbed:
        following = f"; next {_listed([code(rule) for rule in ladder.next])}" if ladder.next else ""
        yield f"- {LADDERS[ladder.name]}: {ladder.rung} of {ladder.of}{f', {ladder.reached}' if ladder.reached else ''}{following}"


def _done(content: Content) -> Iterator[str]:
    for area, found in words.practices(content.report):
        yield from [f"**{area}**", ""]
        yield from (_practice(practice, content) for practice in found[:NAMED])
        yield from ([f"- and {len(found) - NAMED} more"] if len(found) > NAMED else [])
        yield ""
    if besides := words.controls(content.report):
        yield from ["**Besides**, asked for by no stable rule and not scored", "", *(_control(control, content) for control in besides), ""]


def _practice(practice: Practice, content: Content) -> str:
    proof = practice.proofs[0]
    of = f" of {practice.satisfied + practice.violated}" if practice.violated else ""
    held = "declared, not seen in the repository" if practice.declared else f"ruled out in {practice.satisfied}{of}"
    where = place(f"{proof.path}:{proof.line}", content.links.to(proof.path, proof.line))
    return f"- {code(practice.card.name)} ({held}): {prose(proof.what)}, {where}"


def _control(control: Control, content: Content) -> str:
    proof = control.proofs[0]
    where = place(f"{proof.path}:{proof.line}", content.links.to(proof.path, proof.line))
    said = " (declared, not seen in the repository)" if control.declared else ""
    return f"- {control.title}{said}: {prose(proof.what)}, {where}"


def _roadmap(content: Content) -> Iterator[str]:
    yield from ["| Stage | Closed by | Rules | Effort |", "|---|---|---|---|"]
    for step in content.report.readiness.roadmap:
        yield f"| {step.stage} | {step.role} | {_listed([code(rule) for rule in step.rules])} | {words.effort(step)} |"


def _method(content: Content) -> str:
    ready = content.report.readiness
    if ready.coverage is None:
        return f"<sub>Formula version {ready.formula_version}.</sub>"
    waived = f" Without waivers the score is {_score(ready.score_without_waivers)}." if ready.score != ready.score_without_waivers else ""
    return (
        f"<sub>Formula version {ready.formula_version}: the lowest of four areas, each the mean of its rules weighted by severity, capped at 49 "
        "by a critical finding. "
        f"Ignoring, suppressing or baselining changes no score.{waived}</sub>"
    )


def _folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    if found := list(lines):
        yield from ["<details>", f"<summary>{title}</summary>", "", *found, "", "</details>", ""]


def _score(score: int | None) -> str:
    return "none" if score is None else str(score)


def _listed(parts: list[str]) -> str:
    return ", ".join(parts[:NAMED]) + (f" and {len(parts) - NAMED} more" if len(parts) > NAMED else "")


FOLDED = {
    "Skill domains": _domains,
    "Milestones and ladders": _milestones,
    "What is done already": _done,
    "Roadmap, with efforts as estimates": _roadmap,
}
