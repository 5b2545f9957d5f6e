"""Verdicts on the same line made one, so that a line is reported once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import Outcome, Related, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORST_FIRST = (Outcome.VIOLATED, Outcome.UNKNOWN, Outcome.SATISFIED)


def one_a_line(verdicts: Iterable[Verdict]) -> Iterator[Verdict]:
    """The worst verdict of each line, with the related places of those like it."""
    lines: dict[tuple[str, int], list[Verdict]] = {}
    for verdict in verdicts:
        lines.setdefault((verdict.place.path, verdict.place.span.line), []).append(verdict)
    for found in lines.values():
        worst = min(found, key=badness)
        related = dict.fromkeys(other for verdict in found if verdict.outcome is worst.outcome for other in verdict.related)
        yield with_related(worst, tuple(related))


def badness(verdict: Verdict) -> tuple[int, int]:
    """Sorting key: violated first, and of those the most severe; the card's own severity counts as the worst."""
    return WORST_FIRST.index(verdict.outcome), verdict.severity.rank if verdict.severity else -1


def with_related(verdict: Verdict, related: tuple[Related, ...]) -> Verdict:
    """The same verdict with these related places."""
    return replace(verdict, related=related)
