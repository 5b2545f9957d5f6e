"""Concise: one line a finding, with path, line and column first, as editors and terminals link them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.styled import lines, text
from ailint.view import aside, closing, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.styled import Line
    from ailint.summary import Report
    from ailint.view import View

TEXT = True


def render(report: Report, view: View) -> Iterator[str]:
    """A line for each finding, then how many there are."""
    return lines((*map(_line, shown(report, view)), text(closing(report))), view.width, colour=view.colour)


def _line(finding: Finding) -> Line:
    words = " ".join(finding.message.split())
    return text((finding.place, "strong"), ": ", (finding.severity, finding.severity), f" {finding.rule}: {words}", (aside(finding), "faint"))
