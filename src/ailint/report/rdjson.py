"""rdjson: the Reviewdog Diagnostic Format, columns in UTF-8 bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ailint import json_text
from ailint.anchors import in_bytes, words
from ailint.finding import State
from ailint.plain_text import plain
from ailint.severities import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding, Related
    from ailint.sources import Sources
    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """One object."""
    del view
    diagnostics = [_diagnostic(finding, report.sources) for finding in report.of(State.NEW)]
    yield json_text.encode({"source": {"name": "ailint"}, "diagnostics": diagnostics}, indent=2)


def _diagnostic(finding: Finding, sources: Sources) -> dict[str, Any]:
    line, column, end_line, end_column = in_bytes(finding, sources)
    span = {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}
    related = {"related_locations": [_related(other) for other in finding.related]} if finding.related else {}
    return {
        "message": plain(words(finding)),
        "location": {"path": finding.path, "range": span},
        "severity": WORDS[finding.severity].rdjson,
        "code": {"value": finding.rule, **({"url": finding.url} if finding.url else {})},
        **related,
    }


def _related(other: Related) -> dict[str, Any]:
    return {"message": plain(other.message), "location": {"path": other.path, "range": {"start": {"line": max(other.line, 1)}}}}
