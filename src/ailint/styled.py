"""Styled text: rich's, made of visible characters alone, and how it becomes lines."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

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
WORD = re.compile(r"`[^`]+`")
COMMAND = re.compile(r"^((?:\s|\x1b\[[\d;]*m)*)(?=:(?:\x1b\[[\d;]*m)*:)")
BLANK_END = re.compile(r" +$")


def text(*parts: str | tuple[str, str] | Text) -> Text:
    """One line of parts, each plain or with its style; where it is too long, the terminal breaks it."""
    shown = (part if isinstance(part, Text) else (visible(part), "") if isinstance(part, str) else (visible(part[0]), part[1]) for part in parts)
    return Text.assemble(*shown, no_wrap=True, overflow="ignore")


def prose(words: str) -> Text:
    """Words that wrap; what stands in backticks stands out."""
    shown = Text(visible(" ".join(words.split())))
    shown.highlight_regex(WORD, "word")
    return shown


def grid(rows: Iterable[Sequence[RenderableType]]) -> Table:
    """Rows in columns as wide as they need; the last column wraps."""
    cells = [list(row) for row in rows]
    table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    last = max(map(len, cells), default=0) - 1
    for number in range(last + 1):
        table.add_column(no_wrap=number < last, overflow="fold")
    for row in cells:
        table.add_row(*row)
    return table


def indented(part: RenderableType, columns: int = 2) -> RenderableType:
    """A part moved to the right; a line that is not wrapped is not cropped either."""
    return text(" " * columns, part) if isinstance(part, Text) and part.no_wrap else Padding(part, (0, 0, 0, columns))


def lines(parts: Iterable[RenderableType], width: int, *, colour: bool) -> Iterator[str]:
    """The lines of all parts, none of which a CI runner would obey."""
    console = Console(
        file=StringIO(), width=width, height=25, theme=Theme(STYLES), color_system="standard" if colour else None, no_color=False,
        force_terminal=colour, force_jupyter=False, legacy_windows=False, markup=False, highlight=False, emoji=False,
    )  # fmt: skip
    for part in parts:
        with console.capture() as capture:
            console.print(Group(part), crop=False)
        yield from (COMMAND.sub(r"\1· ", BLANK_END.sub("", line)) for line in capture.get().split("\n")[:-1])
