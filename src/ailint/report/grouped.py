"""Grouped: findings under the file they are in, for reading file by file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ailint.styled import indented, lines, prose, text
from ailint.view import aside, closing, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.styled import Part
    from ailint.summary import Report
    from ailint.view import View

TEXT = True


def render(report: Report, view: View) -> Iterator[str]:
    """Each file with its findings, then how many there are."""
    return lines(_page(report, view), view.width, colour=view.colour)


def _page(report: Report, view: View) -> Iterator[Part]:
    for path, findings in groupby(shown(report, view), key=lambda finding: finding.path):
        yield text((path, "strong"))
        yield from _file(list(findings))
        yield text()
    yield text(closing(report))


def _file(findings: list[Finding]) -> Iterator[Part]:
    width = max(len(_place(finding)) for finding in findings)
    for finding in findings:
        severity = (f"{finding.severity:<8}", finding.severity)
        yield text(f"  {_place(finding):>{width}}  ", severity, "  ", (finding.rule, "strong"), (aside(finding), "faint"))
        yield indented(prose(finding.message), width + 4)


def _place(finding: Finding) -> str:
    cell = f"cell {finding.cell}:" if finding.cell else ""
    return f"{cell}{finding.line}:{finding.column}"
