"""Text of files: decoding, places in it, and what is said where there is none."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from functools import cached_property

from ailint.facts import Diagnostic, FileFacts, Span

LINE_END = re.compile(r"\r\n|\r|\n")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
HEAD = 8192


class NotTextError(ValueError):
    """The bytes are no text."""


def decode(data: bytes) -> str:
    """The text of a file, by its byte order mark, else UTF-8 with what is none replaced; NotTextError for binary data."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:HEAD]:
        message = "binary data"
        raise NotTextError(message)
    return data.decode(errors="replace")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, without their ends."""
    return tuple(LINE_END.split(text) if "\r" in text else text.split("\n"))


def failed(path: str, name: str, line: int, code: str, message: str) -> FileFacts:
    """A file without facts, and why."""
    return FileFacts(path, name, diagnostics=(Diagnostic(path, line, code, message),))


class Lines:
    """A text as lines, and where its characters are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = (0, *(found.end() for found in LINE_END.finditer(text)))
        self._ascii = text.isascii()
        self._last = (1, 0, 0)

    @cached_property
    def all(self) -> tuple[str, ...]:
        """The lines, without their ends."""
        return lines_of(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets, the end exclusive."""
        return Span(*self._place(start), *self._place(end))

    def marked(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """The span between two places whose columns are code points, the first line being 1."""
        return Span(line, self._bytes(line, column), end_line, self._bytes(end_line, end_column))

    def whole(self, line: int) -> Span:
        """The span of one line, without the white space around it."""
        text = self.all[line - 1]
        start = len(text) - len(text.lstrip())
        return self.marked(line, start, line, max(start, len(text.rstrip())))

    def joined(self, first: int, last: int) -> Span:
        """The span from the first character of one line to the last of another."""
        start, end = self.whole(first), self.whole(last)
        return Span(start.line, start.column, end.end_line, end.end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, self._bytes(line, offset - self._starts[line - 1])

    def _bytes(self, line: int, column: int) -> int:
        """The column in bytes, counted from the one asked for last: a file can be one long line."""
        if self._ascii or line > len(self._starts):
            return column
        start = self._starts[line - 1]
        known, offset = self._last[1:] if self._last[0] == line else (0, 0)
        low, high = sorted((known, column))
        size = len(self.text[start + low : start + high].encode(errors="replace"))
        self._last = (line, column, offset + size if column >= known else offset - size)
        return self._last[2]
