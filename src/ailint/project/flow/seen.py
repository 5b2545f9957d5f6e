"""Where walks have been: what need not be looked at again in one question, and what led nowhere, for all later ones of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.project.flow.trace import Trail
    from ailint.project.flow.walk import Arrival, Entry, Stop, WayOut

    WaysOut = dict[tuple[str, Trail, bool], WayOut]

START = 0


class Barren:
    """The places from which nothing is reached that questions of one kind look for, each with how far it was from the use, and ways out of functions.

    Where the way has a bound, less of it is left further off: only what was seen as near as now has been seen for good.
    """

    def __init__(self) -> None:
        self.places: dict[Stop | Entry, int] = {}
        self.ways_out: dict[Entry, WaysOut] = {}

    def learn(self, places: Iterable[tuple[Stop | Entry, int]]) -> None:
        """Add places."""
        for place, far in places:
            if far < self.places.get(place, far + 1):
                self.places[place] = far


class Seen:
    """Where one question has been, and by which ways. `at` is the place that is looked at, set by those who enter it and leave it again.

    Places are numbered as they are entered; `START` is where the question stands.
    """

    def __init__(self, barren: Barren) -> None:
        self.at = START
        self._barren = barren
        self._numbers: dict[Stop | Entry, int] = {}
        self._far = [0]
        self._before: list[list[int]] = [[]]
        self._fruitful: set[int] = set()
        self._arrivals: dict[Entry, list[tuple[int, Arrival]]] = {}
        self._ways_out: dict[Entry, WaysOut] = {}

    def enters(self, place: Stop | Entry, far: int = 0) -> int | None:
        """The number of a place that is new, or nearer than before; it is neither from now on."""
        known = self._barren.places.get(place)
        if known is not None and known <= far:
            return None
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = len(self._far)
            self._far.append(far)
            self._before.append([self.at])
            return number
        self._before[number].append(self.at)
        if self._far[number] <= far:
            return None
        self._far[number] = far
        return number

    def arrives(self, arrival: Arrival) -> int | None:
        """Note a call by which a function is come to; its number where the way through it is new, or nearer than before."""
        entry = arrival.entry
        self._arrivals.setdefault(entry, []).append((self.at, arrival))
        if entry not in self._ways_out:
            self._ways_out[entry] = self._barren.ways_out.setdefault(entry, {})
        return self.enters(entry, arrival.outside.far)

    def leaves(self, entry: Entry, way_out: WayOut) -> bool:
        """Note a way out of a function; whether it is new, or nearer than before."""
        ways, inside = self._ways_out[entry], way_out.inside
        key = way_out.parameter.name, inside.trail, inside.filled
        known = ways.get(key)
        if known is not None and known.inside.far <= inside.far:
            return False
        ways[key] = way_out
        return True

    def arrivals(self, entry: Entry) -> tuple[tuple[int, Arrival], ...]:
        """The calls by which a function has been come to so far, each with its place."""
        return tuple(self._arrivals[entry])

    def ways_out(self, entry: Entry) -> tuple[WayOut, ...]:
        """The ways out of a function that are known so far."""
        return tuple(self._ways_out[entry].values())

    def bears(self) -> None:
        """Note that something is found at this place, or may be further on."""
        self._fruitful.add(self.at)

    def learn(self) -> None:
        """Tell those who will look for the same from where nothing is reached. What has not been left again may lead to something."""
        if self._fruitful or self.at != START:
            self.bears()
            self._spread()
        self._barren.learn((place, self._far[number]) for place, number in self._numbers.items() if number not in self._fruitful)

    def _spread(self) -> None:
        """Whatever leads to a fruitful place is fruitful."""
        pending = list(self._fruitful)
        while pending:
            new = set(self._before[pending.pop()]) - self._fruitful
            self._fruitful |= new
            pending += new
