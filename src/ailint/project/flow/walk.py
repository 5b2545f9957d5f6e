"""The state of a walk that looks for traces, and the functions that it goes through."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ailint.facts import Parameter, Place
from ailint.project.flow.trace import Trail, inside
from ailint.project.things import CallRef, Class, Spot

LONGEST_PATH = 24  # places
CONFIDED_PATH = 8  # places: a value that came a longer way may have become anything
CONFIDING = frozenset({"log", "prompt"})


class Entry(Struct, frozen=True, cache_hash=True, gc=False):
    """A function that is entered by calls, for what a trail takes of its result: the way through it is the same whoever calls."""

    path: str
    scope: int
    trail: Trail
    filled: bool


class Stop(Struct, frozen=True, cache_hash=True, gc=False):
    """Where a walk comes by: a name at a spot or of a module, a field of a class, a call; in which entered function, to take what of it."""

    where: Spot | CallRef | Class | str
    name: str
    entry: Entry | None
    trail: Trail


class Arrival(Struct, frozen=True, gc=False):
    """A call by which a walk came to an entry, and the walk as it stood before."""

    entry: Entry
    ref: CallRef
    outside: Walk

    @property
    def inside(self) -> Walk:
        """The same walk inside the function that the call calls."""
        return replace(self.outside, arrival=self)


class WayOut(Struct, frozen=True, gc=False):
    """A parameter at which a walk leaves an entry for what its callers hand over, and the walk as it stands there."""

    parameter: Parameter
    inside: Walk


class Walk(Struct, frozen=True, gc=False):
    """Where a backward walk has come to: the spot, the call by which it entered the function, what was taken, the places passed.

    `upwards` is False where what callers hand in does not count. `against` is the family of sinks that the value is harmful in, where the
    question names one, `certain` whether only what surely takes that harm out ends the walk. `whole`: what is only put into a longer text does
    not count. `filled`: something may have been put into the value by then. `leaves`: traces that begin at what the code itself says are wanted too.
    """

    spot: Spot
    arrival: Arrival | None = None
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
    def entry(self) -> Entry | None:
        """The function that the walk is in by a call of it."""
        return None if self.arrival is None else self.arrival.entry

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

    def onto(self, spot: Spot, place: Place) -> Walk:
        """One step further, at another spot, the place noted that leads there."""
        path = self.path if self.path and self.path[0] == place else (place, *self.path)
        return replace(self, spot=spot, depth=self.depth + 1, path=path)

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

    def has_entered(self, path: str, scope: int) -> bool:
        """Whether a function is the one that was entered by a call, by which the walk can go back out."""
        entry = self.entry
        return entry is not None and entry.scope == scope and entry.path == path

    def leaving(self) -> Walk:
        """The same walk outside of all functions, whoever calls them."""
        return self if self.arrival is None else replace(self, arrival=None)

    def back(self, arrival: Arrival) -> Walk:
        """The same walk at a way out, outside again by a call that came to its entry: the one by which it entered, or another."""
        mine, other = self.arrival, arrival.outside
        if mine is None or mine is arrival:
            return replace(self, arrival=other.arrival)
        before = mine.outside
        return replace(
            self,
            arrival=other.arrival,
            path=(*self.path[: len(self.path) - len(before.path)], *other.path),
            depth=self.depth - before.depth + other.depth,
            handed_in=other.handed_in | (self.handed_in - before.handed_in),
        )

    def passing(self, place: Place) -> Walk:
        """The same walk, the place noted."""
        return self if self.path and self.path[0] == place else replace(self, path=(place, *self.path))
