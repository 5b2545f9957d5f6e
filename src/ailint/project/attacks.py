"""Attacks of a project on itself: tests and evaluations that try to turn the model against its instructions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Span
from ailint.project.evaluation import evaluation_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.project import Project

INJECTION = re.compile(
    r"\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+|these\s+)?(?:previous|prior|above|earlier|preceding|safety|system)\b"
    r"|\b(?:reveal|print|repeat|show|leak)\s+(?:me\s+)?(?:the\s+|your\s+)?(?:system|hidden|secret)\s+(?:prompt|instructions?)\b"
    r"|\byou are now (?:dan\b|in developer mode|unrestricted)",
    re.IGNORECASE,
)
PLACE = re.compile(r"prompt[_-]?injection|jail[_-]?break|red[_-]?team|adversarial[_-]?(?:prompt|test|case|example)", re.IGNORECASE)
TESTING = frozenset({"test", "eval"})


def own_attacks(project: Project) -> Iterator[tuple[str, Span, str]]:
    """Where each of them stands, and what it is."""
    for path in project.paths:
        if project.role(path) in TESTING or (evaluation_place(path) and project.role(path) in {"app", "script"}):
            if PLACE.search(path):
                yield path, Span(1, 0, 1, 0), f"`{path}` is about attacks"
            else:
                yield from ((path, span, "a test tries to change the model's instructions") for span in payloads(project, path))


def payloads(project: Project, path: str) -> Iterator[Span]:
    """The first text of a file that would talk a model out of its instructions."""
    found = next((span for span, text in texts(project, path) if INJECTION.search(text)), None)
    if found is not None:
        yield found


def texts(project: Project, path: str) -> Iterator[tuple[Span, str]]:
    """The texts in code, settings and data of a file."""
    if path in project.python:
        yield from ((literal.span, text) for literal, text, _ in project.resolver.bindings(path).texts if literal.span is not None)
    file = project.files.get(path)
    if file is not None:
        yield from ((setting.span, setting.raw) for setting in file.settings)
        rows = file.table.rows if file.table is not None else ()
        yield from ((Span(row.line, 0, row.line, 0), text) for row in rows for text in row.fields)
