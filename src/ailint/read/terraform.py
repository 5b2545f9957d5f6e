"""Terraform and OpenTofu: every block and attribute as a setting, `resource.aws_lambda_function.chat.timeout`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ailint.facts import FileFacts, Setting, Span
from ailint.read.braces import BracesError, Expressions
from ailint.read.json_tree import JsonError, json_settings
from ailint.read.settings import PLACEHOLDER
from ailint.read.text import Lines, decode, failed

if TYPE_CHECKING:
    from ailint.read.braces import Key, Token


def read_terraform(path: str, data: bytes) -> FileFacts:
    """The settings of a file. A template that makes Terraform is none, and no mistake."""
    lines = Lines(decode(data))
    try:
        body = Body(lines)
        body.read((), 0, len(body.tokens.all))
    except BracesError as error:
        if PLACEHOLDER.search(lines.text):
            return FileFacts(path, "terraform")
        return failed(path, "terraform", lines.span(error.offset, error.offset).line, error.code, f"cannot be read as Terraform: {error}")
    return FileFacts(path, "terraform", settings=tuple(body.found))


class Body(Expressions):
    """Reads the contents of blocks. A block is a leaf at its header; inner blocks of a kind are counted, since they may repeat."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines, comma_lists=True)

    def read(self, key: Key, place: int, end: int, merged: str = "") -> None:
        """The attributes and blocks between two tokens; those of the block `merged` count as the surrounding one's own."""
        blocks: Counter[str] = Counter()
        while (place := self.tokens.past_lines(place)) < end:
            opening = self._opening(place, end)
            if opening is None:
                place = self.entry(key, place, end)
                continue
            names = [token.text for token in self.tokens.all[place:opening]]
            closing = self.tokens.partner[opening]
            if names == [merged]:
                self.read(key, opening + 1, closing)
            else:
                is_dynamic = names[0] == "dynamic" and len(names) > 1
                name, *labels = names[1:] if is_dynamic else names
                inner = (*key, name, str(blocks[name]), *labels) if key else (name, *labels)
                blocks[name] += 1
                self.add(inner, None, "{}", self.tokens.all[place].start, self.tokens.all[opening - 1].end)
                self.read(inner, opening + 1, closing, "content" if is_dynamic else "")
            place = closing + 1

    def _opening(self, place: int, end: int) -> int | None:
        """Where the bracket of a block is, if a block's header begins here: a word, and labels."""
        if self.tokens.all[place].kind != "word":
            return None
        for at in range(place + 1, end):
            token = self.tokens.all[at]
            if token.kind not in {"text", "word"}:
                return at if token.text == "{" else None
        return None

    def text(self, key: Key, token: Token) -> None:
        """A text; a JSON object in one, as policies are written, gives its leaves."""
        if token.kind != "document" or not token.text.lstrip().startswith("{"):
            super().text(key, token)
            return
        above = self.lines.span(token.start, token.start).line
        try:
            inner = json_settings(Lines(token.text))
        except JsonError:
            super().text(key, token)
            return
        for setting in inner:
            self.found.append(Setting((*key, *setting.key), setting.value, _lower(setting.span, above), setting.raw))


def _lower(span: Span, lines: int) -> Span:
    """The span as many lines further down."""
    return Span(span.line + lines, span.column, span.end_line + lines, span.end_column)
