"""Markdown: where the project stands and what was found, for job summaries and comments; never more than a job summary takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.markdown_text import code, escaped, place, prose
from ailint.summary import areas, todos
from ailint.view import closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.finding import Finding
    from ailint.summary import Report, Todo
    from ailint.view import View

READINESS = True
MOST_BYTES = 1 << 20  # a step's summary on GitHub; a longer one is not shown at all
CUT = "… cut here: a job summary holds no more; every other format has the rest."
PLACES = 50


def render(report: Report, view: View) -> Iterator[str]:
    """The gate, the areas, then what was found, first things first."""
    yield from bounded(_page(report, view), MOST_BYTES)


def bounded(lines: Iterable[str], room: int) -> Iterator[str]:
    """The lines that fit into so many bytes with their ends; where some do not, a last one that fits says so."""
    kept, used = [], 0
    for line in lines:
        kept.append(line)
        used += _size(line)
        if used > room:
            break
    if used <= room:
        yield from kept
        return
    while kept and used + _size("") + _size(CUT) > room:
        used -= _size(kept.pop())
    yield from [*kept, "", CUT] if kept else []


def area_table(report: Report) -> Iterator[str]:
    """The four areas, with scores and counts."""
    yield from ["| Area | Score | Rules that hold | Critical | High | Medium | Low |", "|---|--:|--:|--:|--:|--:|--:|"]
    for area in areas(report):
        held = f"{area.satisfied} of {area.applied}" if area.applied else "nothing applies"
        score = "none" if area.score is None else area.score
        yield f"| {area.title} | {score} | {held} | {' | '.join(str(count) for count in area.findings.values())} |"


def _page(report: Report, view: View) -> Iterator[str]:
    ready = report.readiness
    score = "" if ready.score is None else f": {ready.score} of 100"
    yield from [f"## Production readiness{score}", "", f"{closing(report)} Gate: {escaped(report.exit_reason)}.", ""]
    if report.ai:
        yield from [*area_table(report), ""]
    if ready.stage_reached is not None:
        yield from [f"**Stage reached** {ready.stage_reached}, asked for {report.stage}", ""]
    for todo in todos(report):
        yield from _todo(todo, view)


def _todo(todo: Todo, view: View) -> Iterator[str]:
    count = "1 place" if len(todo.findings) == 1 else f"{len(todo.findings)} places"
    yield from [f"### {escaped(todo.card.title)}", ""]
    yield from [f"{code(todo.card.name)} · {todo.severity} · {count} · {todo.card.effort} to fix", ""]
    yield from (_line(finding, view) for finding in todo.findings[:PLACES])
    if len(todo.findings) > PLACES:
        yield f"- and {len(todo.findings) - PLACES} more"
    yield from ["", f"Fix: {prose(todo.findings[0].fix)}", ""]


def _line(finding: Finding, view: View) -> str:
    cell = f":cell {finding.cell}" if finding.cell else ""
    where = place(f"{finding.path}{cell}:{finding.line}", view.links.to(finding.path, finding.line))
    return f"- {where} {prose(finding.message)}"


def _size(line: str) -> int:
    return len(line.encode("utf-8", "surrogatepass")) + 1
