"""Rules as SARIF has them: what GitHub shows beside an alert."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ailint.markdown_text import code, escaped, prose
from ailint.plain_text import plain
from ailint.rule import AREAS
from ailint.severities import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Severity
    from ailint.rule import Card

MOST_TAGS = 10
LONGEST = 1024
WHOLE = 4096
PRECISION = {"stable": "high", "preview": "medium"}


def descriptor(card: Card, severity: Severity) -> dict[str, Any]:
    """A rule; `severity` is that of its worst finding, which decides how GitHub ranks a security alert."""
    return {
        "id": card.name,
        "name": "".join(part.capitalize() for part in card.name.split("-")),
        "shortDescription": {"text": _cut(plain(card.title))},
        "fullDescription": {"text": _cut(plain(card.reason))},
        "help": {"text": "\n\n".join(_text(card)), "markdown": "\n\n".join(_markdown(card))},
        "defaultConfiguration": {"level": WORDS[card.severity].sarif},
        "properties": _properties(card, severity),
    }


def _properties(card: Card, severity: Severity) -> dict[str, Any]:
    words = WORDS[severity]
    ranked = {"security-severity": words.score} if card.area == "security" else {}
    return {
        "tags": list(dict.fromkeys(_tags(card)))[:MOST_TAGS],
        "precision": PRECISION[card.status],
        "problem.severity": words.problem,
        "code": card.code,
        **ranked,
    }


def _tags(card: Card) -> Iterator[str]:
    """Area and domain, then the standards, weaknesses first, which GitHub knows by their own form."""
    yield from (card.area, card.domain)
    for weakness in card.standards.get("cwe", ()):
        yield f"external/cwe/{plain(weakness).lower()}"
    for standard, items in card.standards.items():
        yield from (f"{plain(standard)}:{plain(item)}" for item in items if standard != "cwe")


def _text(card: Card) -> Iterator[str]:
    yield from map(plain, _paragraphs(card))
    yield f"Fix: {plain(card.fix)}"
    yield from (f"See also: {plain(reference)}" for reference in card.references)


def _markdown(card: Card) -> Iterator[str]:
    yield f"{code(card.name)} · {card.code} · {AREAS[card.area]} · {card.effort} to fix"
    yield from (prose(paragraph, WHOLE) for paragraph in _paragraphs(card))
    yield f"**Fix**: {prose(card.fix, WHOLE)}"
    yield from (f"See also: {_linked(reference)}" for reference in card.references)


def _linked(reference: str) -> str:
    return f"<{reference}>" if re.fullmatch(r"https://[^\s<>]+", reference) else escaped(reference)


def _paragraphs(card: Card) -> list[str]:
    return re.split(r"\n\s*\n", card.why.strip())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
