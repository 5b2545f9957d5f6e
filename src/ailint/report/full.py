"""Full: every finding with its source, its reason and its fix; then where the project stands and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.finding import State
from ailint.snippet import snippet
from ailint.summary import areas, done_well, todos
from ailint.terminal import visible, wrap
from ailint.view import aside, closing, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.summary import Area, Report, RuleResult, Todo
    from ailint.view import View

NEXT = 3
RELATED = 6
NAMED = 8
SEVERITIES = ("critical", "high", "medium", "low")


def render(report: Report, view: View) -> Iterator[str]:
    """The findings, then the summary."""
    for finding in shown(report, view):
        yield from _finding(finding, report, view)
        yield ""
    if report.ai and view.summary:
        yield from _summary(report, view)
    yield closing(report)


def _finding(finding: Finding, report: Report, view: View) -> Iterator[str]:
    paint, card = view.paint, report.cards[finding.rule]
    place, severity = paint("strong", visible(finding.place)), paint(finding.severity, f" {finding.severity} ")
    yield f"{place}  {severity} {paint('strong', finding.rule)}{aside(finding)}"
    yield from wrap("  ", finding.message, view.width)
    lines = list(snippet(finding, report.sources, paint, view.width))
    yield from ["", *lines, ""] if lines else []
    yield from _labelled("why", card.reason, view)
    yield from _labelled("fix", finding.fix, view)
    for related in finding.related[:RELATED]:
        yield from _labelled("see", f"{related.path}:{related.line} · {related.message}", view)
    if len(finding.related) > RELATED:
        yield from _labelled("", f"and {len(finding.related) - RELATED} more places", view)
    preview = " · preview" if finding.status == "preview" else ""
    yield paint("faint", f"  {finding.area} · {finding.domain} · {finding.severity} · {card.effort} to fix · {finding.code}{preview}")


def _labelled(label: str, text: str, view: View) -> Iterator[str]:
    first, *rest = wrap(f"  {label:<3}  ", text, view.width)
    yield f"  {view.paint('faint', f'{label:<3}')}{first[5:]}"
    yield from rest


def _summary(report: Report, view: View) -> Iterator[str]:
    yield view.paint("faint", "─" * view.width)
    yield view.paint("strong", f"{'Area':<34}{''.join(f'{severity:>10}' for severity in SEVERITIES)}   rules that hold")
    yield from (_area(area, view) for area in areas(report))
    yield ""
    if good := done_well(report):
        yield from _done_well(good, view)
        yield ""
    if planned := todos(report)[:NEXT]:
        yield view.paint("strong", "Next")
        for number, todo in enumerate(planned, 1):
            yield from _todo(number, todo, view)
        yield ""
    if later := sorted({finding.rule for finding in report.of(State.LATER)}):
        yield view.paint("strong", "Later")
        yield from wrap("  ", f"Asked of a later stage than {report.stage}: {_list(later)}", view.width)
        yield ""


def _area(area: Area, view: View) -> str:
    counts = "".join(view.paint(severity, f"{n:>10}") if n else view.paint("faint", f"{'-':>10}") for severity, n in area.findings.items())
    held = f"{area.satisfied} of {area.applied}" if area.applied else "nothing applies"
    return f"{area.title:<34}{counts}   {held}"


def _done_well(good: list[RuleResult], view: View) -> Iterator[str]:
    hold = "1 rule holds wherever it applies" if len(good) == 1 else f"{len(good)} rules hold wherever they apply"
    yield view.paint("good", "Done well")
    yield from wrap("  ", f"{hold}: {_list([f'{result.name} ({result.satisfied})' for result in good])}", view.width)


def _list(names: list[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _todo(number: int, todo: Todo, view: View) -> Iterator[str]:
    places = len(todo.findings)
    first = todo.findings[0].place
    count = first if places == 1 else f"{places} places, first {first}"
    severity = view.paint(todo.severity, todo.severity)
    yield f"  {number}. {view.paint('strong', todo.card.name)}  {severity} · {todo.card.effort} · {visible(count)}"
    yield from wrap("     ", todo.findings[0].fix, view.width)
