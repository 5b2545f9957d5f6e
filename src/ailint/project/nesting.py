"""Values taken apart: everything that stands inside a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Choice, Collection, Comprehension, Item, Literal, Mapping, Operation, Ref, Spread, Template, Unknown

if TYPE_CHECKING:
    from ailint.facts import Value
    from ailint.project.things import Spot

LEAVES = (Literal, Ref, CallResult, Unknown, Attribute, Item)


def nested(value: Value, spot: Spot) -> list[tuple[Value, Spot]]:
    """A value and all values inside it, at the same spot."""
    if isinstance(value, LEAVES):
        return [(value, spot)]
    found: list[tuple[Value, Spot]] = []
    pending: list[Value] = [value]
    while pending:
        part = pending.pop()
        found.append((part, spot))
        if not isinstance(part, LEAVES):
            pending += reversed(within(part))
    return found


def within(value: Value) -> tuple[Value, ...]:
    """The values directly inside a value."""
    match value:
        case Collection(items=parts) | Choice(options=parts) | Operation(operands=parts) | Template(parts=parts):
            return parts
        case Mapping(entries=entries):
            return tuple([part for _, part in entries])
        case Spread(value=inner) | Comprehension(element=inner):
            return (inner,)
        case _:
            return ()
