"""Styled text: lines of visible characters alone, words that wrap, labels beside them; tables are rich's."""

from __future__ import annotations

import re
from io import StringIO
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len, chop_cells

from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

STYLES = {
    "critical": "bold bright_white on red",
    "high": "bold red",
    "medium": "bold yellow",
    "low": "bold cyan",
    "good": "green",
    "strong": "bold",
    "faint": "dim",
    "mark": "bold magenta",
    "word": "cyan",
}
QUOTED = re.compile(r"`[^`]+`")
WORD = re.compile(r"\S+\s*")
COMMAND = re.compile(r"^((?:\s|\x1b\[[\d;]*m)*)(?=:(?:\x1b\[[\d;]*m)*:)")
GAP = 2
NARROWEST = 2  # columns that any character fits in


class Line(NamedTuple):
    """A line in pieces of visible text, each with its style or none. Where it is too long, the terminal breaks it."""

    pieces: tuple[tuple[str, str], ...]

    @property
    def plain(self) -> str:
        """The line without its styles."""
        return "".join([words for words, _ in self.pieces])


class Prose(NamedTuple):
    """Visible words that wrap; what stands in backticks stands out."""

    words: str


class Labelled(NamedTuple):
    """Visible words that wrap, each behind its label."""

    rows: tuple[tuple[str, str], ...]


class Indented(NamedTuple):
    """Words moved to the right."""

    part: Prose | Labelled | Indented
    columns: int


Words = Line | Prose | Labelled | Indented
Part: TypeAlias = "Words | Table | Padding"


def text(*parts: str | tuple[str, str]) -> Line:
    """One line of parts, each plain or with its style."""
    return Line(tuple([(visible(part), "") if isinstance(part, str) else (visible(part[0]), part[1]) for part in parts]))


def prose(words: str) -> Prose:
    """Words that wrap."""
    return Prose(visible(" ".join(words.split())))


def labelled(rows: Iterable[tuple[str, str]]) -> Labelled:
    """Labels with words, which wrap beside them."""
    return Labelled(tuple([(visible(label), prose(words).words) for label, words in rows]))


def grid(rows: Iterable[Sequence[Line | Prose]]) -> Table:
    """Rows in columns as wide as they need; the last column wraps."""
    from rich.table import Table

    cells = [list(row) for row in rows]
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    last = max(map(len, cells), default=0) - 1
    for number in range(last + 1):
        table.add_column(no_wrap=number < last, overflow="fold")
    for row in cells:
        table.add_row(*map(cell, row))
    return table


def cell(part: Line | Prose) -> Text:
    """A line, or words, for a table."""
    from rich.text import Text

    if isinstance(part, Line):
        return Text.assemble(*part.pieces, no_wrap=True, overflow="ignore")
    shown = Text(part.words)
    shown.highlight_regex(QUOTED, "word")
    return shown


def indented(part: Part, columns: int = 2) -> Part:
    """A part moved to the right."""
    if isinstance(part, Line):
        return Line(((" " * columns, ""), *part.pieces))
    if isinstance(part, Prose | Labelled | Indented):
        return Indented(part, columns)
    from rich.padding import Padding

    return Padding(part, (0, 0, 0, columns))


def lines(parts: Iterable[Part], width: int, *, colour: bool) -> Iterator[str]:
    """The lines of all parts, none of which a CI runner would obey."""
    paint = _painter() if colour else _plain
    for part in parts:
        shown = map(paint, _laid_out(part, width)) if isinstance(part, Words) else _by_rich(part, width, colour=colour)
        yield from (COMMAND.sub(r"\1· ", line.rstrip(" ")) for line in shown)


def _laid_out(part: Words, width: int) -> Iterator[Line]:
    """A part in lines: what wraps in no more than so many columns."""
    if isinstance(part, Line):
        yield part
    elif isinstance(part, Prose):
        yield from _wrapped(part.words, width)
    elif isinstance(part, Labelled):
        yield from _beside_labels(part, width)
    else:
        yield from (Line(((" " * part.columns, ""), *line.pieces)) for line in _laid_out(part.part, width - part.columns))


def _beside_labels(part: Labelled, width: int) -> Iterator[Line]:
    room = max((cell_len(label) for label, _ in part.rows), default=0) + GAP
    for label, words in part.rows:
        beside = (label, "faint"), (" " * (room - cell_len(label)), "")
        for line in _wrapped(words, max(width - room, NARROWEST)):
            yield Line((*beside, *line.pieces))
            beside = ("", ""), (" " * room, "")


def _wrapped(words: str, width: int) -> Iterator[Line]:
    quoted = [match.span() for match in QUOTED.finditer(words)]
    for start, end in pairwise((0, *_breaks(words, width), len(words))):
        line = words[start:end]
        is_full = len(line) > width or cell_len(line) > width
        yield Line(tuple(_pieces(words, start, start + len(line.rstrip()) if is_full else end, quoted)))


def _breaks(words: str, width: int) -> Iterator[int]:
    """Where words go on in another line; one that is too long for any is folded, in a line of its own."""
    columns = len if words.isascii() else cell_len
    column = 0
    for match in WORD.finditer(words):
        start, word = match.start(), match[0]
        length = columns(word.rstrip())
        if column + length <= width:
            column += columns(word)
        elif length <= width:
            yield start
            column = columns(word)
        else:
            for folded in chop_cells(word, width):
                if start:
                    yield start
                start += len(folded)
                column = cell_len(folded)


def _pieces(words: str, start: int, end: int, quoted: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """The words between two places, those in backticks with their style."""
    for first, last in quoted:
        if first < end and last > start:
            yield words[start : max(first, start)], ""
            yield words[max(first, start) : min(last, end)], "word"
            start = min(last, end)
    yield words[start:end], ""


def _plain(line: Line) -> str:
    return line.plain


def _painter() -> Callable[[Line], str]:
    """Gives a line with the codes of its colours."""
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {name: Style.parse(style) for name, style in STYLES.items()}

    def paint(line: Line) -> str:
        return "".join(styles[style].render(words, color_system=ColorSystem.STANDARD) if style else words for words, style in line.pieces)

    return paint


def _by_rich(part: Table | Padding, width: int, *, colour: bool) -> list[str]:
    from rich.console import Console
    from rich.theme import Theme

    console = Console(
        file=StringIO(), width=width, height=25, theme=Theme(STYLES), color_system="standard" if colour else None, no_color=False,
        force_terminal=colour, force_jupyter=False, legacy_windows=False, markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    with console.capture() as capture:
        console.print(part, crop=False)
    return capture.get().split("\n")[:-1]
