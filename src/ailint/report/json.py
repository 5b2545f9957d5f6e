"""JSON: the whole report as one object, the contract for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ailint import __version__, json_text
from ailint.facts import Severity
from ailint.finding import Finding, State
from ailint.readiness import Readiness
from ailint.settings import Stage
from ailint.summary import Report, RuleResult, by_severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.view import View

READINESS = True
EVIDENCE = True


class Tool(Struct, frozen=True):
    """What wrote the report. `rules` counts the rules that it knows."""

    name: str
    version: str
    rules: int


class Run(Struct, frozen=True):
    """What was linted. `root` is relative to where ailint was run."""

    root: str
    stage: Stage
    files: int
    files_read: int
    duration_s: float
    diff_base: str | None


class Summary(Struct, frozen=True):
    """Counts of findings by state; `findings`, `new` and `by_severity` count the new ones."""

    findings: int
    new: int
    suppressed: int
    baselined: int
    by_severity: dict[Severity, int]
    exit_code: int
    exit_reason: str


class Diagnostic(Struct, frozen=True):
    """Something ailint could not do."""

    path: str
    line: int
    code: str
    message: str


class Output(Struct, frozen=True):
    """The report of `ailint check --output-format json`."""

    schema_version: int
    tool: Tool
    run: Run
    summary: Summary
    readiness: Readiness
    rules: tuple[RuleResult, ...]
    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def render(report: Report, view: View) -> Iterator[str]:
    """One object, indented."""
    del view
    yield json_text.encode(output(report), indent=2)


def output(report: Report) -> Output:
    """The report as the contract has it."""
    return Output(
        schema_version=1,
        tool=Tool("ailint", __version__, report.rules_known),
        run=Run(report.root, report.stage, report.files, report.files_read, report.duration_s, report.diff_base),
        summary=_summary(report),
        readiness=report.readiness,
        rules=report.rules,
        findings=report.findings,
        diagnostics=tuple(Diagnostic(found.path, found.line, found.code, found.message) for found in report.diagnostics),
    )


def _summary(report: Report) -> Summary:
    new, suppressed, baselined = (len(report.of(state)) for state in (State.NEW, State.SUPPRESSED, State.BASELINED))
    return Summary(new, new, suppressed, baselined, by_severity(report.findings), report.exit_code, report.exit_reason)
