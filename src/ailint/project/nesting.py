"""Values taken apart: everything that stands inside a value."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ailint.facts import Choice, Collection, Comprehension, Mapping, Operation, Spread, Template

if TYPE_CHECKING:
    from collections.abc import Callable

    from ailint.facts import Value
    from ailint.project.things import Spot

Inside = dict[type, "Callable[[Any], tuple[Value, ...]]"]

INSIDE: Inside = {
    Collection: attrgetter("items"),
    Choice: attrgetter("options"),
    Operation: attrgetter("operands"),
    Template: attrgetter("parts"),
    Mapping: lambda mapping: tuple([part for _, part in mapping.entries]),
    Spread: lambda spread: (spread.value,),
    Comprehension: lambda comprehension: (comprehension.element,),
}


def all_in(value: Value, table: Inside = INSIDE) -> list[Value]:
    """A value and all values inside it, by a table of what stands inside each kind."""
    if type(value) not in table:
        return [value]
    found: list[Value] = []
    pending: list[Value] = [value]
    while pending:
        part = pending.pop()
        found.append(part)
        inside = table.get(type(part))
        if inside is not None:
            pending += reversed(inside(part))
    return found


def nested(value: Value, spot: Spot) -> list[tuple[Value, Spot]]:
    """The same, each with the spot that they all stand at."""
    return [(part, spot) for part in all_in(value)] if type(value) in INSIDE else [(value, spot)]


def within(value: Value) -> tuple[Value, ...]:
    """The values directly inside a value."""
    inside = INSIDE.get(type(value))
    return inside(value) if inside is not None else ()
