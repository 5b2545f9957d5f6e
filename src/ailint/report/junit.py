"""JUnit: a test case for each rule in each sub-project, passed, failed or skipped, for CI systems that show tests."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from ailint.anchors import anchor, words
from ailint.finding import State
from ailint.judge import Tally
from ailint.summary import CRASHED
from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.finding import Finding
    from ailint.rule import Card
    from ailint.summary import Report
    from ailint.view import View

ASIDE = (State.SUPPRESSED, State.BASELINED, State.LATER)
UNASKED = Tally("", "", 0, 0, 0)


class Case(NamedTuple):
    """A rule in a sub-project: the findings that fail it, or why there is no answer; where there is neither, it holds."""

    card: Card
    project: str
    failures: tuple[Finding, ...]
    skipped: str


def render(report: Report, view: View) -> Iterator[str]:
    """A suite a sub-project, and one of rules that crashed, if any did."""
    del view
    suites = {path: list(_cases(report, path)) for path, _ in report.projects}
    crashes = [found.message for found in report.diagnostics if found.code == CRASHED]
    counts = _counts([case for suite in suites.values() for case in suite], len(crashes))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="ailint" {counts} time="{report.duration_s}">'
    for path, suite in suites.items():
        yield from _suite(_project(path), suite)
    if crashes:
        yield from _crashed(crashes)
    yield "</testsuites>"


def _cases(report: Report, path: str) -> Iterator[Case]:
    tallies = {tally.rule: tally for tally in report.tallies if tally.subproject == path}
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if report.subproject(finding) == path:
            found.setdefault(finding.rule, []).append(finding)
    for result in report.rules:
        own = found.get(result.name, [])
        failures = tuple(finding for finding in own if finding.state is State.NEW)
        yield Case(report.cards[result.name], path, failures, "" if failures else _skipped(own, tallies.get(result.name, UNASKED)))


def _skipped(findings: Iterable[Finding], tally: Tally) -> str:
    """Why a rule without failures does not simply hold."""
    states = Counter(finding.state for finding in findings)
    if tally.violated:
        aside = [f"{states[state]} {state}" for state in ASIDE if states[state]]
        return ", ".join(aside) or "only findings below the severity that was asked for"
    if tally.satisfied:
        return ""
    return f"not determined: {tally.unknown}" if tally.unknown else "does not apply"


def _suite(project: str, cases: Sequence[Case]) -> Iterator[str]:
    yield f'  <testsuite name="{_attribute(project)}" {_counts(cases, 0)}>'
    for case in cases:
        yield from _case(project, case)
    yield "  </testsuite>"


def _case(project: str, case: Case) -> Iterator[str]:
    head = f'    <testcase classname="{_attribute(f"{project}.{case.card.area}")}" name="{_attribute(case.card.name)}"'
    if case.failures:
        first, count = case.failures[0], len(case.failures)
        message = words(first) if count == 1 else f"{count} findings, the first: {words(first)}"
        yield f'{head} file="{_attribute(first.path)}" line="{anchor(first).line}">'
        yield f'      <failure type="{min(case.failures, key=_rank).severity}" message="{_attribute(message)}">'
        yield from (_text(f"At {finding.place}: {words(finding)}") for finding in case.failures)
        yield f"{_text(f'Fix: {first.fix}')}</failure>"
        yield "    </testcase>"
    elif case.skipped:
        yield f'{head}><skipped message="{_attribute(case.skipped)}"/></testcase>'
    else:
        yield f"{head}/>"


def _crashed(messages: Sequence[str]) -> Iterator[str]:
    yield f'  <testsuite name="ailint" tests="{len(messages)}" failures="0" errors="{len(messages)}" skipped="0">'
    for message in messages:
        name = _attribute(message.split(" ", maxsplit=1)[0])
        yield f'    <testcase classname="ailint" name="{name}"><error message="{_attribute(message)}"/></testcase>'
    yield "  </testsuite>"


def _counts(cases: Sequence[Case], errors: int) -> str:
    failures, skipped = (sum(bool(getattr(case, name)) for case in cases) for name in ("failures", "skipped"))
    return f'tests="{len(cases) + errors}" failures="{failures}" errors="{errors}" skipped="{skipped}"'


def _project(path: str) -> str:
    return "ailint" if path == "." else f"ailint.{path}"


def _rank(finding: Finding) -> int:
    return finding.severity.rank


def _attribute(text: str) -> str:
    return escape(visible(" ".join(text.split())))


def _text(text: str) -> str:
    return escape(visible(text), quote=False)
