"""How a value's way from source to sink is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Place, Related

if TYPE_CHECKING:
    from ailint.project.flow import Trace

MOST_PLACES = 12
SOURCES = {
    "output": "What the model says",
    "arguments": "An argument that the model chose",
    "structured": "A field that the model filled in",
    "tool-parameter": "A parameter of a tool, which the model chooses,",
    "untrusted": "What a user sends",
    "retrieved": "Retrieved text",
}
BEGINNINGS = {"output": "the model answers here", "arguments": "the model chooses arguments here", "tool-parameter": "the model calls this tool"}


def described(trace: Trace) -> str:
    """The source, as the subject of a sentence."""
    return SOURCES.get(trace.kind, "A value")


def way(trace: Trace, sink: Place) -> tuple[Related, ...]:
    """The places between source and sink, source first, without repeats."""
    places = [place for place in dict.fromkeys((trace.place, *trace.path)) if place != sink]
    lines: dict[tuple[str, int], Place] = {}
    for place in places:
        lines.setdefault((place.path, place.span.line), place)
    kept = list(lines.values())
    if len(kept) > MOST_PLACES:
        kept = [*kept[: MOST_PLACES // 2], *kept[-MOST_PLACES // 2 :]]
    first = BEGINNINGS.get(trace.kind, "it comes from here")
    return tuple(Related(place, "passes here", "later") if index else Related(place, first, "first") for index, place in enumerate(kept))
