"""Where walks have been: what need not be looked at again in one question, and in all later ones of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ailint.project.flow.trace import Trail
    from ailint.project.flow.walk import Arrival, Entry, WayOut

    WaysOut = dict[tuple[str, Trail, bool], WayOut]

Key = TypeVar("Key")


class Barren:
    """Where questions of one kind have been and found nothing: places, and functions with their ways out, each with how far it was from the use."""

    def __init__(self) -> None:
        self.places: dict[object, int] = {}
        self.entries: dict[Entry, int] = {}
        self.ways_out: dict[Entry, WaysOut] = {}


class Seen:
    """Where one question has been.

    Where the way has a bound, less of it is left further off: only what was seen as near as now has been seen for good.
    """

    def __init__(self, barren: Barren | None = None) -> None:
        self.barren = barren or Barren()
        self._places: dict[object, int] = {}
        self._entries: dict[Entry, int] = {}
        self._arrivals: dict[Entry, list[Arrival]] = {}
        self._ways_out: dict[Entry, WaysOut] = {}

    def enters(self, key: object, far: int = 0) -> bool:
        """Whether a place is new, or nearer than before; it is neither from now on."""
        known = self._places.get(key)
        if known is None:
            known = self.barren.places.get(key)
        if known is not None and known <= far:
            return False
        self._places[key] = far
        return True

    def arrives(self, arrival: Arrival) -> bool:
        """Note a call by which an entry is come to; whether the way through it is new, or nearer than before."""
        entry, far = arrival.entry, arrival.outside.far
        self._arrivals.setdefault(entry, []).append(arrival)
        if entry not in self._ways_out:
            self._ways_out[entry] = dict(self.barren.ways_out.get(entry, ()))
        known = self._entries.get(entry, self.barren.entries.get(entry))
        if known is not None and known <= far:
            return False
        self._entries[entry] = far
        return True

    def leaves(self, entry: Entry, way_out: WayOut) -> bool:
        """Note a way out of an entry; whether it is new, or nearer than before."""
        ways, inside = self._ways_out[entry], way_out.inside
        key = way_out.parameter.name, inside.trail, inside.filled
        known = ways.get(key)
        if known is not None and known.inside.far <= inside.far:
            return False
        ways[key] = way_out
        return True

    def arrivals(self, entry: Entry) -> tuple[Arrival, ...]:
        """The calls by which an entry has been come to so far."""
        return tuple(self._arrivals[entry])

    def ways_out(self, entry: Entry) -> tuple[WayOut, ...]:
        """The ways out of an entry that are known so far."""
        return tuple(self._ways_out[entry].values())

    def found_nothing(self) -> None:
        """Tell those who will look for the same."""
        keep_nearest(self._places, self.barren.places)
        keep_nearest(self._entries, self.barren.entries)
        self.barren.ways_out |= self._ways_out


def keep_nearest(new: dict[Key, int], known: dict[Key, int]) -> None:
    """Add distances to those that are known, the smaller of two."""
    for key, far in new.items():
        if far < known.get(key, far + 1):
            known[key] = far
