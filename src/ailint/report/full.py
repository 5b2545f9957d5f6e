"""Full: every finding with its source, its reason and its fix; then where the project stands and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.finding import State
from ailint.snippet import snippet
from ailint.styled import cell, grid, indented, labelled, lines, prose, text
from ailint.summary import areas, done_well, todos
from ailint.view import aside, closing, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.table import Table

    from ailint.finding import Finding
    from ailint.styled import Line, Part
    from ailint.summary import Area, Report, RuleResult, Todo
    from ailint.view import View

READINESS = True
TEXT = True
NEXT = 3
RELATED = 6
NAMED = 8
SEVERITIES = ("critical", "high", "medium", "low")
BAR = 6


def render(report: Report, view: View) -> Iterator[str]:
    """The findings, then the summary."""
    return lines(_page(report, view), view.width, colour=view.colour)


def _page(report: Report, view: View) -> Iterator[Part]:
    for finding in shown(report, view):
        yield from _finding(finding, report, view)
        yield text()
    if report.ai and view.summary:
        yield from _summary(report, view)
    yield text(closing(report))


def _finding(finding: Finding, report: Report, view: View) -> Iterator[Part]:
    yield text((finding.place, "strong"), "  ", (f" {finding.severity} ", finding.severity), " ", (finding.rule, "strong"), (aside(finding), "faint"))
    yield indented(prose(finding.message))
    source = list(snippet(finding, report.sources, view.width))
    if source:
        yield from (text(), *source, text())
    yield indented(labelled(_fields(finding, report)))
    yield _class(finding, report)


def _fields(finding: Finding, report: Report) -> Iterator[tuple[str, str]]:
    yield "why", report.cards[finding.rule].reason
    yield "fix", finding.fix
    for related in finding.related[:RELATED]:
        yield "see", f"{related.path}:{related.line} · {related.message}"
    if len(finding.related) > RELATED:
        yield "", f"and {len(finding.related) - RELATED} more"


def _class(finding: Finding, report: Report) -> Line:
    effort = f"{report.cards[finding.rule].effort} to fix"
    preview = ("preview",) if finding.status == "preview" else ()
    return text((f"  {' · '.join((finding.area, finding.domain, finding.severity, effort, finding.code, *preview))}", "faint"))


def _summary(report: Report, view: View) -> Iterator[Part]:
    yield text(("─" * view.width, "faint"))
    yield _areas(areas(report))
    yield text()
    if good := done_well(report):
        yield from _section("Done well already: these rules hold wherever they apply", _done_well(good), "good")
    if todo := todos(report):
        yield from _section("Do next", _next(todo))
    if later := sorted({finding.rule for finding in report.of(State.LATER)}):
        more = f" and {len(later) - NAMED} more" if len(later) > NAMED else ""
        yield from _section("Later", [prose(f"Asked of a later stage than {report.stage}: {', '.join(later[:NAMED])}{more}")])


def _section(title: str, parts: Iterable[Part], style: str = "strong") -> Iterator[Part]:
    yield text((title, style))
    yield from map(indented, parts)
    yield text()


def _areas(found: Iterable[Area]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="strong")
    table.add_column("Area")
    table.add_column("score", justify="right")
    for severity in SEVERITIES:
        table.add_column(severity, justify="right")
    table.add_column("rules that hold")
    for area in found:
        counts = (Text(str(number or "-"), severity if number else "faint") for severity, number in area.findings.items())
        score = Text("-", "faint") if area.score is None else Text(str(area.score), "strong")
        table.add_row(area.title, score, *counts, cell(_held(area)))
    return table


def _held(area: Area) -> Line:
    if not area.applied:
        return text(("nothing applies", "faint"))
    filled = max(min(1, area.satisfied), BAR * area.satisfied // area.applied)
    return text(("■" * filled, "good"), ("□" * (BAR - filled), "faint"), f"  {area.satisfied} of {area.applied}")


def _done_well(good: Sequence[RuleResult]) -> Iterator[Part]:
    yield grid((text(("✓", "good")), text(result.name), text((f"in {_places(result.satisfied)}", "faint"))) for result in good[:NAMED])
    if len(good) > NAMED:
        yield text((f"and {len(good) - NAMED} more", "faint"))


def _next(planned: Sequence[Todo]) -> Iterator[Part]:
    for number, todo in enumerate(planned[:NEXT], 1):
        yield _todo(number, todo)
        yield indented(prose(todo.findings[0].fix), 3)
    if len(planned) > NEXT:
        yield text((f"and {len(planned) - NEXT} more, which `--statistics` lists", "faint"))


def _todo(number: int, todo: Todo) -> Line:
    first = todo.findings[0].place
    where = first if len(todo.findings) == 1 else f"{_places(len(todo.findings))}, first {first}"
    return text(f"{number}. ", (todo.card.name, "strong"), "  ", (todo.severity, todo.severity), f" · {todo.card.effort} to fix · {where}")


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"
