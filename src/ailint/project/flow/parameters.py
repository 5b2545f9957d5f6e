"""Parameters: what a function's callers hand over, by name, through a decorator's wrapper, or on another thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import Parameter, Place, Ref, Value
from ailint.project.flow.trace import Trace, subscripted
from ailint.project.flow.walk import Arrival, Walk, WayOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project.flow.engine import Flow
    from ailint.project.flow.seen import Seen
    from ailint.project.things import CallRef

RECEIVERS = frozenset({"self", "cls"})
ACTION = "action"  # what an action hits may be chosen by a number as well


class Parameters:
    """Asked by the flow for parameters."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver
        self._handed: dict[tuple[CallRef, str, int, str], Value | None] = {}

    def parameter(self, parameter: Parameter, scope: int, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What callers hand over; a walk that entered the function by calls goes back out by the same ones."""
        path = walk.spot.path
        facts = self.resolver.files[path].scopes[scope]
        if (path, scope) in self.flow.tools and parameter.name not in RECEIVERS:
            if not self.flow.closed.parameter(path, scope, parameter, walk.trail):
                yield Trace("tool-parameter", Place(path, facts.span, facts.symbol), None, walk.trail, walk.path)
            elif walk.against == ACTION and self.flow.closed.is_number(path, scope, parameter):
                yield Trace("tool-number", Place(path, facts.span, facts.symbol), None, walk.trail, walk.path)
            return
        if (path, scope) in self.flow.inputs.handlers:
            yield from self.flow.inputs.parameter(parameter, scope, walk, seen)
        if walk.confides and walk.leaves and parameter.name not in RECEIVERS:
            yield Trace("parameter", Place(path, facts.span, facts.symbol), None, walk.trail, walk.path, Ref(parameter.name))
        if walk.has_entered(path, scope):
            yield from self.out(WayOut(parameter, walk), seen)
        elif walk.upwards:
            yield from self.out_to_all(WayOut(parameter, walk.leaving()), path, scope, seen)
        if walk.upwards:
            yield from self.indirectly(parameter, scope, walk, seen)

    def out(self, way_out: WayOut, seen: Seen) -> Iterator[Trace]:
        """What a function is given by the calls that a walk entered it by."""
        entry = way_out.inside.entry
        if entry is not None and seen.leaves(entry, way_out):
            before = seen.at
            for number, arrival in seen.arrivals(entry):
                seen.at = number
                yield from self.out_by(arrival, way_out, seen)
            seen.at = before

    def out_by(self, arrival: Arrival, way_out: WayOut, seen: Seen) -> Iterator[Trace]:
        """What it is given by one of them."""
        entry = arrival.entry
        value = self.given(arrival.ref, entry.path, entry.scope, way_out.parameter)
        if value is not None:
            yield from self.handed(arrival.ref, value, way_out.inside.back(arrival), seen)

    def out_to_all(self, way_out: WayOut, path: str, scope: int, seen: Seen) -> Iterator[Trace]:
        """What a function is given by all that call it."""
        for ref in self.resolver.callers(path, scope) or ():
            value = self.given(ref, path, scope, way_out.parameter)
            if value is not None:
                yield from self.handed(ref, value, way_out.inside, seen)

    def indirectly(self, parameter: Parameter, scope: int, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a function is given that nobody calls by name."""
        path = walk.spot.path
        if parameter.kind in {"args", "kwargs"} and subscripted(walk.trail):
            taken, *rest = walk.trail
            for ref, value in self.flow.handover.through_wrapper(path, scope, parameter, taken):
                yield from self.handed(ref, value, walk.left_with(*rest).leaving(), seen)
        for ref, value in self.flow.handover.to_thread(path, scope, parameter):
            yield from self.handed(ref, value, walk.leaving(), seen)

    def handed(self, ref: CallRef, value: Value, walk: Walk, seen: Seen) -> Iterable[Trace]:
        """The traces of a value that a call hands over."""
        inner = walk if ref.path in walk.handed_in else replace(walk, handed_in=walk.handed_in | {ref.path})
        return self.flow.walk(value, inner.onto(self.resolver.spot(ref), self.flow.call_place(ref)), seen)

    def given(self, ref: CallRef, path: str, scope: int, parameter: Parameter) -> Value | None:
        """The value that a call hands over for a parameter of a function; None where it leaves it out."""
        key = ref, path, scope, parameter.name
        if key not in self._handed:
            self._handed[key] = self.resolver.handed(ref, self.resolver.files[path].scopes[scope], parameter)
        return self._handed[key]
