"""Values taken apart."""

from __future__ import annotations

from ailint.facts import Attribute, Item, Literal, Mapping, Value
from ailint.project.nesting import INSIDE, Inside, all_in

WRITTEN_INSIDE: Inside = INSIDE | {
    Mapping: lambda mapping: tuple([part for key, value in mapping.entries for part in (value, key) if part is not None]),
    Attribute: lambda attribute: (attribute.base,),
    Item: lambda item: (item.base, item.key),
}


def parts_of(value: Value) -> list[Value]:
    """A value and every value written inside it, keys and what others are taken of too; the arguments of calls in it are not."""
    return all_in(value, WRITTEN_INSIDE)


def by_name(value: Mapping) -> dict[str, Value]:
    """The values of a dictionary under the keys that are written as text."""
    return {str(key.value): part for key, part in value.entries if isinstance(key, Literal)}
