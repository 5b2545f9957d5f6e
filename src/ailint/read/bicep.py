"""Bicep: every property of resources, modules, parameters and variables as a setting, `resource.<type>.<name>.properties.…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import FileFacts
from ailint.read.braces import BracesError, Expressions
from ailint.read.text import Lines, decode, failed

if TYPE_CHECKING:
    from ailint.read.braces import Key

DEPLOYED = frozenset({"resource", "module"})
NAMED = frozenset({"param", "var", "output"})


def read_bicep(path: str, data: bytes) -> FileFacts:
    """The settings of a file."""
    lines = Lines(decode(data))
    try:
        statements = Statements(lines)
        statements.read()
    except BracesError as error:
        return failed(path, "bicep", lines.span(error.offset, error.offset).line, error.code, f"cannot be read as Bicep: {error}")
    return FileFacts(path, "bicep", settings=tuple(statements.found))


class Statements(Expressions):
    """Reads statements. What is deployed is a leaf at its header; conditions and loops around it are let pass."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines, comma_lists=False)

    def read(self) -> None:
        """Every statement of the file."""
        place, end = 0, len(self.tokens.all)
        while (place := self.tokens.past_lines(place)) < end:
            stop = self.tokens.end(place, end)
            word = self.tokens.all[place].text
            if word in DEPLOYED:
                self._deployed((), place, stop)
            elif word in NAMED:
                self._named(place, stop)
            place = stop + 1

    def _named(self, place: int, stop: int) -> None:
        """`param name type = default`, `var name = value`."""
        sign = next((at for at in range(place + 1, stop) if self.tokens.all[at].text == "="), None)
        if sign is not None and sign > place + 1:
            self.value((self.tokens.all[place].text, self.tokens.all[place + 1].text), sign + 1, stop)

    def _deployed(self, key: Key, place: int, stop: int) -> None:
        """`resource name 'type@version' = if (…) {…}`, also for each of a list: `= [for … : {…}]`."""
        header = self.tokens.all[place : place + 3]
        if [token.kind for token in header] != ["word", "word", "text"]:
            return
        inner = (*key, header[0].text, header[2].text, header[1].text)
        self.add(inner, None, "{}", header[0].start, header[2].end)
        opening = self._object(place + 3, stop)
        if opening is not None:
            self.table(inner, opening, self.tokens.partner[opening])

    def _object(self, place: int, stop: int) -> int | None:
        """Where the object of a declaration begins."""
        while place < stop:
            token = self.tokens.all[place]
            if token.text == "{" and token.kind == "open":
                return place
            place = place + 1 if token.text == "[" else self.tokens.partner.get(place, place) + 1
        return None

    def entry(self, key: Key, place: int, end: int) -> int:
        """One entry of an object; a resource within a resource is one."""
        if self.tokens.all[place].text == "resource" and place + 1 < end and self.tokens.all[place + 1].kind == "word":
            stop = self.tokens.end(place, end)
            self._deployed(key, place, stop)
            return stop + 1
        return super().entry(key, place, end)
