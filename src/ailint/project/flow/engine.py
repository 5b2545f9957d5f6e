"""The walk backwards through values, and the questions it answers."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import (
    Attribute,
    CallResult,
    Choice,
    Collection,
    Comprehension,
    Item,
    Literal,
    Mapping,
    Operation,
    Place,
    Ref,
    Span,
    Spread,
    Template,
    Value,
)
from ailint.project.flow.calls import Calls
from ailint.project.flow.closed import Closed
from ailint.project.flow.confidential import Confidential
from ailint.project.flow.cuts import Cuts
from ailint.project.flow.fields import Fields
from ailint.project.flow.inputs import Inputs
from ailint.project.flow.parameters import Parameters
from ailint.project.flow.seen import Barren, Seen
from ailint.project.flow.trace import KEY, UNTRUSTED, Trace, chosen, goes_round, is_slice, kind_and_place, leaf, picked, says_something, taken_by
from ailint.project.flow.variables import Variables
from ailint.project.flow.vetting import Vetting
from ailint.project.flow.walk import CONFIDED_PATH, CONFIDING, Walk
from ailint.project.guards import unconfined
from ailint.project.handover import Handover
from ailint.project.iteration import keyed, unrolled
from ailint.project.neighbours import Neighbours
from ailint.project.structure import END
from ailint.project.things import CallRef, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ailint.knowledge.flow import FlowWords
    from ailint.project.arguments import Arguments
    from ailint.project.handlers import Outside
    from ailint.project.resolve import Resolver
    from ailint.project.sites import Sites

DEEPEST = 40
MOST_SOURCES = 8
MOST_TEXTS = 96
MOST_VISITS = 1500
COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not", "not"})
MODEL_KINDS = frozenset({"output", "arguments", "structured", "tool-parameter"})
LEAVES = frozenset({"text", "parameter", "call"})


class Flow:
    """Traces values backwards, lazily: the cost is that of the uses asked about."""

    def __init__(self, resolver: Resolver, arguments: Arguments, sites: Sites, words: FlowWords, outside: Outside) -> None:
        self.resolver = resolver
        self.arguments = arguments
        self.sites = sites
        self.words = words
        self.tools = outside.tools
        self.handover = Handover(resolver, sites)
        self.neighbours = Neighbours(resolver)
        self.variables = Variables(self)
        self.parameters = Parameters(self)
        self.fields = Fields(self)
        self.calls = Calls(self)
        self.closed = Closed(self)
        self.cuts = Cuts(self)
        self.inputs = Inputs(self, outside.handlers)
        self.confidential = Confidential(self)
        self.vetting = Vetting(self)
        self.bounds_reached: set[Spot] = set()
        self._visits = 0
        self._barren: dict[tuple[object, ...], Barren] = {}
        self._sources: dict[tuple[object, ...], tuple[Trace, ...]] = {}
        self._sent: dict[tuple[object, ...], tuple[Trace, ...]] = {}
        self._texts: dict[tuple[object, ...], tuple[Trace, ...]] = {}
        self._places: dict[CallRef, Place] = {}
        self._speaking: dict[tuple[str, int], bool] = {}

    # questions

    def sources(self, value: Value, spot: Spot, against: str = "", *, certain: bool = False, visits: int = MOST_VISITS) -> tuple[Trace, ...]:
        """Every source the value may come from, nearest first; empty where it certainly comes from the code itself.

        `against` is a family of sinks of the flow table (`html`, `path`, `sql` …): what is harmless to it is not followed, nor is what may
        have been made harmless, unless only what is `certain` shall count. `visits` bounds the search.
        """
        key = (visits, against, certain, *self.variables.use(value, spot, exactly=bool(against) and against not in CONFIDING))
        if key not in self._sources:
            walk = Walk(spot, against=against, certain=certain, leaves=False)
            self._sources[key] = self.collected(value, walk, is_source, MOST_SOURCES, visits=visits)
        return self._sources[key]

    def sent(self, value: Value, spot: Spot, against: str = "") -> tuple[Trace, ...]:
        """The traces that begin at what somebody outside sent, many more of them: one function may ask for all routes of a server."""
        if spot.path not in self.inputs.within_reach:
            return ()
        if against and not self.sent(value, spot) and spot not in self.bounds_reached:
            return ()
        key = (against, *self.variables.use(value, spot, exactly=bool(against)))
        if key not in self._sent:
            self._sent[key] = self.collected(value, Walk(spot, against=against, leaves=False), is_sent, MOST_TEXTS)
        return self._sent[key]

    def calls_behind(self, values: Iterable[tuple[Value, Spot]]) -> frozenset[CallRef]:
        """The calls that any of some values come from: one search for them all, on which no way is gone twice."""
        found: set[CallRef] = set()
        barren = self._barren.setdefault((is_source, "", False, False), Barren())
        seen = Seen(barren)
        for value, spot in values:
            self._visits = 0
            traces = iter(self.walk(value, Walk(spot, leaves=False), seen))
            while (trace := self.wanted(traces, is_source, seen)) is not None:
                found |= {trace.ref} if trace.ref is not None else set()
            if self._visits > MOST_VISITS:
                self.bounds_reached.add(spot)
                seen.learn()
                seen = Seen(barren)
        seen.learn()
        return frozenset(found)

    def texts(self, value: Value, spot: Spot) -> tuple[Trace, ...]:
        """Every text of the code that the value may hold: literals and templates, each once, where it is written."""
        key = self.variables.use(value, spot)
        if key not in self._texts:
            self._texts[key] = self.collected(value, Walk(spot), is_text, MOST_TEXTS)
        return self._texts[key]

    def origins(self, value: Value, spot: Spot, against: str, *, whole: bool = False) -> tuple[Trace, ...]:
        """Everything the value is made of: sources, texts, the parameters and calls it comes through. `whole`: not what a text has holes for."""
        return self.collected(value, Walk(spot, against=against, whole=whole), is_anything, MOST_TEXTS, alike=leaf)

    def of_kind(self, kind: str, value: Value, spot: Spot, against: str, visits: int = MOST_VISITS) -> tuple[Trace, ...]:
        """The traces that begin at one kind of source, told apart by all that was taken on the way."""
        return self.collected(value, Walk(spot, against=against, leaves=False), begins_at(kind), MOST_SOURCES, alike=leaf, visits=visits)

    def model_output(self, value: Value, spot: Spot, against: str = "") -> tuple[Trace, ...]:
        """The traces that begin at what a model said or chose; `against` as for all sources."""
        return tuple(trace for trace in self.sources(value, spot, against) if trace.kind in MODEL_KINDS)

    def speaks_for_model(self, function: Function) -> bool:
        """Whether a function's own result is, or holds, what a model said: what its callers hand in does not count."""
        key = function.path, function.scope
        if key not in self._speaking:
            self._visits = 0
            walk = Walk(Spot(function.path, function.scope, 0, END), upwards=False, leaves=False)
            seen = Seen(self._barren.setdefault((is_said,), Barren()))
            self._speaking[key] = self.wanted(self.calls.returns(function, None, walk, seen), is_said, seen) is not None
            seen.learn()
        return self._speaking[key]

    def collected(  # noqa: PLR0913 -- what is looked for, how much of it, how far
        self, value: Value, start: Walk, wanted: Callable[[Trace], bool], most: int, *,
        alike: Callable[[Trace], object] = kind_and_place, visits: int = MOST_VISITS,
    ) -> tuple[Trace, ...]:  # fmt: skip
        """The wanted traces of a value, one of those alike, up to a bound; `bounds_reached` notes where the search was cut."""
        found: dict[object, Trace] = {}
        self._visits = MOST_VISITS - visits
        seen = Seen(self._barren.setdefault((wanted, start.against, start.certain, start.whole), Barren()))
        traces = iter(self.walk(value, start, seen))
        while len(found) < most and (trace := self.wanted(traces, wanted, seen)) is not None:
            found.setdefault(alike(trace), trace)
        seen.learn()
        if self._visits > MOST_VISITS == visits:
            self.bounds_reached.add(start.spot)
        return tuple(found.values())

    @staticmethod
    def wanted(traces: Iterable[Trace], wanted: Callable[[Trace], bool], seen: Seen) -> Trace | None:
        """The next wanted trace, the place where it was found noted."""
        for trace in traces:
            if wanted(trace):
                seen.bears()
                return trace
        return None

    # values

    def walk(self, value: Value, walk: Walk, seen: Seen) -> Iterable[Trace]:
        """The traces of a value, as far as the walk may go."""
        self._visits += 1
        if walk.depth > DEEPEST or self._visits > MOST_VISITS:
            seen.bears()
            return ()
        if goes_round(walk.trail):
            return ()
        if len(walk.path) > CONFIDED_PATH and walk.is_too_far:
            if not walk.confides:
                seen.bears()
            return ()
        if walk.against and walk.confides and isinstance(value, Ref | Attribute | Item):
            return chain(self.confidential.named(value, walk), self.ways(value, walk, seen))
        return self.ways(value, walk, seen)

    def ways(self, value: Value, walk: Walk, seen: Seen) -> Iterable[Trace]:  # noqa: PLR0911 -- one for each kind of value
        """The traces of a value by what kind of value it is."""
        match value:
            case Ref():
                return self.variables.name(value, walk, seen)
            case CallResult(call=call):
                return self.calls.call(CallRef(walk.spot.path, call), walk, seen)
            case Literal():
                return self.text(value, walk, seen) if walk.leaves else ()
            case Attribute() if walk.against and self.cuts.by_attribute(value, walk):
                return ()
            case Attribute(base=base, name=name):
                return self.walk(base, walk.taking(name), seen)
            case Item(base=base, key=key):
                return self.item(base, key, walk, seen)
            case Template():
                return self.text(value, walk, seen)
            case _:
                return self.parts(value, walk, seen)

    def parts(self, value: Value, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a value is made of, where it is no text."""
        match value:
            case Comprehension(element=element, block=block):
                yield from self.walk(element, walk.within().at(replace(walk.spot, block=block)), seen)
            case Operation(operator=operator, operands=operands) if operator not in COMPARISONS:
                yield from self.each(operands if operator != "and" else operands[-1:], walk, seen)
            case Mapping(entries=entries):
                yield from self.each(chosen(entries, walk.trail), walk.within(), seen)
                yield from self.each(tuple(value for key, value in entries if key is None), walk, seen)
            case Collection(items=items):
                yield from self.each(picked(items, walk.trail), walk.within(), seen)
            case Choice(options=options, test=test):
                yield from self.each(options if test is None else unconfined(options, test), walk, seen)
            case Spread(value=inner):
                yield from self.walk(inner, walk.taking("[]"), seen)

    def text(self, value: Literal | Template, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A text of the code, and what is put into it."""
        if walk.leaves and value.span is not None:
            yield Trace("text", self.place(walk.spot, value.span), None, walk.trail, walk.path, value, walk.spot, walk.handed_in, filled=walk.filled)
        if isinstance(value, Template) and not (walk.whole and says_something(value)):
            yield from self.each(tuple(self.cuts.harmful_parts(value, walk.against)), walk, seen)

    def each(self, values: tuple[Value, ...], walk: Walk, seen: Seen) -> Iterator[Trace]:
        """The traces of several values, one after another."""
        inner = walk.deeper()
        for value in values:
            yield from self.walk(value, inner, seen)

    def item(self, base: Value, key: Value, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """The traces of `base[key]`."""
        calls = self.resolver.files[walk.spot.path].calls
        owner, iterated = keyed(calls, base, key), unrolled(calls, base, key)
        if owner is not None:
            yield from self.walk(owner, walk.taking(KEY), seen)
        elif iterated is not None:
            yield from self.walk(iterated, walk, seen)
        elif not (walk.confides and is_slice(key)):
            yield from self.confidential.item(base, key, walk)
            yield from self.walk(base, walk.taking(taken_by(key)), seen)

    # places

    def place(self, spot: Spot, span: Span) -> Place:
        """A span of the file and scope of a spot."""
        return Place(spot.path, span, self.resolver.files[spot.path].scopes[spot.scope].symbol)

    def call_place(self, ref: CallRef) -> Place:
        """Where a call stands."""
        found = self._places.get(ref)
        if found is None:
            found = self._places[ref] = self.place(self.resolver.spot(ref), self.resolver.call(ref).span)
        return found


def is_source(trace: Trace) -> bool:
    """Whether a trace begins where a value comes from outside the code."""
    return trace.kind not in LEAVES


@cache
def begins_at(kind: str) -> Callable[[Trace], bool]:
    """Whether a trace begins at one kind of source, as a question."""
    return lambda trace: trace.kind == kind


def is_sent(trace: Trace) -> bool:
    """Whether a trace begins at what somebody outside sent."""
    return trace.kind == UNTRUSTED


def is_said(trace: Trace) -> bool:
    """Whether a trace begins at what a model said."""
    return trace.kind in {"output", "structured"}


def is_text(trace: Trace) -> bool:
    """Whether a trace begins at a text of the code."""
    return trace.kind == "text"


def is_anything(_: Trace) -> bool:
    """Any trace at all."""
    return True
