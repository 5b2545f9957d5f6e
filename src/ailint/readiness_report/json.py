"""JSON: run, readiness and findings as one object, the contract for machines and for `--compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ailint import json_text
from ailint.finding import Finding
from ailint.readiness import Readiness
from ailint.readiness_report.compare import Changes
from ailint.report.json import Run, Tool, output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.readiness_report.content import Content


class Output(Struct, frozen=True):
    """The report of `ailint report --format json`; `changes` is null without `--compare`."""

    schema_version: int
    tool: Tool
    run: Run
    readiness: Readiness
    findings: tuple[Finding, ...]
    changes: Changes | None


def render(content: Content) -> Iterator[str]:
    """One object, indented."""
    whole = output(content.report)
    own = Output(whole.schema_version, whole.tool, whole.run, whole.readiness, whole.findings, content.changes)
    yield json_text.encode(own, indent=2)
