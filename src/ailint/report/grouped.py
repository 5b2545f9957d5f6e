"""Grouped: findings under the file they are in, for reading file by file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ailint.terminal import visible, wrap
from ailint.view import aside, closing, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """Each file with its findings, then how many there are."""
    for path, findings in groupby(shown(report, view), key=lambda finding: finding.path):
        yield view.paint("strong", visible(path))
        yield from _lines(list(findings), view)
        yield ""
    yield closing(report)


def _lines(findings: list[Finding], view: View) -> Iterator[str]:
    width = max(len(_place(finding)) for finding in findings)
    for finding in findings:
        severity = view.paint(finding.severity, f"{finding.severity:<8}")
        yield f"  {_place(finding):>{width}}  {severity}  {view.paint('strong', finding.rule)}{aside(finding)}"
        yield from wrap(" " * (width + 4), finding.message, view.width)


def _place(finding: Finding) -> str:
    cell = f"cell {finding.cell}:" if finding.cell else ""
    return f"{cell}{finding.line}:{finding.column}"
