"""Traces, and the trails that say what was taken on the way."""

from __future__ import annotations

import re

from msgspec import Struct

from ailint.facts import Literal, Place, Spread, Template, Unknown, Value
from ailint.project.things import CallRef, Spot

SERIALISED = "<serialised>"
CUT_OFF = "[:]"
LEADING_PART = Unknown("leading part")
HELD = "<held>"
MOST_ALIKE = 2  # times
PARSED = "<parsed>"
KEY = "[<key>]"
UNTRUSTED = "untrusted"

NAMED = re.compile(r"\[(?!-?\d+\]|:\]|<key>\]).+\]", re.DOTALL)

Trail = tuple[str, ...]


class Trace(Struct, frozen=True, gc=False):
    """One way from a source to a use. `kind`: output, arguments, structured, untrusted, retrieved, tool-parameter, tool-number or text.

    On the way to a log or a prompt also: secret, personal (`value` is its name), and the leaves that two ways may have in common, parameter
    (`value` is its name) and call. `HELD` in a trail: the value is a field of an object, which may not show it.
    `trail` is what was taken of the source on the way (`choices`, `[]`, `message`, `content`); `path` the places passed, source first.
    `handed_in` are the files in which the value was handed to a function. What a handler is sent has the parameter as `value`, at a `spot`
    inside; `bounded`: it cannot be long. `filled`: it may have been put into, or had something put into it, on the way.
    """

    kind: str
    place: Place
    ref: CallRef | None = None
    trail: Trail = ()
    path: tuple[Place, ...] = ()
    value: Value | None = None
    spot: Spot | None = None
    handed_in: frozenset[str] = frozenset()
    bounded: bool = False
    filled: bool = False


def goes_round(trail: Trail) -> bool:
    """Whether the same is taken again and again, as only loops and recursions do."""
    return len(trail) > MOST_ALIKE and trail.count(trail[0]) > MOST_ALIKE


def subscripted(trail: Trail) -> bool:
    """Whether the first thing taken is an item."""
    return bool(trail) and trail[0].startswith("[")


def takes_by_name(trail: Trail) -> bool:
    """Whether the first thing taken is an item under a name, which only a dictionary has."""
    return subscripted(trail) and NAMED.fullmatch(trail[0]) is not None


def inside(trail: Trail) -> Trail:
    """The trail within one item of a container."""
    return trail[1:] if subscripted(trail) else trail


def taken_by(key: Value) -> str:
    """How a trail writes the taking of an item: its key where that is a constant, `[:]` for the first so many."""
    return f"[{key.value}]" if isinstance(key, Literal) else CUT_OFF if key == LEADING_PART else "[]"


def may_be_taken(key: Value | None, trail: Trail) -> bool:
    """Whether what a trail takes first can be the item under a key; a key of None is a spread."""
    return not subscripted(trail) or trail[0] in {"[]", CUT_OFF, KEY} or not isinstance(key, Literal) or trail[0] == taken_by(key)


def chosen(entries: tuple[tuple[Value | None, Value], ...], trail: Trail) -> tuple[Value, ...]:
    """The values, or the keys, of a dictionary that a trail can mean, spreads left out: of one key where it names one."""
    own = [(key, value) for key, value in entries if key is not None]
    if trail[:1] == (KEY,):
        return tuple(key for key, _ in own)
    return tuple(value for key, value in own if may_be_taken(key, trail))


def picked(items: tuple[Value, ...], trail: Trail) -> tuple[Value, ...]:
    """The items of a sequence that a trail can mean: none where it takes one by a name."""
    if takes_by_name(trail):
        return ()
    place = trail[0].strip("[]") if subscripted(trail) else ""
    if place.isdigit() and int(place) < len(items) and not any(isinstance(item, Spread) for item in items):
        return (items[int(place)],)
    return items


def kind_and_place(trace: Trace) -> object:
    """What makes two traces alike to those who ask for sources; of what is sent, every field counts."""
    return trace.kind, trace.place, trace.trail if trace.kind == UNTRUSTED else ()


def leaf(trace: Trace) -> object:
    """What makes two traces alike to those who ask for everything."""
    return trace.kind, trace.place, trace.trail, trace.value


def is_slice(key: Value) -> bool:
    """Whether an item is a part: so many characters of a text, or items of a list."""
    return isinstance(key, Unknown) and key.why in {"slice", LEADING_PART.why}


def says_something(text: Template) -> bool:
    """Whether a text has words of its own around what is put in."""
    return any(isinstance(part, Literal) and any(character.isalnum() for character in str(part.value)) for part in text.parts)
