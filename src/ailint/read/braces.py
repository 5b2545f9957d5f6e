"""Languages of braces (Terraform, Bicep): tokens with places, and expressions as leaves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.read.text import Lines

TOKEN = re.compile(
    r"""(?P<space>[ \t\r\ufeff]+|\#[^\n]*|//[^\n]*)
      | (?P<comment>/\*)
      | (?P<line>\n)
      | (?P<heredoc><<-?[ \t]*(?P<mark>[A-Za-z_][\w-]*)[ \t]*\r?\n)
      | (?P<raw>'{3})
      | (?P<quote>["'])
      | (?P<number>\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)
      | (?P<word>[^\W\d][\w-]*)
      | (?P<open>[(\[{])
      | (?P<close>[)\]}])
      | (?P<other>&&|\|\||\?\?|=>|[=!<>]=|.)""",
    re.VERBOSE,
)
INSIDE = re.compile(r"""\\.|\$\$\{|%%\{|[$%]\{|["'{}\n]""", re.DOTALL)
PARTNER = {"(": ")", "[": "]", "{": "}"}
WORDS = {"true": True, "false": False, "null": None}
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
CONTINUES = frozenset({"?", ":", ".", "&&", "||", "??"})
DEEPEST = 60
MOST_LEAVES = 20_000
MOST_TOKENS = 500_000
UNFINISHED = "it ends in the middle"
MISPLACED = "nothing like this can stand here"
TOO_DEEP = "nested too deeply to be read"
TOO_MANY = f"more than {MOST_LEAVES:,} values"

Key = tuple[str, ...]
Plain = str | int | float | bool | None


class BracesError(ValueError):
    """Text that cannot be read; `offset` is where, `code` the kind of diagnostic."""

    def __init__(self, message: str, offset: int, code: str = "parse-error") -> None:
        super().__init__(message)
        self.offset = offset
        self.code = code


class Token(NamedTuple):
    """A token: its kind (`word`, `number`, `text`, `document`, `open`, `close`, `line`, `other`), its text (without quotes), and where it is."""

    kind: str
    text: str
    start: int
    end: int


class Tokens:
    """The tokens of a text, and the place of every bracket's partner."""

    def __init__(self, text: str) -> None:
        self.all = list(tokens(text))
        self.partner: dict[int, int] = {}
        opened: list[int] = []
        for place, token in enumerate(self.all):
            if token.kind == "open":
                opened.append(place)
                if len(opened) > DEEPEST:
                    raise BracesError(TOO_DEEP, token.start, "too-deep")
            elif token.kind == "close":
                if not opened or PARTNER[self.all[opened[-1]].text] != token.text:
                    raise BracesError(MISPLACED, token.start)
                self.partner[opened.pop()] = place
        if opened:
            raise BracesError(UNFINISHED, self.all[opened[-1]].start)

    def past_lines(self, place: int) -> int:
        """The place of the next token that ends no line."""
        while place < len(self.all) and self.all[place].kind == "line":
            place += 1
        return place

    def end(self, place: int, until: int, *, lines_end: bool = True) -> int:
        """Where the expression at `place` ends: at a comma, or at the end of a line unless the next one goes on with it."""
        while place < until:
            token = self.all[place]
            if token.text == "," and token.kind == "other":
                break
            if token.kind == "line" and lines_end:
                following = self.past_lines(place)
                if following >= until or self.all[following].kind != "other" or self.all[following].text not in CONTINUES:
                    break
            place = self.partner.get(place, place) + 1
        return place


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, comments left out; BracesError where a text or a comment has no end."""
    place = count = 0
    while place < len(text):
        found = TOKEN.match(text, place)
        kind = found.lastgroup if found else None
        if found is None or kind is None:
            raise BracesError(MISPLACED, place)
        start, place = place, found.end()
        if kind == "comment":
            place = _after(text, "*/", place, start)
        elif kind == "quote":
            place = _string_end(text, start)
            yield Token("text", text[start + 1 : place - 1], start, place)
        elif kind == "raw":
            place = _after(text, "'''", place, start)
            yield Token("text", text[start + 3 : place - 3], start, place)
        elif kind == "heredoc":
            body = _heredoc(text, found)
            place = body[1]
            yield Token("document", text[found.end() : body[0]], start, place)
        elif kind != "space":
            yield Token(kind, found[0], start, place)
        count += 1
        if count > MOST_TOKENS:
            raise BracesError(TOO_MANY, start, "bound-reached")


def _after(text: str, mark: str, place: int, start: int) -> int:
    found = text.find(mark, place)
    if found < 0:
        raise BracesError(UNFINISHED, start)
    return found + len(mark)


def _string_end(text: str, start: int) -> int:
    """Where a quoted text ends: what is put in with `${…}` can hold quotes of its own."""
    waiting = [text[start]]
    for found in INSIDE.finditer(text, start + 1):
        word, top = found[0], waiting[-1]
        if top == "}":
            if word in {"{", "${", "%{", '"', "'"}:
                waiting.append("}" if word.endswith("{") else word)
            elif word == "}":
                waiting.pop()
        elif word in {"${", "%{"}:
            waiting.append("}")
        elif word == top:
            waiting.pop()
        elif word == "\n":
            break
        if not waiting:
            return found.end()
    raise BracesError(UNFINISHED, start)


def _heredoc(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where the body of a here-document ends, and where its closing word does."""
    closing = re.compile(rf"^[ \t]*{re.escape(found['mark'])}[ \t]*\r?$", re.MULTILINE).search(text, found.end())
    if closing is None:
        raise BracesError(UNFINISHED, found.start())
    return max(found.end(), closing.start() - 1), closing.end()


class Expressions:
    """Turns expressions into leaves. What only a run can tell is kept as text within `${…}`, as Terraform's own JSON has it."""

    def __init__(self, lines: Lines, *, comma_lists: bool) -> None:
        """`comma_lists`: whether only commas part the items of a list, not ends of lines."""
        self.lines = lines
        self.tokens = Tokens(lines.text)
        self.found: list[Setting] = []
        self._comma_lists = comma_lists

    def add(self, key: Key, value: Plain, raw: str, start: int, end: int) -> None:
        """A leaf."""
        if len(self.found) == MOST_LEAVES:
            raise BracesError(TOO_MANY, start, "bound-reached")
        self.found.append(Setting(key, value, self.lines.span(start, end), raw))

    def value(self, key: Key, first: int, end: int) -> None:
        """The leaves of the expression from token `first` up to `end`."""
        first = self.tokens.past_lines(first)
        while end > first and self.tokens.all[end - 1].kind == "line":
            end -= 1
        if first >= end:
            return
        token = self.tokens.all[first]
        whole = self.tokens.partner.get(first) == end - 1
        if end - first == 1:
            self._single(key, token)
        elif whole and token.text == "[" and not self._repeats(first):
            self._list(key, first, end - 1)
        elif whole and token.text == "{" and not self._repeats(first):
            self.table(key, first, end - 1)
        elif token.text == "jsonencode" and self.tokens.partner.get(first + 1) == end - 1:
            self.value(key, first + 2, end - 1)
        elif token.text == "-" and end - first == 2 and self.tokens.all[first + 1].kind == "number":  # noqa: PLR2004 -- sign and number
            text = self.tokens.all[first + 1].text
            self.add(key, -number(text), f"-{text}", token.start, self.tokens.all[first + 1].end)
        else:
            self._open_ended(key, first, end)

    def _open_ended(self, key: Key, first: int, end: int) -> None:
        start, stop = self.tokens.all[first].start, self.tokens.all[end - 1].end
        raw = f"${{{self.lines.text[start:stop]}}}"
        self.add(key, raw, raw, start, stop)

    def _repeats(self, first: int) -> bool:
        inner = self.tokens.past_lines(first + 1)
        return self.tokens.all[inner].text == "for" and self.tokens.all[inner].kind == "word"

    def _single(self, key: Key, token: Token) -> None:
        place = (token.start, token.end)
        if token.kind in {"text", "document"}:
            self.text(key, token)
        elif token.kind == "number":
            self.add(key, number(token.text), token.text, *place)
        elif token.text in WORDS:
            self.add(key, WORDS[token.text], token.text, *place)
        else:
            raw = f"${{{token.text}}}"
            self.add(key, raw, raw, *place)

    def text(self, key: Key, token: Token) -> None:
        """A quoted text, or a here-document."""
        text = token.text if token.kind == "document" else unescaped(token.text)
        self.add(key, text, text, token.start, token.end)

    def _list(self, key: Key, first: int, end: int) -> None:
        place, count = self.tokens.past_lines(first + 1), 0
        if place >= end:
            self.add(key, None, "[]", self.tokens.all[first].start, self.tokens.all[end].end)
        while place < end:
            stop = self.tokens.end(place, end, lines_end=not self._comma_lists)
            self.value((*key, str(count)), place, stop)
            place, count = self.tokens.past_lines(stop + 1), count + 1

    def table(self, key: Key, first: int, end: int) -> None:
        """The leaves of an object, `first` and `end` being its brackets."""
        place = self.tokens.past_lines(first + 1)
        if place >= end:
            self.add(key, None, "{}", self.tokens.all[first].start, self.tokens.all[end].end)
        while place < end:
            place = self.tokens.past_lines(self.entry(key, place, end))

    def entry(self, key: Key, place: int, end: int) -> int:
        """One entry of an object, and where the next may begin."""
        name = self.tokens.all[place]
        sign = self.tokens.partner.get(place, place) + 1
        stop = self.tokens.end(min(sign + 1, end), end)
        if sign < end and self.tokens.all[sign].text in {"=", ":"} and name.kind in {"word", "text", "number", "open"}:
            word = name.text if name.kind != "open" else self.lines.text[name.start : self.tokens.all[sign - 1].end]
            self.value((*key, word), sign + 1, stop)
        return stop + 1


def unescaped(text: str) -> str:
    """A quoted text as it is meant."""
    return ESCAPE.sub(lambda found: ESCAPES.get(found[1], found[1]), text) if "\\" in text else text


def number(text: str) -> int | float:
    """The number that a text writes."""
    plain = text.replace("_", "")
    return int(plain) if plain.isdigit() and len(plain) < DEEPEST else float(plain)
