"""A finding: a violated verdict as its user meets it, in the fields and order of the JSON contract."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from ailint.facts import Severity
from ailint.settings import Stage


class State(StrEnum):
    """What became of a finding. Only new ones reach the gate."""

    NEW = "new"
    BASELINED = "baselined"
    SUPPRESSED = "suppressed"
    LATER = "later"


class Related(Struct, frozen=True):
    """Another place that a finding speaks of."""

    path: str
    line: int
    message: str


class Suppression(Struct, frozen=True):
    """What suppressed a finding, and where that is written."""

    kind: Literal["inline", "file", "config", "waiver"]
    reason: str | None
    path: str
    line: int


class Finding(Struct, frozen=True, kw_only=True):
    """Lines and columns count from 1, columns in code points; the end is exclusive. `line` is within `cell` where there is one."""

    rule: str
    code: str
    title: str
    message: str
    fix: str
    url: str | None
    area: str
    domain: str
    severity: Severity
    status: Literal["stable", "preview"]
    stage: Stage
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    cell: int | None
    symbol: str
    related: tuple[Related, ...]
    fingerprint: str
    state: State
    suppression: Suppression | None
    fixable: Literal["safe", "unsafe", "none"]

    @property
    def place(self) -> str:
        """`path:line:column`, with the cell of a notebook after the path."""
        cell = f":cell {self.cell}" if self.cell else ""
        return f"{self.path}{cell}:{self.line}:{self.column}"


def order(finding: Finding) -> tuple[str, int, int, str, int, str]:
    """Sorting key: path, line, rule, and then enough to make the order total."""
    return finding.path, finding.cell or 0, finding.line, finding.rule, finding.column, finding.message
