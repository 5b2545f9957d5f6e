"""Ignores for the findings of a run: what each file becomes, and which findings no comment can ignore."""

from __future__ import annotations

import codecs
import io
import tokenize
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ailint.finding import State
from ailint.fix.files import current, line_end
from ailint.fix.ignore import Page, refuse_reason_in
from ailint.fix.meaning import same
from ailint.fix.places import cannot, places
from ailint.read.text import LINE_END, NotTextError, lines_of
from ailint.waivers import RULE as WAIVER_EXPIRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ailint.finding import Finding
    from ailint.fix.ignore import Change
    from ailint.summary import Report

PROJECT = "it is about the project as a whole"
EXPIRED = "a waiver that has expired is renewed or removed"
NOWHERE = "no comment can stand where it counts"
UNREADABLE = "the file cannot be read well enough to be changed"
MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Refused(NamedTuple):
    """A finding that no comment ignores, and why."""

    finding: Finding
    why: str


class Written(NamedTuple):
    """A file as it is and as it is to be, with the findings that it then ignores."""

    path: str
    before: bytes
    after: bytes
    findings: tuple[Finding, ...]


class Ignored(NamedTuple):
    """What is to be written, and what cannot be."""

    files: tuple[Written, ...]
    refused: tuple[Refused, ...]


def ignores(report: Report, root: Path, reason: str, width: int) -> Ignored:
    """The ignores of all new findings. Nothing is written; UserError for a reason that one of the files cannot hold."""
    files: list[Written] = []
    refused: list[Refused] = []
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.of(State.NEW):
        by_path[finding.path].append(finding)
    for path, findings in sorted(by_path.items()):
        elsewhere = [Refused(finding, why) for finding in findings if (why := _answered_elsewhere(finding, report))]
        placed = [finding for finding in findings if not _answered_elsewhere(finding, report)]
        file, others = _in_file(path, placed, report, root, Wish(reason, width)) if placed else (None, [])
        files += [file] if file else []
        refused += (*elsewhere, *others)
    return Ignored(tuple(files), tuple(refused))


def _answered_elsewhere(finding: Finding, report: Report) -> str:
    """Why a finding is none of its file's; empty where it is."""
    if finding.rule == WAIVER_EXPIRED:
        return EXPIRED
    return PROJECT if report.cards[finding.rule].scope == "project" else ""


class Wish(NamedTuple):
    """The reason to write, and how long a line may become by it."""

    reason: str
    width: int


def _in_file(path: str, findings: list[Finding], report: Report, root: Path, wish: Wish) -> tuple[Written | None, list[Refused]]:
    """The file with ignores for as many of its findings as can be."""
    if why := cannot(path):
        return None, [Refused(finding, why) for finding in findings]
    refuse_reason_in(path, wish.reason)
    before = current(root, path) or b""
    lines = report.sources.lines(path)
    found = places(path, lines)
    if found is None:
        return None, [Refused(finding, UNREADABLE) for finding in findings]
    page = Page(path, lines, found, wish.width)
    by_line: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_line[page.about(report.sources.absolute(path, finding.cell, finding.line))].append(finding)
    changes = {line: page.ignore(line, sorted({finding.rule for finding in some}), wish.reason) for line, some in by_line.items()}
    after = written(path, before, lines, [change for change in changes.values() if change])
    if after is None:
        return None, [Refused(finding, UNREADABLE) for finding in findings]
    done = [finding for line, some in by_line.items() if changes[line] for finding in some]
    refused = [Refused(finding, NOWHERE) for line, some in by_line.items() if not changes[line] for finding in some]
    return (Written(path, before, after, tuple(done)) if done else None), refused


def written(path: str, before: bytes, lines: tuple[str, ...], changes: Sequence[Change]) -> bytes | None:
    """The bytes of a file with its lines changed; None where its encoding cannot hold them, or the file would mean something else."""
    try:
        encoding = encoding_of(path, before)
        text = before.decode(encoding)
        after = _in_notebook(text, lines, changes) if path.endswith(".ipynb") else _in_text(text, lines, changes)
        if after is None or text.encode(encoding) != before:
            return None
        data = after.encode(encoding)
        return data if encoding_of(path, data) == encoding and same(path, before, data) else None
    except (UnicodeError, LookupError, SyntaxError, NotTextError, ValueError):
        return None


def encoding_of(path: str, data: bytes) -> str:
    """The encoding of a file: by its mark, as a Python file declares it, else UTF-8."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return encoding
    return tokenize.detect_encoding(io.BytesIO(data).readline)[0] if path.endswith((".py", ".pyi")) else "utf-8"


def _in_text(text: str, lines: tuple[str, ...], changes: Iterable[Change]) -> str | None:
    if lines_of(text) != lines:
        return None
    ends = [*LINE_END.findall(text), ""]
    by_line = {change.line: change for change in changes}
    return "".join(_line(line, end, by_line.get(number), line_end(text)) for number, (line, end) in enumerate(zip(lines, ends, strict=True), 1))


def _line(text: str, end: str, change: Change | None, usual: str) -> str:
    if change is None:
        return text + end
    above = f"{change.above}{end or usual}" if change.above is not None else ""
    return f"{above}{change.text}{end}"


def _in_notebook(text: str, lines: tuple[str, ...], changes: Iterable[Change]) -> str | None:
    """The notebook with the lines of its cells changed; None where a line is not in the file as it was read."""
    from ailint.fix.notebook import Edit, cells, changed
    from ailint.read.notebook import read_notebook

    facts = read_notebook("", text.encode()).python
    every, starts = cells(text), facts.cells if facts else ()
    edits: list[Edit] = []
    for change in changes:
        number = bisect_right(starts, change.line) - 1
        cell = every[number] if 0 <= number < len(every) else None
        line = change.line - starts[number] + 1 if cell else 0
        if cell is None or not cell.pieces or line > len(cell.lines):
            return None
        own, read = cell.lines[line - 1], lines[change.line - 1]
        if own != read and (change.above is None or change.text != read):  # a magic, of which only what stands above can change
            return None
        edits += cell.edits(line, change if own == read else change._replace(text=own))
    return changed(text, edits)


def remaining(report: Report, refused: Iterable[Refused]) -> Iterator[Refused]:
    """The new findings of a second run that nobody has spoken of: their ignores do not count after all."""
    known = {(finding.rule, finding.path, finding.message) for finding, _ in refused}
    for finding in report.of(State.NEW):
        if (finding.rule, finding.path, finding.message) not in known:
            yield Refused(finding, "an ignore was written, or came to stand above it, and it is found all the same")
