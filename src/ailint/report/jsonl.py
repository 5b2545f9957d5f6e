"""JSON lines: one finding a line, as in the JSON report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """The findings in every state."""
    del view
    yield from (msgspec.json.encode(finding).decode() for finding in report.findings)
