"""Notebooks: their source lines changed where they stand in the file, every other byte of which stays."""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from ailint.read.json_tree import TOKEN
from ailint.read.text import LINE_END, lines_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from ailint.fix.ignore import Change

    TokenMatch = re.Match[str]

LEVEL = 3  # a string right below `source` is one level deeper than a source that is one string
ESCAPE = 2
UNICODE = 6


class Piece(NamedTuple):
    """A string of the file that holds part of a cell's source: where it stands, quotes included, and what it says."""

    start: int
    end: int
    text: str


class Edit(NamedTuple):
    """A range of the file and what comes in its place."""

    start: int
    end: int
    text: str


class Cell:
    """The source of one cell, in the pieces that the file has it in."""

    def __init__(self, file: str, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces
        self.text = "".join(piece.text for piece in pieces)
        self.lines = lines_of(self.text)
        self._file = file
        self._line_starts = (0, *(found.end() for found in LINE_END.finditer(self.text)))
        self._piece_starts = tuple(accumulate((len(piece.text) for piece in pieces), initial=0))

    def edits(self, line: int, change: Change) -> Iterator[Edit]:
        """What a change to a line, counted from 1 in the cell, does to the file."""
        start = self._line_starts[line - 1]
        old = self.lines[line - 1]
        if change.above is not None:
            yield self._put_above(start, change.above)
        if change.text != old:
            head = next((at for at, (one, other) in enumerate(zip(old, change.text, strict=False)) if one != other), min(len(old), len(change.text)))
            yield self._put(start + head, start + len(old), change.text[head:])

    def _put_above(self, start: int, line: str) -> Edit:
        index = self._piece(start)
        piece = self.pieces[index]
        if len(self.pieces) > 1 and self._piece_starts[index] == start:
            before = self._file.rfind("\n", 0, piece.start)
            gap = self._file[before : piece.start] if before >= 0 and not self._file[before : piece.start].strip() else " "
            return Edit(piece.start, piece.start, f"{self._quoted(f'{line}{chr(10)}')},{gap}")
        return self._put(start, start, f"{line}\n")

    def _put(self, start: int, end: int, text: str) -> Edit:
        index = self._piece(start)
        piece, offset = self.pieces[index], self._piece_starts[index]
        raw = _offsets(self._file[piece.start + 1 : piece.end - 1])
        first, last = (piece.start + 1 + raw[min(at - offset, len(raw) - 1)] for at in (start, end))
        return Edit(first, last, self._quoted(text)[1:-1])

    def _piece(self, offset: int) -> int:
        return min(bisect_right(self._piece_starts, offset) - 1, len(self.pieces) - 1)

    def _quoted(self, text: str) -> str:
        return json.dumps(text, ensure_ascii=self._file.isascii() and "\\u" in self._file)


def cells(file: str) -> list[Cell]:
    """The cells of a notebook of version 4, in order."""
    found: dict[int, list[Piece]] = {}
    for key, token in _strings(file):
        if key[:1] == ("cells",) and key[2:3] == ("source",) and len(key) in {LEVEL, LEVEL + 1}:
            found.setdefault(int(key[1]), []).append(Piece(token.start(), token.end(), str(json.loads(token[0], strict=False))))
    return [Cell(file, tuple(found.get(number, ()))) for number in range(max(found, default=-1) + 1)]


def changed(file: str, edits: Iterable[Edit]) -> str:
    """The file with all edits made."""
    for edit in sorted(edits, reverse=True):
        file = file[: edit.start] + edit.text + file[edit.end :]
    return file


def _strings(file: str) -> Iterator[tuple[tuple[str, ...], TokenMatch]]:
    """Every string that is a value, with the keys and places in lists that lead to it."""
    levels: list[list[str]] = []  # of an object its key, of a list the place; the kind stands first
    waiting = False
    for token in TOKEN.finditer(file):
        text = token[0]
        if token.lastgroup == "space":
            waiting = waiting or ":" in text
            continue
        if token.lastgroup == "close":
            levels = levels[:-1]
        elif levels and levels[-1][0] == "{" and not waiting:
            levels[-1][1] = str(json.loads(text, strict=False)) if token.lastgroup == "string" else text
            continue
        else:
            if levels and levels[-1][0] == "[":
                levels[-1][1] = str(int(levels[-1][1]) + 1)
            if token.lastgroup == "string":
                yield tuple(level[1] for level in levels), token
            elif token.lastgroup == "open":
                levels.append([text, "-1"])
        waiting = False


def _offsets(raw: str) -> list[int]:
    """Where each character of a string stands in it as it is written; last, where it ends."""
    found, at = [], 0
    while at < len(raw):
        found.append(at)
        size = 1 if raw[at] != "\\" else UNICODE if raw[at + 1] == "u" else ESCAPE
        if size == UNICODE and raw[at + 2].lower() == "d" and raw[at + 3].lower() in "89ab" and raw[at + 6 : at + 8] == "\\u":
            size += UNICODE
        at += size
    return [*found, len(raw)]
