"""Snippets: the source lines of a finding, safe to show: nothing secret, nothing that a terminal would obey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from ailint.styled import text
from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.sources import Sources
    from ailint.styled import Line

LONGEST = 5
SHOWN = 4
MARGIN = 8
TOKEN = re.compile(r"[A-Za-z0-9_\-+/=.]{16,}")
RANDOM = re.compile(r"(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9+/=]{16,}")
NAMED = re.compile(r"""((?:key|token|secret|passw(?:or)?d|credential)\w*["']?\s*[:=]\s*["'])([^"'\s]{8,})(?=["'])""", re.IGNORECASE)


def mask(line: str) -> str:
    """`line` with what may be a secret cut to its first four characters and its length."""
    named = NAMED.sub(lambda match: match[1] + _cut(match[2]), line)
    return TOKEN.sub(lambda match: _cut(match[0]) if RANDOM.search(match[0]) else match[0], named)


class Excerpt(NamedTuple):
    """The lines that a finding is about, as they are written, with the number of the first; `left_out` lines follow."""

    first: int
    lines: tuple[str, ...]
    left_out: int


def excerpt(finding: Finding, sources: Sources) -> Excerpt:
    """The lines of a finding, none where it is about a file or project as a whole; not yet safe to show."""
    if finding.end_column == finding.column and finding.end_line == finding.line:
        return Excerpt(finding.line, (), 0)
    first = sources.absolute(finding.path, finding.cell, finding.line)
    count = max(1, finding.end_line - finding.line + 1)
    lines = sources.lines(finding.path)[first - 1 : first - 1 + (count if count <= LONGEST else LONGEST - 1)]
    return Excerpt(finding.line, tuple(lines), count - len(lines) if count > LONGEST else 0)


def shown(line: str) -> str:
    """A source line that is safe to show: nothing secret, every character visible."""
    return visible(mask(line))


def snippet(finding: Finding, sources: Sources, width: int) -> Iterator[Line]:
    """The lines of the finding behind a gutter, the first one underlined; nothing where it is about a file or project as a whole."""
    found = excerpt(finding, sources)
    gutter = len(str(found.first + len(found.lines)))
    room = width - gutter - MARGIN
    for number, line in enumerate(found.lines, found.first):
        yield text((f"    {number:>{gutter}} │ ", "faint"), _cropped(line, room))
        if number == found.first and (marks := _underline(finding, line, room)):
            yield text((f"    {'':>{gutter}} │ ", "faint"), (marks, "mark"))
    if found.left_out:
        yield text((f"    {'·':>{gutter}} │ … {found.left_out} more lines", "faint"))


def _underline(finding: Finding, line: str, width: int) -> str:
    start = cell_len(visible(mask(line[: finding.column - 1])))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    length = cell_len(visible(mask(line[:end]))) - start
    return " " * start + "^" * max(1, min(length, width - start)) if start < width else ""


def _cropped(line: str, width: int) -> str:
    safe = shown(line)
    return safe if cell_len(safe) <= width else f"{set_cell_size(safe, width - 1)}…"


def _cut(secret: str) -> str:
    return f"{secret[:SHOWN]}…({len(secret)} characters)"
