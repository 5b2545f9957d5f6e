"""Files in which the word MARK stands for a finding: what ignores it, and what becomes of the file."""

from __future__ import annotations

from typing import NamedTuple

from ailint.comments import style_of
from ailint.fix.ignore import Page
from ailint.fix.ignores import written
from ailint.fix.places import places
from ailint.multiline import beginnings, texts
from ailint.read.notebook import source
from ailint.read.text import LINE_END
from ailint.sources import decode
from ailint.suppress import Ignore, read_ignores

MARK = "MARK"
RULE = "llm-call-no-timeout"


class Outcome(NamedTuple):
    """The file with its ignores, and the lines whose marks nothing ignores there."""

    data: bytes
    open: tuple[int, ...]


def lines_of(path: str, data: bytes) -> tuple[str, ...]:
    """The lines of a file as its findings count them."""
    return tuple(LINE_END.split(source(data) if path.endswith(".ipynb") else decode(path, data)))


def uncovered(path: str, data: bytes, rule: str = RULE) -> tuple[int, ...]:
    """The lines with a mark that no ignore is about."""
    lines = lines_of(path, data)
    begun = beginnings(texts(path, lines))
    targets = {found.target for found in read_ignores(path, lines) if isinstance(found, Ignore) and found.rule == rule}
    marked = [number for number, line in enumerate(lines, 1) if MARK in line]
    return tuple(number for number in marked if number not in targets and begun.get(number, number) not in targets)


def ignoring(path: str, data: bytes, reason: str = "why", width: int = 72) -> Outcome:
    """Ignores written for every mark that has none."""
    assert style_of(path)
    lines = lines_of(path, data)
    found = places(path, lines)
    if found is None:
        return Outcome(data, uncovered(path, data))
    page = Page(path, lines, found, width)
    about = dict.fromkeys(page.about(line) for line in uncovered(path, data))
    changes = [change for line in about if (change := page.ignore(line, [RULE], reason))]
    after = written(path, data, lines, changes)
    return Outcome(data if after is None else after, uncovered(path, data if after is None else after))


def ignored_text(path: str, text: str, reason: str = "why", width: int = 72) -> str:
    """The text with its ignores."""
    return ignoring(path, text.encode(), reason, width).data.decode()
