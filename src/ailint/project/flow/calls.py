"""Calls: sources, functions of the project, and libraries that hand on what they are given."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import Attribute, Literal, Ref
from ailint.project.flow.confidential import READING
from ailint.project.flow.trace import PARSED, SERIALISED, Trace
from ailint.project.flow.walk import Arrival, Entry, Stop, Walk
from ailint.project.iteration import receiver
from ailint.project.things import CallRef, Class, External, Function, Instance, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project.flow.engine import Flow
    from ailint.project.flow.seen import Seen
    from ailint.project.sites import Site

TOOL_BLOCK = {"content", "input"}
LOOK_UPS = frozenset({"get", "pop"})
METHODS_OF_TYPES = frozenset(name for kind in (str, bytes, list, dict, set) for name in dir(kind))
PARSERS = frozenset({"parse.json", "parse.yaml", "parse.literal", "parse.schema"})


class Calls:
    """Asked by the flow for the results of calls."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver
        self.words = flow.words

    def call(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a call gives: a source of its own, or what the thing called gives back."""
        number = seen.enters(Stop(ref, "", walk.entry, walk.trail), walk.far)
        if number is not None:
            before, seen.at = seen.at, number
            yield from self.made(ref, walk, seen)
            seen.at = before

    def made(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """The same, at a place not yet seen."""
        site, name = self.flow.sites.at(ref), self.resolver.call(ref).name
        if site is not None and site.role in self.words.sources:
            yield from self.source(site, walk)
        elif self.flow.cuts.by_name(ref, name, walk):
            return
        elif (sent := self.flow.inputs.called(ref, walk)) is not None:
            yield sent
        elif walk.confides and site is not None and site.role in READING:
            yield from self.flow.confidential.read(site, walk)
        elif site is not None and site.role == "offload":
            for _, function in self.flow.handover.functions(ref):
                yield from self.returns(function, None, walk, seen)
        else:
            if walk.confides and walk.leaves:
                yield Trace("call", self.flow.call_place(ref), ref, walk.trail, walk.path)
            taken = walk.taking(PARSED) if site is not None and site.role in PARSERS else walk
            if name in self.words.filling:
                taken = replace(taken, filled=True)
            for thing in self.resolver.callee(ref):
                yield from self.through(thing, ref, taken, seen)

    def is_ours(self, ref: CallRef) -> bool:
        """Whether a call calls a function of the project, whatever its name says elsewhere."""
        return any(isinstance(thing, Function) for thing in self.resolver.callee(ref))

    def source(self, site: Site, walk: Walk) -> Iterator[Trace]:
        """A trace that begins here, unless what was taken of the answer is not what the model said."""
        kind: str | None = self.words.sources[site.role]
        if kind == "output":
            kind = self.part_of_answer(walk.trail)
        if kind is not None and not self.flow.closed.answer(site, walk.trail):
            yield Trace(kind, site.place, site.ref, walk.trail, (site.place, *walk.path))

    def part_of_answer(self, trail: tuple[str, ...]) -> str | None:
        """The kind of what was taken of a model's answer; None where the model did not say it."""
        words = self.words
        taken = [name for name in trail if not name.startswith("[")]
        keys = {name.strip("[]") for name in trail}
        if taken and taken[0] in words.metadata | {"headers"}:
            return None
        if keys & words.metadata and not keys & {"content", "text"}:
            return None
        if keys & words.arguments or keys >= TOOL_BLOCK:
            return "arguments"
        return "structured" if keys & words.structured else "output"

    def through(self, thing: Thing, ref: CallRef, walk: Walk, seen: Seen) -> Iterable[Trace]:
        """What calling one thing gives back."""
        match thing:
            case Function():
                return () if self.flow.cuts.by_own_name(thing, walk) else self.returns(thing, ref, walk, seen)
            case Class():
                return self.flow.fields.constructed(thing, ref, walk, seen)
            case Instance(cls=cls):
                methods = (method for method in self.resolver.member(cls, "__call__", thing) if isinstance(method, Function))
                return (trace for method in methods for trace in self.returns(method, ref, walk, seen))
            case External(origin=origin) if self.resolver.call(ref).name not in self.words.validators:
                return self.library(origin, ref, walk, seen)
            case External():
                return self.validated(ref, walk, seen)
            case _:
                return self.out_of_sight(ref, walk, seen)

    def validated(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """An object that a class with a schema reads out of what it is given: `Plan.model_validate_json(text)`."""
        owner, _ = receiver(self.resolver.call(ref))
        classes = [thing for thing in self.resolver.things(owner, self.resolver.spot(ref)) if isinstance(thing, Class)] if owner is not None else []
        if not any(self.flow.closed.field(cls, walk.trail) for cls in classes):
            yield from self.handed_on(ref, walk, seen)

    def out_of_sight(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a method of an unknown object gives back: the project's only one of that name where that is near, else what the object holds."""
        name = self.resolver.call(ref).name
        if name in self.words.composing and not walk.whole:
            yield from self.handed_on(ref, walk, seen)
        named = self.methods.get(name, ()) if receiver(self.resolver.call(ref))[0] is not None else ()
        if len(named) == 1 and self.flow.neighbours.are_near(named[0].path, ref.path):
            yield from self.returns(named[0], ref, walk, seen)
        else:
            yield from self.receiver(ref, walk, seen)

    @cached_property
    def methods(self) -> dict[str, list[Function]]:
        """Methods of the project's classes by name, those left out that the types of the language have too."""
        found: dict[str, list[Function]] = {}
        for path, facts in self.resolver.files.items():
            for index, scope in enumerate(facts.scopes):
                if scope.kind == "function" and facts.scopes[scope.parent].kind == "class" and scope.name not in METHODS_OF_TYPES:
                    found.setdefault(scope.name, []).append(Function(path, index))
        return found

    def library(self, origin: str, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a library's function gives back: of what it was given where it is known to carry, and of the object it belongs to."""
        plain = self.resolver.knowledge.plain(origin)
        if self.words.stops(origin) or self.words.cuts(plain, walk.against):
            return
        if origin in self.words.serialisers:
            walk = walk.taking(SERIALISED)
        if origin == "builtins.getattr":
            yield from self.attribute(ref, walk, seen)
            return
        if self.words.carries(plain):
            yield from self.handed_on(ref, walk, seen)
        yield from self.receiver(ref, walk, seen)

    def returns(self, function: Function, ref: CallRef | None, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a function of the project returns or yields; `ref` is the call by which the walk enters it, where there is one."""
        entered = walk.within() if self.resolver.scope(function).is_generator else walk
        if ref is None:
            yield from self.given_back(function, entered, seen)
            return
        entry = Entry(function.path, function.scope, entered.trail, entered.filled)
        arrival = Arrival(entry, ref, entered.passing(self.flow.call_place(ref)))
        number = seen.arrives(arrival)
        for way_out in seen.ways_out(entry):
            yield from self.flow.parameters.out_by(arrival, way_out, seen)
        if number is not None:
            before, seen.at = seen.at, number
            yield from self.given_back(function, arrival.inside, seen)
            seen.at = before

    def given_back(self, function: Function, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """The traces of what a function returns or yields, the walk inside."""
        for value, spot in self.flow.variables.uses.returned(function):
            yield from self.flow.walk(value, walk.at(spot), seen)

    def attribute(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """`getattr(object, "name", default)`: what is taken of the object, or the default."""
        base, *others = self.resolver.call(ref).args
        inner = walk.at(self.resolver.spot(ref))
        taken = [str(other.value) for other in others[:1] if isinstance(other, Literal)]
        yield from self.flow.walk(base, inner.taking(*taken), seen)
        yield from self.flow.each(tuple(others[1:]), inner, seen)

    def handed_on(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """Everything that a call is given."""
        call = self.resolver.call(ref)
        inner = walk.at(self.resolver.spot(ref))
        for value in (*call.args, *(value for _, value in call.keywords), *call.spreads):
            yield from self.flow.walk(value, inner, seen)

    def receiver(self, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A method of an object that is no class of ours: what the object holds, its result may hold (`text.strip()`, `match.group(1)`)."""
        call = self.resolver.call(ref)
        inner = walk.at(self.resolver.spot(ref))
        if call.name in LOOK_UPS and call.args and isinstance(call.args[0], Literal):
            yield from self.flow.each(call.args[1:], inner, seen)
            inner = inner.taking(f"[{call.args[0].value}]")
        match call.func:
            case Attribute(base=base):
                yield from self.flow.walk(base, inner, seen)
            case Ref(name=name) if "." in name:
                yield from self.flow.walk(Ref(name.rpartition(".")[0]), inner, seen)
