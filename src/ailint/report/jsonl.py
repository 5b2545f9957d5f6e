"""JSON lines: one finding a line, as in the JSON report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """The findings in every state."""
    del view
    yield from map(json_text.encode, report.findings)
