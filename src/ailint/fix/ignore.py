"""An ignore, as a comment of its language: written at the end of a line, alone above it, or joined with one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.comments import comments, style_of
from ailint.errors import UserError
from ailint.multiline import beginnings, head_of, plain, texts
from ailint.read.mentions import SUPPRESSION
from ailint.suppress import DIRECTIVE, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.fix.places import Places

FORMS = {"//": ("// ", "", 1), "--": ("-- ", "", 1), "<": ("<!-- ", " -->", 1), "{": ("{# ", " #}", 0)}
HASH = ("# ", "", 2)
ENDS = {"<": ("-->", "--!>"), "{": ("#}",), "prompty": ("#}",)}
LANGUAGES = {"<": "Markdown and HTML", "{": "Jinja", "prompty": "prompty"}
ADDED_AT_ENDS = frozenset({"<", "{"})  # where a line more may be read by others
FLUSH = "\t"  # begins the recipes of a Makefile, whose comments begin the line


class Change(NamedTuple):
    """What becomes of one line: the text in its place, and the line that is put above it, if any."""

    line: int
    text: str
    above: str | None = None


def refuse_reason(reason: str) -> str:
    """The reason as it is written; UserError for one that no comment can hold."""
    text = reason.strip()
    if not text:
        message = "`--add-ignore` needs a reason: why do these findings stay?"
        raise UserError(message)
    if not text.isprintable() or SUPPRESSION in text:
        message = f"the reason of `--add-ignore` is one line of visible text without `{SUPPRESSION}`"
        raise UserError(message)
    return text


def refuse_reason_in(path: str, reason: str) -> None:
    """UserError where the reason would end a comment of this file too early."""
    style = style_of(path)
    for end in ENDS.get(style, ()):
        if end in reason:
            message = f"{path}: the reason may not contain `{end}`, which ends a comment in {LANGUAGES[style]}"
            raise UserError(message)


class Page:
    """A text whose lines get ignores; `width` is how long a line may become by what is put at its end."""

    def __init__(self, path: str, lines: tuple[str, ...], places: Places, width: int) -> None:
        self.path = path
        self.lines = lines
        self._places = places
        self._width = width
        self._style = style_of(path)
        self._begun = beginnings(texts(path, lines))
        self._comments = tuple(comments(path, plain(path, lines)))
        self._head = head_of(lines) if self._style == "prompty" else 0

    def about(self, line: int) -> int:
        """The line at which an ignore counts for another: that on which a text of several lines begins."""
        return self._begun.get(line, line)

    def ignore(self, line: int, rules: Sequence[str], reason: str) -> Change | None:
        """The change that ignores `rules` on a line; None where no comment can say so."""
        if not 0 < line <= len(self.lines):
            return None
        return next(self._ways(line, f"ailint: ignore[{', '.join(rules)}] -- {reason}", rules, reason), None)

    def _ways(self, line: int, words: str, rules: Sequence[str], reason: str) -> Iterator[Change]:
        """The changes that would do, the best first."""
        yield from self._joined(line, rules, reason)
        commented = any(comment.line == line for comment in self._comments)
        at_end = self._at_end(line, words) if line in self._places.ends else None
        fits = at_end is not None and (len(at_end.text) <= self._width or self._style in ADDED_AT_ENDS)
        if at_end and fits and not commented:
            yield at_end
        if line in self._places.above:
            yield Change(line, self.lines[line - 1], self._blank(line) + self._comment(line, words))
        if at_end and not (commented and self._style == "--"):
            yield at_end

    def _joined(self, line: int, rules: Sequence[str], reason: str) -> Iterator[Change]:
        """The ignore that is about the line already, with more names in it."""
        about = [comment for comment in self._comments if SUPPRESSION in comment.text and target_of(comment, self._comments) == line]
        for comment in reversed(about):
            text = joined(comment.text, rules, reason)
            old = self.lines[comment.line - 1]
            place = old.rfind(comment.text)
            new = old[:place] + (text or "") + old[place + len(comment.text) :]
            if text and place >= 0 and (comment.alone or len(new) <= self._width):
                yield Change(comment.line, new)

    def _at_end(self, line: int, words: str) -> Change:
        text = self.lines[line - 1]
        bare = text if self._form(line) == FORMS["{"] else text.rstrip()  # a template's white space is part of what it makes
        after = text[len(bare) :] if self._style == "<" else ""  # two blanks at an end break the line in Markdown
        return Change(line, bare + " " * self._form(line)[2] + self._comment(line, words) + after)

    def _comment(self, line: int, words: str) -> str:
        opening, closing, _ = self._form(line)
        return f"{opening}{words}{closing}"

    def _form(self, line: int) -> tuple[str, str, int]:
        style = "{" if self._style == "prompty" and line > self._head else self._style
        return FORMS.get(style, HASH)

    def _blank(self, line: int) -> str:
        text = self.lines[line - 1]
        return "" if text.startswith(FLUSH) and self._style == "#" else text[: len(text) - len(text.lstrip())]


def joined(comment: str, rules: Iterable[str], reason: str) -> str | None:
    """The text of a comment whose ignore names further rules; None where it has none for this reason.

    An ignore without a reason gets it, one with another is somebody else's and stays.
    """
    for match in DIRECTIVE.finditer(comment):
        rest = comment[match.end("names") + 1 :] if match["names"] is not None else ""
        bare = match["reason"] is None and not rest.strip()
        if match["verb"] == "ignore" and match["names"] is not None and (bare or match["reason"] == reason):
            names = list(dict.fromkeys([*(name.strip() for name in match["names"].split(",") if name.strip()), *rules]))
            reasoned = f"] -- {reason}" if bare else comment[match.end("names") :]
            return comment[: match.start("names")] + ", ".join(names) + reasoned
    return None
