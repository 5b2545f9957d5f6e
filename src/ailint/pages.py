"""Rule pages: a card and its cases as text, Markdown or plain data, for people and for machines."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ailint.rule import AREAS, Card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.styled import Line, Part

FIELDS = (
    "name", "code", "title", "area", "domain", "severity", "status", "stage", "scope", "languages", "why", "fix", "effort", "fixable",
)  # fmt: skip
AROUND = 4
MARK = re.compile(r"\s*(?:#|//)\s*(ruleid|ok):\s*[\w-]+\s*$")


def data(card: Card) -> dict[str, Any]:
    """The card as the JSON contract has it."""
    own = {field: getattr(card, field) for field in FIELDS}
    prose = {"why": "\n\n".join(_paragraphs(card.why)), "fix": " ".join(card.fix.split())}
    return {**own, **prose, "standards": card.standards, "references": card.references, "url": None}


def text(cards: Iterable[Card], width: int, *, colour: bool) -> Iterator[str]:
    """The pages for a terminal."""
    from ailint.styled import lines

    return lines((part for card in cards for part in _page(card)), width, colour=colour)


def index(cards: Iterable[Card], width: int, *, colour: bool) -> Iterator[str]:
    """A line for each card."""
    from ailint.styled import lines

    return lines(map(_entry, cards), width, colour=colour)


def markdown(card: Card) -> Iterator[str]:
    """The page as Markdown."""
    yield from [f"# `{card.name}`", "", f"**{card.title}** · {card.code} · {card.severity}", "", card.why.strip(), "", f"**Fix.** {card.fix.strip()}"]
    for label, mark in (("Found", "ruleid"), ("Fine", "ok")):
        if lines := example(card, mark):
            yield from ["", f"{label}:", "", "```python", *lines, "```"]
    yield from ["", "| | |", "|---|---|", *(f"| {label} | {words} |" for label, words in _facts(card))]


def example(card: Card, mark: str) -> list[str]:
    """The lines around the first such mark in the rule's Python cases, without the marks."""
    for case in sorted(Path(card.folder, "cases").glob("*.py")):
        lines = case.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if f"{mark}: {card.name}" in line:
                return _dedent([MARK.sub("", near) for near in _block(lines, number) if not _shows_another(near, mark)])
    return []


def _shows_another(line: str, mark: str) -> bool:
    """Whether a line is an example of the other side."""
    found = MARK.search(line)
    return found is not None and f"{mark}:" not in found.group().split()


def _entry(card: Card) -> Line:
    from ailint.styled import text

    preview = " (preview)" if card.status == "preview" else ""
    return text(f"{card.code}  ", (f"{card.severity:<8}", card.severity), f"  {card.name:<32}  {card.title}{preview}")


def _page(card: Card) -> Iterator[Part]:
    from ailint.styled import grid, labelled, prose, text

    preview = " · preview" if card.status == "preview" else ""
    yield text((card.name, "strong"), f" · {card.code} · ", (card.severity, card.severity), preview)
    yield text(card.title)
    for paragraph in _paragraphs(card.why):
        yield text()
        yield prose(paragraph)
    yield text()
    yield grid([(text(("Fix", "strong")), prose(card.fix))])
    for label, mark in (("Found", "ruleid"), ("Fine", "ok")):
        if lines := example(card, mark):
            yield from (text(), text((label, "strong")), text())
            yield from (text(f"    {line}") for line in lines)
    yield text()
    yield labelled(_labelled(card))


def _block(lines: list[str], number: int) -> list[str]:
    """Up to AROUND lines either side of the marked one, no further than a blank line."""
    first = number
    while first > 0 and number - first < AROUND and lines[first - 1].strip():
        first -= 1
    last = number
    while last + 1 < len(lines) and last - number < AROUND and lines[last + 1].strip():
        last += 1
    return lines[first : last + 1]


def _dedent(lines: list[str]) -> list[str]:
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:] for line in lines if line.strip()]


def _paragraphs(prose: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", prose.strip())]


def _labelled(card: Card) -> Iterator[tuple[str, str]]:
    """The facts, a label that repeats left out."""
    last = ""
    for label, words in _facts(card):
        yield ("" if label == last else label), words
        last = label


def _facts(card: Card) -> Iterator[tuple[str, str]]:
    yield "Area", AREAS[card.area]
    yield "Domain", card.domain
    yield "From stage", card.stage
    yield "Looks at", f"{card.scope}s of role {', '.join(card.roles)}" if card.scope != "project" else "the whole project"
    yield "Reads", ", ".join(card.languages)
    yield "Effort", card.effort
    if card.ladder:
        yield "Ladder", f"{card.ladder}: {card.rung}"
    for name, default in card.options.items():
        yield "Option", f"{name} = {default!r}"
    for standard, items in card.standards.items():
        yield "Relevant to", f"{standard}: {', '.join(items)}"
    for reference in card.references:
        yield "See also", reference
