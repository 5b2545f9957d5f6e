"""GitHub: annotations as workflow commands, the worst of each level, which stand beside the code in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.anchors import anchor, words
from ailint.finding import State
from ailint.severities import WORDS
from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.summary import Report
    from ailint.view import View

MOST = 10  # a level; GitHub drops what comes after without a word
LONGEST = 4000


def render(report: Report, view: View) -> Iterator[str]:
    """An annotation a line, and how many findings have none."""
    del view
    levels: dict[str, list[Finding]] = {}
    found = sorted(report.of(State.NEW), key=lambda finding: finding.severity.rank)
    for finding in found:
        levels.setdefault(WORDS[finding.severity].github, []).append(finding)
    annotated = [finding for level in levels.values() for finding in level[:MOST]]
    yield from map(annotation, annotated)
    if rest := len(found) - len(annotated):
        what = "1 finding has no annotation" if rest == 1 else f"{rest} findings have no annotation"
        yield f"… {what}: GitHub shows {MOST} of a level a step. The job summary has all of them."


def annotation(finding: Finding) -> str:
    """The workflow command for one finding."""
    line, column, end_line, end_column = anchor(finding)
    place = {"file": visible(finding.path), "line": line, "endLine": end_line, "col": column, "endColumn": end_column, "title": finding.rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    return f"::{WORDS[finding.severity].github} {properties}::{_data(visible(words(finding))[:LONGEST])}{_data(_fix(finding))}"


def _fix(finding: Finding) -> str:
    return f"\nFix: {visible(finding.fix)}" if finding.fix else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
