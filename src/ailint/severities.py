"""Severities, as each format names them: the one table for all renderers."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ailint.facts import Severity


class Words(NamedTuple):
    """What one severity is called. `score` is GitHub's `security-severity`, `problem` its `problem.severity`."""

    github: Literal["error", "warning", "notice"]
    sarif: Literal["error", "warning", "note"]
    problem: Literal["error", "warning", "recommendation"]
    score: str
    gitlab: Literal["blocker", "critical", "major", "minor"]
    rdjson: Literal["ERROR", "WARNING", "INFO"]


WORDS = {
    Severity.CRITICAL: Words("error", "error", "error", "9.5", "blocker", "ERROR"),
    Severity.HIGH: Words("error", "error", "error", "8.0", "critical", "ERROR"),
    Severity.MEDIUM: Words("warning", "warning", "warning", "5.5", "major", "WARNING"),
    Severity.LOW: Words("notice", "note", "recommendation", "2.0", "minor", "INFO"),
}
