"""SARIF: version 2.1.0, as GitHub code scanning and other viewers take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ailint import __version__, json_text
from ailint.finding import order
from ailint.sarif.results import notification, results
from ailint.sarif.rules import descriptor
from ailint.view import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import Severity
    from ailint.finding import Finding
    from ailint.summary import Report
    from ailint.view import View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RUNS = 20
MOST_RESULTS = 25_000
MOST_NOTIFICATIONS = 1000
ROOT = "."
ERROR = 2


def render(report: Report, view: View) -> Iterator[str]:
    """One log: a run for the root and one for each sub-project that uses AI, so that the alerts of each are kept apart."""
    runs = [_run(report, category, findings) for category, findings in _categories(report, shown(report, view)).items()]
    yield json_text.encode({"$schema": SCHEMA, "version": "2.1.0", "runs": runs}, indent=2)


def _categories(report: Report, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Findings by sub-project; all as one where there are more sub-projects than a file may have runs."""
    paths = [path for path, kind in report.projects if kind != "none" and path != ROOT]
    if len(paths) >= MOST_RUNS:
        return {ROOT: list(findings)}
    grouped: dict[str, list[Finding]] = {path: [] for path in (ROOT, *paths)}
    for finding in findings:
        grouped.setdefault(report.subproject(finding), []).append(finding)
    return grouped


def _run(report: Report, path: str, findings: Sequence[Finding]) -> dict[str, Any]:
    kept = _worst(findings)
    worst: dict[str, Severity] = {}
    for finding in sorted(kept, key=lambda finding: finding.severity.rank):
        worst.setdefault(finding.rule, finding.severity)
    rules = {rule: number for number, rule in enumerate(sorted(worst))}
    descriptors = [descriptor(report.cards[rule], worst[rule]) for rule in rules]
    return {
        "tool": {"driver": {"name": "ailint", "version": __version__, "semanticVersion": __version__, "rules": descriptors}},
        "automationDetails": {"id": "ailint/" if path == ROOT else f"ailint/{path}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(findings) - len(kept))],
        "results": list(results(report, kept, rules)),
    }


def _worst(findings: Sequence[Finding]) -> list[Finding]:
    """As many as a run may have, the worst if there are more, in their order."""
    if len(findings) <= MOST_RESULTS:
        return list(findings)
    return sorted(sorted(findings, key=lambda finding: finding.severity.rank)[:MOST_RESULTS], key=order)


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    said = list(map(notification, report.diagnostics[:MOST_NOTIFICATIONS]))
    if left_out:
        words = f"{left_out} of the findings, the least severe, are left out: GitHub takes {MOST_RESULTS} a run."
        said.append({"descriptor": {"id": "results-left-out"}, "level": "warning", "message": {"text": words}})
    ended = {"executionSuccessful": report.exit_code != ERROR, "exitCode": report.exit_code}
    return {**ended, "toolExecutionNotifications": said} if said else ended
