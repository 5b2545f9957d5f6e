"""Where comments can stand in a file: at the end of a line, alone above one, or nowhere."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from ailint.comments import style_of
from ailint.file_formats import LOCKS, format_of
from ailint.multiline import texts

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

CONTINUED = re.compile(r"(?<!\\)(?:\\\\)*\\$")
WHOLE_LINES = (".cfg", ".ini")  # whose readers take `#` after a value for a part of it
PLAIN_TEXT = (".txt", ".in")
MARKUP = (".tsx", ".jsx")
TAG = re.compile(r"^\s*<|^\s*\{|</|/>")


class Places(NamedTuple):
    """The lines that a comment can end, and those above which one can stand alone."""

    ends: AbstractSet[int]
    above: AbstractSet[int]


def cannot(path: str) -> str:
    """Why a file cannot hold comments that ignore anything; empty where it can."""
    name = basename(path)
    if name in LOCKS:
        return "a lock file is written by its tool"
    if not style_of(path) or (path.endswith(PLAIN_TEXT) and format_of(path) != "requirements"):
        return "its format has no comments"
    return ""


def places(path: str, lines: tuple[str, ...]) -> Places | None:
    """The places in a text; None where it cannot be read as what it is. A line that says what runs the file is left alone."""
    found = _python(lines) if style_of(path) == "python" else _places(path, lines)
    return Places(found.ends - {1}, found.above - {1}) if found and lines[0].startswith("#!") else found


def _python(lines: tuple[str, ...]) -> Places | None:
    from ailint.fix.python import python_places

    return python_places("\n".join(lines))


def _places(path: str, lines: tuple[str, ...]) -> Places:
    within = texts(path, lines)
    inside = {line for text in within for line in range(text.line + 1, text.end_line + 1)}
    broken = {line for text in within for line in range(text.line, text.end_line)}
    continued = {number for number, line in enumerate(lines, 1) if CONTINUED.search(line)} if style_of(path) in {"#", "own line"} else set()
    every = set(range(1, len(lines) + 1))
    barred = _markup(path, lines)
    whole = style_of(path) == "own line" or path.endswith(WHOLE_LINES)
    recipes = {number for number, line in enumerate(lines, 1) if line.startswith("\t")} if format_of(path) == "make" else set()
    docker = format_of(path) == "dockerfile"  # which lets comments stand between the lines of an instruction
    after = set() if docker else {number + 1 for number in continued}
    if style_of(path) == "<" and within and within[0].line == 1:
        after.add(1)  # what is above the settings at the head makes them text
    return Places(frozenset() if whole else every - broken - continued - barred - recipes, every - inside - after - barred)


def _markup(path: str, lines: tuple[str, ...]) -> set[int]:
    """Lines of JSX that may be text to a reader: there, `//` would be shown."""
    if not path.endswith(MARKUP):
        return set()
    return {number for number, line in enumerate(lines, 1) if TAG.search(line) or (number > 1 and lines[number - 2].rstrip().endswith(">"))}
