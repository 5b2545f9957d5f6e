"""Sources: the text of the files that findings point into, as lines, columns and cells that people count."""

from __future__ import annotations

import io
import tokenize
from bisect import bisect_right
from typing import TYPE_CHECKING

from ailint.read import text
from ailint.read.mentions import SUPPRESSION
from ailint.read.text import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ailint.facts import FileFacts


class Sources:
    """Reads each file once, when it is first asked for; a file that cannot be read has no lines."""

    def __init__(self, files: Mapping[str, FileFacts], read: Callable[[str], bytes]) -> None:
        self._files = files
        self._read = read
        self._texts: dict[str, str] = {}
        self._lines: dict[str, tuple[str, ...]] = {}

    def text(self, path: str) -> str:
        """The file as its reader saw it: decoded, a notebook's cells joined."""
        if path not in self._texts:
            self._texts[path] = self._load(path)
        return self._texts[path]

    def lines(self, path: str) -> tuple[str, ...]:
        """The lines of the file, without their ends."""
        if path not in self._lines:
            self._lines[path] = lines_of(self.text(path))
        return self._lines[path]

    def data(self, path: str) -> bytes | None:
        """The bytes of a file; None where it cannot be read."""
        try:
            return self._read(path)
        except OSError:
            return None

    def mentions(self, path: str) -> bool:
        """Whether a file mentions `ailint:`, of which a suppression has to make use; what is no read Python is looked through."""
        file = self._files.get(path)
        if file is not None and file.python is not None and file.format == "python":
            return SUPPRESSION in file.python.words
        try:
            return SUPPRESSION.encode() in self._read(path)
        except OSError:
            return False

    def line(self, path: str, number: int) -> str:
        """One line, counted from 1; empty where there is none."""
        lines = self.lines(path)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def column(self, path: str, line: int, offset: int) -> int:
        """The column from 1, in code points, of a byte offset from 0."""
        return len(self.line(path, line).encode()[:offset].decode(errors="ignore")) + 1

    def locate(self, path: str, line: int) -> tuple[int | None, int]:
        """Cell and line within it for a notebook, else None and the line as it is."""
        cells = self._cells(path)
        cell = bisect_right(cells, line)
        return (cell, line - cells[cell - 1] + 1) if cell else (None, line)

    def absolute(self, path: str, cell: int | None, line: int) -> int:
        """The line in the whole text: what `locate` was given."""
        return line + self._cells(path)[cell - 1] - 1 if cell else line

    def _cells(self, path: str) -> tuple[int, ...]:
        facts = self._files.get(path)
        return facts.python.cells if facts and facts.python else ()

    def _load(self, path: str) -> str:
        try:
            data = self._read(path)
        except OSError:
            return ""
        if path.endswith(".ipynb"):
            from ailint.read.notebook import source

            return source(data)
        return decode(path, data)


def decode(path: str, data: bytes) -> str:
    """The text of a file; what is no text in its encoding is replaced."""
    if not path.endswith((".py", ".pyi")):
        return data.decode(errors="replace") if b"\0" in data else text.decode(data)
    try:
        return data.decode(tokenize.detect_encoding(io.BytesIO(data).readline)[0], errors="replace")
    except (SyntaxError, LookupError):
        return data.decode(errors="replace")
