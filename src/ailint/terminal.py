"""Text for terminals: colour, width, wrapping, and nothing of a repository sent as anything but visible characters."""

from __future__ import annotations

import os
import re
import shutil
import textwrap
import unicodedata
from io import TextIOWrapper
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

Colour = Literal["auto", "always", "never"]

STYLES = {
    "critical": "1;97;41",
    "high": "1;31",
    "medium": "1;33",
    "low": "1;36",
    "good": "32",
    "strong": "1",
    "faint": "2",
    "mark": "1;35",
}
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
COMMAND = re.compile(r"##(?=\[|vso\[)")
WIDTH = 100


class Paint:
    """Puts colour on text, or leaves it as it is."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def __call__(self, style: str, text: str) -> str:
        """`text` in a style."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.colour and text else text


def wants_colour(choice: Colour, stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: as chosen, else NO_COLOR, FORCE_COLOR, else if it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def width_of(stream: TextIO) -> int:
    """Columns to write: the terminal's, up to 100; 100 where there is none."""
    return max(40, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)) if stream.isatty() else WIDTH


def prepare(stream: TextIO) -> None:
    """Let `stream` take any text: UTF-8 where it goes to a file or pipe, escapes for what a terminal cannot show."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def visible(text: str) -> str:
    """`text` with every control and format character written as an escape, and no line that a CI runner would obey."""
    shown = "".join(_escape(character) if unicodedata.category(character) in HIDDEN else character for character in text)
    return COMMAND.sub("## ", shown)


def columns(text: str) -> int:
    """How many columns a terminal needs for `text`."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(label: str, text: str, width: int) -> Iterator[str]:
    """`text` made visible, wrapped, behind `label` and aligned with it; no line starts with repository text."""
    lines = textwrap.wrap(visible(" ".join(text.split())), max(20, width - len(label)), break_long_words=False, break_on_hyphens=False)
    for number, line in enumerate(lines or [""]):
        start = label if number == 0 else " " * len(label)
        yield (start + (f"· {line}" if line.startswith("::") else line)).rstrip()


def _escape(character: str) -> str:
    return "    " if character == "\t" else character.encode("unicode_escape", "surrogatepass").decode()
