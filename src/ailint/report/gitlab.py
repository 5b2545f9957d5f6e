"""GitLab: a Code Quality report, which merge requests show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ailint import json_text
from ailint.anchors import anchor, words
from ailint.finding import State
from ailint.plain_text import plain
from ailint.severities import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """One array."""
    del view
    yield json_text.encode([_issue(finding) for finding in report.of(State.NEW)], indent=2)


def _issue(finding: Finding) -> dict[str, Any]:
    return {
        "description": plain(words(finding)),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": WORDS[finding.severity].gitlab,
        "location": {"path": finding.path, "lines": {"begin": anchor(finding).line}},
    }
