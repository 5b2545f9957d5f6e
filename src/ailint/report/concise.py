"""Concise: one line a finding, with path, line and column first, as editors and terminals link them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.terminal import visible
from ailint.view import aside, closing, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """A line for each finding, then how many there are."""
    yield from (_line(finding, view) for finding in shown(report, view))
    yield closing(report)


def _line(finding: Finding, view: View) -> str:
    place = view.paint("strong", visible(finding.place))
    severity = view.paint(finding.severity, finding.severity)
    words = visible(" ".join(finding.message.split()))
    return f"{place}: {severity} {finding.rule}: {words}{aside(finding)}"
