"""JSON as leaves with places, read token by token; comments and trailing commas are let pass."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Setting

if TYPE_CHECKING:
    from ailint.read.text import Lines

TOKEN = re.compile(
    r"""(?P<space>[\s,:\ufeff]+|//[^\n]*|/\*(?s:.*?)(?:\*/|\Z))
      | (?P<string>"(?:[^"\\\n]|\\.)*")
      | (?P<open>[{\[])
      | (?P<close>[}\]])
      | (?P<word>[^\s,:{}\[\]"]+)
      | (?P<quote>")""",
    re.VERBOSE,
)
Plain = str | int | float | bool | None

WORDS = {"true": True, "false": False, "null": None}
DEEPEST = 60
MOST_LEAVES = 20_000
LONGEST_NUMBER = 20
EMPTY = {"}": "{}", "]": "[]"}
UNFINISHED = "it ends in the middle"
MISPLACED = "nothing like this can stand here"
TOO_DEEP = "nested too deeply to be read"


class JsonError(ValueError):
    """JSON that cannot be read; `offset` is where."""

    def __init__(self, message: str, offset: int, code: str = "parse-error") -> None:
        super().__init__(message)
        self.offset = offset
        self.code = code


class Level(NamedTuple):
    """An open list or table: its keys so far, the last being the one whose value comes next."""

    closing: str
    keys: list[str]


def json_settings(lines: Lines) -> tuple[Setting, ...]:
    """The leaves of a JSON object. A list, several values, or more leaves than anyone configures are data: it has none."""
    if lines.text.lstrip("\ufeff \t\r\n").startswith("["):
        return ()
    reader = Reader(lines)
    for token in TOKEN.finditer(lines.text):
        if token.lastgroup != "space":
            reader.take(token)
            if reader.is_data:
                return ()
    reader.close()
    return tuple(reader.found)


class Reader:
    """Follows the tokens; `levels` are the collections that are open."""

    def __init__(self, lines: Lines) -> None:
        self.found: list[Setting] = []
        self._lines = lines
        self._levels: list[Level] = []
        self._waiting = False
        self._values = 0

    @property
    def is_data(self) -> bool:
        """Whether this is more than settings."""
        return self._values > 1 or len(self.found) > MOST_LEAVES

    def take(self, token: re.Match[str]) -> None:
        """Take the next token that is no white space."""
        kind, text = token.lastgroup, token[0]
        if kind == "quote":
            raise JsonError(UNFINISHED, token.start())
        if kind == "close":
            self._end(token)
        elif self._levels and self._levels[-1].closing == "}" and not self._waiting:
            self._key(token)
        elif kind == "open":
            self._begin(token)
        else:
            self._leaf(_string(text) if kind == "string" else _word(text), token)

    def close(self) -> None:
        """The text is at its end."""
        if self._levels or self._waiting:
            raise JsonError(UNFINISHED, len(self._lines.text))

    def _begin(self, token: re.Match[str]) -> None:
        self._next()
        if len(self._levels) == DEEPEST:
            raise JsonError(TOO_DEEP, token.start(), "too-deep")
        self._levels.append(Level("}" if token[0] == "{" else "]", []))
        self._waiting = False

    def _end(self, token: re.Match[str]) -> None:
        if self._waiting or not self._levels or self._levels[-1].closing != token[0]:
            raise JsonError(MISPLACED, token.start())
        level = self._levels.pop()
        if not level.keys:
            self._add(None, EMPTY[level.closing], token.start(), token.end())

    def _key(self, token: re.Match[str]) -> None:
        if token.lastgroup == "open":
            raise JsonError(MISPLACED, token.start())
        text = token[0]
        self._levels[-1].keys.append(_string(text) if token.lastgroup == "string" else text)
        self._waiting = True

    def _leaf(self, value: Plain, token: re.Match[str]) -> None:
        self._next()
        self._add(value, value if isinstance(value, str) else token[0], token.start(), token.end())

    def _next(self) -> None:
        """A value begins: the key it belongs to is used up, a list counts on."""
        if not self._levels:
            self._values += 1
        elif self._levels[-1].closing == "]":
            self._levels[-1].keys.append(str(len(self._levels[-1].keys)))
        self._waiting = False

    def _add(self, value: Plain, raw: str, start: int, end: int) -> None:
        if key := tuple(level.keys[-1] for level in self._levels):
            self.found.append(Setting(key, value, self._lines.span(start, end), raw))


def _string(text: str) -> str:
    inner = text[1:-1]
    if "\\" not in inner:
        return inner
    try:
        return str(json.loads(text, strict=False)).encode("utf-8", "replace").decode()
    except ValueError:
        return inner


def _word(text: str) -> Plain:
    if text in WORDS:
        return WORDS[text]
    try:
        return int(text) if len(text) < LONGEST_NUMBER and text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text
