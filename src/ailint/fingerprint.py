"""Fingerprints: what a finding is known by, wherever its lines move and however they are laid out."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.comments import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Span
    from ailint.sources import Sources

DIGITS = 16
COMPOUND = re.compile(r"\s*(?:async|class|def|elif|else|except|for|if|match|try|while|with)\b")
JOINED = re.compile(r"""["']\s+[rbfuRBFU]{0,2}["']""")  # one text written as several
CONTINUED = re.compile(r"\\$", re.MULTILINE)
LAYOUT = re.compile(r"[\s\"'`();]+")
LAST_COMMA = re.compile(r",(?=[\]}]|$)")


class Identity(NamedTuple):
    """What makes two findings the same one. `words` are those of its statement, empty where it is about a file or project as a whole."""

    rule: str
    path: str
    symbol: str
    words: str
    data: str

    @property
    def digest(self) -> str:
        """The identity in 16 hexadecimal digits."""
        return hashlib.sha256("\0".join(self).encode(errors="replace")).hexdigest()[:DIGITS]


def numbered(digest: str, number: int) -> str:
    """The fingerprint of the finding that is the `number`th of its identity, counted from 1: each has its own."""
    return digest if number == 1 else f"{digest}:{number}"


def digest_of(fingerprint: str) -> str:
    """The identity in a fingerprint."""
    return fingerprint.partition(":")[0]


def words(sources: Sources, path: str, span: Span) -> str:
    """The statement of a span without its layout: no comments, white space, quotes, parentheses and last commas; of a block its head."""
    if span.line == span.end_line and span.column >= span.end_column:
        return "" if span.line == 1 else flat(code(path, sources.line(path, span.line)))
    return flat("\n".join(_head(code(path, line) for line in _lines(sources, path, span))))


def flat(text: str) -> str:
    """A text without its layout."""
    joined = CONTINUED.sub("", JOINED.sub("", text))
    previous, flattened = "", LAYOUT.sub("", joined)
    while previous != flattened:
        previous, flattened = flattened, LAST_COMMA.sub("", flattened)
    return flattened


def _lines(sources: Sources, path: str, span: Span) -> Iterator[str]:
    """The lines of a span, the first and the last as far as they belong to it; columns count bytes."""
    for number in range(span.line, span.end_line + 1):
        line = sources.line(path, number).encode(errors="replace")
        end = span.end_column if number == span.end_line else len(line)
        yield line[span.column if number == span.line else 0 : end].decode(errors="replace")


def _head(lines: Iterator[str]) -> Iterator[str]:
    """The lines up to the colon that opens a block, all where none does: what a block holds may change."""
    first = next(lines, "")
    yield first
    if not COMPOUND.match(first):
        yield from lines
        return
    last = first
    while not last.rstrip().endswith(":"):
        following = next(lines, None)
        if following is None:
            return
        last = following
        yield last
