"""Findings as SARIF has them: anchored, and known again by what GitHub knows alerts by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ailint.anchors import anchor, words
from ailint.line_hash import line_hashes
from ailint.plain_text import plain
from ailint.severities import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ailint.facts import Diagnostic
    from ailint.finding import Finding, Related, Suppression
    from ailint.summary import Report

NOTEBOOK = ".ipynb"
MOST_RELATED = 100
MOST_STEPS = 1000
WRITTEN = {"inline": "inSource", "file": "inSource", "config": "external", "waiver": "external"}
HERE = "the finding"


def results(report: Report, findings: Sequence[Finding], rules: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """A result for each finding; `rules` are the places of the rules among the descriptors."""
    hashes: dict[str, list[str]] = {}
    seen: set[tuple[str, str, str]] = set()
    for finding in findings:
        if finding.path not in hashes:
            hashes[finding.path] = line_hashes(report.sources.text(finding.path))
        known = _identity(report, finding, hashes[finding.path])
        if (finding.rule, finding.path, known) in seen:
            known = finding.fingerprint
        seen.add((finding.rule, finding.path, known))
        yield _result(report, finding, known, rules[finding.rule])


def notification(found: Diagnostic) -> dict[str, Any]:
    """A diagnostic, for `toolExecutionNotifications`."""
    place = {"locations": [_location(found.path, found.line)]} if found.path else {}
    return {"descriptor": {"id": found.code}, "level": "warning", "message": _message(found.message, found.code), **place}


def _identity(report: Report, finding: Finding, hashes: Sequence[str]) -> str:
    """What GitHub would compute for the line; for findings about more than their line, which it would confuse, their own fingerprint."""
    stands_for_more = finding.cell or report.cards[finding.rule].scope == "project" or finding.line > len(hashes)
    return finding.fingerprint if stands_for_more else hashes[anchor(finding).line - 1]


def _result(report: Report, finding: Finding, known: str, index: int) -> dict[str, Any]:
    judged = report.judged.get(finding.fingerprint)
    ways = judged.ways if judged else ()
    passed = {place for way in ways for place in way}
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": WORDS[finding.severity].sarif,
        "message": _message(words(finding), finding.title),
        "locations": [_own(finding)],
        "partialFingerprints": {"primaryLocationLineHash": known, "ailint/v1": finding.fingerprint},
        **_listed("relatedLocations", [_related(other) for other in finding.related if other not in passed][:MOST_RELATED]),
        **_listed("codeFlows", [_flow(way, finding) for way in ways]),
        **_listed("suppressions", [_suppression(finding.suppression)] if finding.suppression else []),
    }


def _listed(name: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """The items under their name, none of them twice; nothing where there are none."""
    different = [item for number, item in enumerate(items) if item not in items[:number]]
    return {name: different} if different else {}


def _own(finding: Finding) -> dict[str, Any]:
    line, column, end_line, end_column = anchor(finding)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    symbol = {"logicalLocations": [{"fullyQualifiedName": finding.symbol}]} if finding.symbol else {}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(finding.path)}, "region": region}, **symbol}


def _related(other: Related) -> dict[str, Any]:
    return {**_location(other.path, other.line), "message": _message(other.message, HERE)}


def _location(path: str, line: int) -> dict[str, Any]:
    """A line of a file; of a notebook, whose lines are those of its cells, the first."""
    start = 1 if path.endswith(NOTEBOOK) else max(line, 1)
    return {"physicalLocation": {"artifactLocation": {"uri": quote(path)}, "region": {"startLine": start}}}


def _flow(way: Sequence[Related], finding: Finding) -> dict[str, Any]:
    steps = [*map(_related, way[: MOST_STEPS - 1]), {**_own(finding), "message": _message(words(finding), HERE)}]
    return {"threadFlows": [{"locations": [{"location": step} for step in steps]}]}


def _message(said: str, instead: str) -> dict[str, str]:
    """A message; since none may be empty, `instead` where nothing is said."""
    return {"text": plain(said) or instead}


def _suppression(suppression: Suppression) -> dict[str, Any]:
    reason = {"justification": suppression.reason} if suppression.reason else {}
    return {"kind": WRITTEN[suppression.kind], "status": "accepted", "location": _location(suppression.path, suppression.line), **reason}
