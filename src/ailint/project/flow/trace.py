"""Traces, and the state of a walk that looks for them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ailint.facts import Literal, Place, Spread, Template, Unknown, Value
from ailint.project.things import CallRef, Spot

LONGEST_STACK = 4
LONGEST_PATH = 24  # places
CONFIDED_PATH = 8  # places: a value that came a longer way may have become anything
SERIALISED = "<serialised>"
CUT_OFF = "[:]"
LEADING_PART = Unknown("leading part")
HELD = "<held>"
CONFIDING = frozenset({"log", "prompt"})
PARSED = "<parsed>"
KEY = "[<key>]"
UNTRUSTED = "untrusted"

Trail = tuple[str, ...]


class Seen(dict[object, int]):
    """Where a walk has been, and where others that looked for the same have been and found nothing, each with how far it was from the use.

    Where the way has a bound, less of it is left further off: only what was seen as near as now has been seen for good.
    """

    def __init__(self, barren: dict[object, int] | None = None) -> None:
        super().__init__()
        self.barren = {} if barren is None else barren

    def enters(self, key: object, far: int = 0) -> bool:
        """Whether a place is new, or nearer than before; it is neither from now on."""
        known = self.get(key)
        if known is None:
            known = self.barren.get(key)
        if known is not None and known <= far:
            return False
        self[key] = far
        return True

    def found_nothing(self) -> None:
        """Tell those who will look for the same."""
        for key, far in self.items():
            if far < self.barren.get(key, far + 1):
                self.barren[key] = far


class Trace(Struct, frozen=True):
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


class Walk(Struct, frozen=True):
    """Where a backward walk has come to: the spot, the calls it entered functions through, what was taken, the places passed.

    `upwards` is False where what callers hand in does not count. `against` is the family of sinks that the value is harmful in, where the
    question names one, `certain` whether only what surely takes that harm out ends the walk. `whole`: what is only put into a longer text does
    not count. `filled`: something may have been put into the value by then. `leaves`: traces that begin at what the code itself says are wanted too.
    """

    spot: Spot
    stack: tuple[CallRef, ...] = ()
    trail: Trail = ()
    path: tuple[Place, ...] = ()
    depth: int = 0
    upwards: bool = True
    handed_in: frozenset[str] = frozenset()
    against: str = ""
    certain: bool = False
    whole: bool = False
    filled: bool = False
    leaves: bool = True

    @property
    def confides(self) -> bool:
        """Whether the value may be read where it goes to, by people or by a model."""
        return self.against in CONFIDING

    @property
    def far(self) -> int:
        """The places passed, where so few may be passed that it matters; else 0."""
        return len(self.path) if self.against in CONFIDING else 0

    @property
    def is_too_far(self) -> bool:
        """Whether the walk has passed more places than a person would follow."""
        return len(self.path) > CONFIDED_PATH and (len(self.path) > LONGEST_PATH or self.confides)

    def at(self, spot: Spot) -> Walk:
        """One step further, at another spot."""
        return replace(self, spot=spot, depth=self.depth + 1)

    def deeper(self) -> Walk:
        """One step further, at the same spot."""
        return replace(self, depth=self.depth + 1)

    def taking(self, *names: str) -> Walk:
        """One step further, to what the names are taken of."""
        return replace(self, trail=(*names, *self.trail), depth=self.depth + 1)

    def left_with(self, *trail: str) -> Walk:
        """The same walk, with this much still to be taken."""
        return replace(self, trail=trail)

    def within(self) -> Walk:
        """The same walk inside one item of a container."""
        return self.left_with(*inside(self.trail))

    def entering(self, ref: CallRef) -> Walk:
        """The same walk inside the function that a call calls."""
        return replace(self, stack=(*self.stack, ref)[-LONGEST_STACK:])

    def leaving(self, *stack: CallRef) -> Walk:
        """The same walk outside the function again, with what is left of the calls."""
        return replace(self, stack=stack)

    def passing(self, place: Place) -> Walk:
        """The same walk, the place noted."""
        return self if self.path and self.path[0] == place else replace(self, path=(place, *self.path))


def subscripted(trail: Trail) -> bool:
    """Whether the first thing taken is an item."""
    return bool(trail) and trail[0].startswith("[")


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
    """The items of a sequence that a trail can mean."""
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
