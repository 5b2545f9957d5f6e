"""The terminal: whether it takes colour, how wide it is, and nothing of a repository sent as anything but visible characters."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from io import TextIOWrapper
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typing import TextIO

Colour = Literal["auto", "always", "never"]

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
COMMAND = re.compile(r"##(?=\w*\[)")
WIDTH = 100
NARROWEST = 40


def wants_colour(choice: Colour, stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: as chosen, else NO_COLOR, FORCE_COLOR, else if it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


def width_of(stream: TextIO) -> int:
    """Columns to write: the terminal's, up to 100; 100 where there is none."""
    return max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)) if stream.isatty() else WIDTH


def prepare(stream: TextIO) -> None:
    """Let `stream` take any text: UTF-8 where it goes to a file or pipe, escapes for what a terminal cannot show."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def visible(text: str) -> str:
    """`text` with every control and format character written as an escape, and no line that a CI runner would obey."""
    if not text.isprintable():
        text = "".join(_escape(character) if unicodedata.category(character) in HIDDEN else character for character in text)
    return COMMAND.sub("## ", text)


def _escape(character: str) -> str:
    return "    " if character == "\t" else character.encode("unicode_escape", "surrogatepass").decode()
