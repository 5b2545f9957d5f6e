"""Values taken apart: everything that stands inside a value."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ailint.facts import Choice, Collection, Comprehension, Mapping, Operation, Spread, Template

if TYPE_CHECKING:
    from collections.abc import Callable

    from ailint.facts import Value
    from ailint.project.things import Spot

INSIDE: dict[type, Callable[[Any], tuple[Value, ...]]] = {
    Collection: attrgetter("items"),
    Choice: attrgetter("options"),
    Operation: attrgetter("operands"),
    Template: attrgetter("parts"),
    Mapping: lambda mapping: tuple([part for _, part in mapping.entries]),
    Spread: lambda spread: (spread.value,),
    Comprehension: lambda comprehension: (comprehension.element,),
}


def nested(value: Value, spot: Spot) -> list[tuple[Value, Spot]]:
    """A value and all values inside it, at the same spot."""
    if type(value) not in INSIDE:
        return [(value, spot)]
    found: list[tuple[Value, Spot]] = []
    pending: list[Value] = [value]
    while pending:
        part = pending.pop()
        found.append((part, spot))
        inside = INSIDE.get(type(part))
        if inside is not None:
            pending += reversed(inside(part))
    return found


def within(value: Value) -> tuple[Value, ...]:
    """The values directly inside a value."""
    inside = INSIDE.get(type(value))
    return inside(value) if inside is not None else ()
