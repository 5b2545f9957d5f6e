"""Snippets: the source lines of a finding, safe to show: nothing secret, nothing that a terminal would obey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.terminal import columns, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.finding import Finding
    from ailint.sources import Sources
    from ailint.terminal import Paint

LONGEST = 5
SHOWN = 4
TOKEN = re.compile(r"[A-Za-z0-9_\-+/=.]{16,}")
RANDOM = re.compile(r"(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9+/=]{16,}")
NAMED = re.compile(r"""((?:key|token|secret|passw(?:or)?d|credential)\w*["']?\s*[:=]\s*["'])([^"'\s]{8,})(?=["'])""", re.IGNORECASE)


def mask(line: str) -> str:
    """`line` with what may be a secret cut to its first four characters and its length."""
    named = NAMED.sub(lambda match: match[1] + _cut(match[2]), line)
    return TOKEN.sub(lambda match: _cut(match[0]) if RANDOM.search(match[0]) else match[0], named)


def snippet(finding: Finding, sources: Sources, paint: Paint, width: int) -> Iterator[str]:
    """The lines of the finding behind a gutter, the first one underlined; nothing where it is about a file or project as a whole."""
    first = sources.absolute(finding.path, finding.cell, finding.line)
    if finding.end_column == finding.column and finding.end_line == finding.line:
        return
    count = max(1, finding.end_line - finding.line + 1)
    lines = sources.lines(finding.path)[first - 1 : first - 1 + (count if count <= LONGEST else LONGEST - 1)]
    gutter = len(str(finding.line + len(lines)))
    for number, line in enumerate(lines, finding.line):
        yield f"    {paint('faint', f'{number:>{gutter}} │')} {_crop(visible(mask(line)), width - gutter - 8)}"
        if number == finding.line and (marks := _underline(finding, line, width - gutter - 8)):
            yield f"    {paint('faint', ' ' * gutter + ' │')} {paint('mark', marks)}"
    if count > LONGEST:
        yield f"    {paint('faint', f'{chr(0xB7):>{gutter}} │ … {count - len(lines)} more lines')}"


def _underline(finding: Finding, line: str, width: int) -> str:
    start = columns(visible(mask(line[: finding.column - 1])))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    length = columns(visible(mask(line[:end]))) - start
    return " " * start + "^" * max(1, min(length, width - start)) if start < width else ""


def _crop(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1] + "…"


def _cut(secret: str) -> str:
    return f"{secret[:SHOWN]}…({len(secret)} characters)"
