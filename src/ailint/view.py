"""The view: how a report is to be shown, whatever its format."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from ailint.finding import State
from ailint.links import Links

if TYPE_CHECKING:
    from ailint.finding import Finding
    from ailint.summary import Report

SHOWN_OF_COMMIT = 12


NOWHERE = Links(None)


class Show(Enum):
    """Whether text shows suppressed findings."""

    HIDDEN = "hidden"
    SHOWN = "shown"


class View(NamedTuple):
    """What a renderer needs besides the report. `links` lead from Markdown to the places it names."""

    colour: bool
    width: int
    suppressed: Show = Show.HIDDEN
    summary: bool = True
    links: Links = NOWHERE


def shown(report: Report, view: View) -> list[Finding]:
    """The findings that text shows: the new ones, and the suppressed ones if asked."""
    states = {State.NEW} if view.suppressed is Show.HIDDEN else {State.NEW, State.SUPPRESSED}
    return [finding for finding in report.findings if finding.state in states]


def closing(report: Report) -> str:
    """The one sentence that says what was found and what was set aside."""
    files = f"{report.files} {'file' if report.files == 1 else 'files'}"
    if not report.files:
        return "Nothing to lint."
    if not report.ai:
        return f"No AI in {files}: nothing to judge."
    new = report.of(State.NEW)
    count = f"{len(new)} {'finding' if len(new) == 1 else 'findings'}" if new else "No findings"
    words = {State.BASELINED: "there before"} if report.diff_base else {}
    aside = [f"{len(some)} {words.get(state, state)}" for state in (State.SUPPRESSED, State.BASELINED, State.LATER) if (some := report.of(state))]
    since = f" since {report.diff_base[:SHOWN_OF_COMMIT]}" if report.diff_base else ""
    return f"{count}{since} in {files} for stage {report.stage}{' (' + ', '.join(aside) + ')' if aside else ''}."


def aside(finding: Finding) -> str:
    """How a suppressed finding says so."""
    if finding.suppression is None:
        return ""
    return f" (suppressed: {finding.suppression.reason or 'no reason given'})"
