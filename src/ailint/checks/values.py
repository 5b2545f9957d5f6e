"""Values taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, Choice, Collection, Comprehension, Item, Literal, Mapping, Operation, Spread, Template, Value

if TYPE_CHECKING:
    from collections.abc import Iterator


def parts_of(value: Value) -> Iterator[Value]:
    """A value and every value written inside it; the arguments of calls in it are not."""
    yield value
    match value:
        case Collection(items=parts) | Choice(options=parts) | Operation(operands=parts) | Template(parts=parts):
            for part in parts:
                yield from parts_of(part)
        case Mapping(entries=entries):
            for key, part in entries:
                yield from parts_of(part)
                if key is not None:
                    yield from parts_of(key)
        case Spread(value=inner) | Comprehension(element=inner) | Attribute(base=inner):
            yield from parts_of(inner)
        case Item(base=base, key=key):
            yield from parts_of(base)
            yield from parts_of(key)
        case _:
            return


def by_name(value: Mapping) -> dict[str, Value]:
    """The values of a dictionary under the keys that are written as text."""
    return {str(key.value): part for key, part in value.entries if isinstance(key, Literal)}
