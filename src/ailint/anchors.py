"""Anchors: where in its file, as it is on disk, a finding stands, for formats that know nothing of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ailint.finding import Finding
    from ailint.sources import Sources


class Anchor(NamedTuple):
    """Lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


TOP = Anchor(1, 1, 1, 1)


def anchor(finding: Finding) -> Anchor:
    """The finding's own place; line 1 where it is in a cell, since the lines of a notebook's file are not those of its code."""
    if finding.cell:
        return TOP
    line, column = max(finding.line, 1), max(finding.column, 1)
    end_line = max(finding.end_line, line)
    return Anchor(line, column, end_line, max(finding.end_column, column if end_line == line else 1))


def words(finding: Finding) -> str:
    """The message on one line, with the place in a notebook said; the title where there is no message."""
    place = f"cell {finding.cell}, line {finding.line}: " if finding.cell else ""
    return place + (" ".join(finding.message.split()) or finding.title)


def in_bytes(finding: Finding, sources: Sources) -> Anchor:
    """The anchor with its columns in UTF-8 bytes."""
    line, column, end_line, end_column = anchor(finding)
    return Anchor(line, _bytes(finding.path, line, column, sources), end_line, _bytes(finding.path, end_line, end_column, sources))


def _bytes(path: str, line: int, column: int, sources: Sources) -> int:
    """A column past the end of its line stays so many past it."""
    text = "" if column == 1 else sources.line(path, line)
    before = text[: column - 1]
    return len(before.encode("utf-8", "surrogatepass")) + column - len(before)
