"""Variables: what they were last bound to, what was put into them, what another module binds."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import Ref
from ailint.project.bindings import tail
from ailint.project.flow.trace import KEY, Trace, may_be_taken, subscripted
from ailint.project.flow.uses import NOTHING, Uses, owner
from ailint.project.flow.walk import Stop
from ailint.project.structure import END
from ailint.project.things import Class, Module, Spot, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Value
    from ailint.project.flow.engine import Flow
    from ailint.project.flow.seen import Seen
    from ailint.project.flow.uses import Added, Bound, Name
    from ailint.project.flow.walk import Walk


class Variables:
    """Asked by the flow for names."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver
        self.uses = Uses(flow.resolver)

    def name(self, ref: Ref, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A name with what is taken of it: nothing where the code has listed what it can be."""
        number = seen.enters(Stop(walk.spot, ref.name, walk.entry, walk.trail), walk.far)
        if number is not None:
            use = self.uses.name(ref.name, walk.spot)
            if not use.listed and not (walk.against and self.is_harmless(ref, walk)):
                before, seen.at = seen.at, number
                yield from self.used(ref, use, walk, seen)
                seen.at = before

    def used(self, ref: Ref, use: Name, walk: Walk, seen: Seen) -> Iterable[Trace]:
        """What a use of a name sees: what was sent, a field of an object, attributes, a variable."""
        sent = self.flow.inputs.named(ref, walk) if use.attributes else None
        if sent is not None:
            return (sent,)
        if use.of_object and (use.attributes or (walk.trail and not subscripted(walk.trail))):
            first, *rest = use.attributes or walk.trail
            inner = walk.taking(*rest) if use.attributes and rest else walk if use.attributes else walk.left_with(*rest)
            return self.flow.fields.member(use.head, first, inner, seen)
        variable = () if use.settled else self.variable(use.head, walk.taking(*use.attributes) if use.attributes else walk, seen)
        return chain(self.attributes(use, walk, seen), variable) if use.set else variable

    def is_harmless(self, ref: Ref, walk: Walk) -> bool:
        """Whether the code has made sure that a name does no harm where it goes; no test makes it fit to be read, but a path may be."""
        confided = self.flow.words.is_place(tail(ref)) if walk.confides else self.flow.vetting.vetted(ref.name, walk)
        return confided or self.flow.cuts.by_attribute(ref, walk)

    def attributes(self, use: Name, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What the attributes of a variable are set to, and what is put into them."""
        for attribute in use.set:
            inner = walk.taking(*attribute.rest) if attribute.rest else walk
            for bound in attribute.bound:
                yield from self.bound(bound, inner, seen)
            yield from self.additions(attribute.added, inner, seen)

    def variable(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A variable: what it was last bound to, what was put into it, what callers hand over for it."""
        use = self.uses.variable(name, walk.spot)
        if use.scope is None:
            yield from self.elsewhere(name, walk, seen)
            return
        inner = walk if use.spot is walk.spot else replace(walk, spot=use.spot)
        for bound in use.bound:
            yield from self.bound(bound, inner, seen)
        if use.parameter is not None:
            yield from self.flow.parameters.parameter(use.parameter, use.scope, inner, seen)
        if use.added is not NOTHING:
            yield from self.additions(use.added, inner, seen)
        if use.unbound:
            yield from self.elsewhere(name, walk, seen)

    def use(self, value: Value, spot: Spot, *, exactly: bool = False) -> tuple[object, ...]:
        """What tells the traces of one use of a value from those of another: of a plain name that no test is about, the assignments it sees."""
        bindings = self.resolver.bindings(spot.path)
        if exactly or not isinstance(value, Ref) or "." in value.name or value.name in bindings.compared:
            return value, spot
        scope, _ = owner(bindings, value.name, spot)
        if scope != spot.scope:
            return value.name, spot
        seen = bindings.reaching(bindings.names.get((scope, value.name), []), spot.block, spot.at)
        if any(binding.step >= spot.at for binding in seen):
            return value.name, spot
        certain = any(bindings.precedes(binding, spot.block, spot.at) for binding in seen)
        return (value.name, spot.path, scope, certain, *(binding.step for binding in seen))

    def bound(self, bound: Bound, walk: Walk, seen: Seen) -> Iterable[Trace]:
        """The traces of what an assignment binds."""
        return () if bound.value is None else self.flow.walk(bound.value, walk.onto(bound.spot, bound.place), seen)

    def additions(self, added: Added, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What is put into a container."""
        for put in added.put:
            if may_be_taken(put.key, walk.trail):
                yield from self.bound(put if walk.trail[:1] != (KEY,) else replace(put, value=put.key), walk.within(), seen)
        for given in added.given:
            if given.can_give(walk.trail):
                inner = (walk if given.merges else walk.within()).at(given.spot)
                for value in given.values:
                    yield from self.flow.walk(value, inner, seen)

    def elsewhere(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A name that another module binds."""
        number = seen.enters(Stop(walk.spot.path, name, walk.entry, walk.trail), walk.far)
        if number is None:
            return
        before, seen.at = seen.at, number
        for imported in self.resolver.bindings(walk.spot.path).imported.get(name, ()):
            target = self.resolver.modules.find(walk.spot.path, imported.module, imported.level)
            if imported.name is not None and target is not None and target in self.resolver.files:
                yield from self.variable(imported.name, walk.at(Spot(target, 0, 0, END)), seen)
        if walk.trail and not subscripted(walk.trail):
            for thing in self.resolver.names.head(name, walk.spot):
                yield from self.taken_of(thing, walk, seen)
        seen.at = before

    def taken_of(self, thing: Thing, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What is taken first of a module or class: a name bound there, a module inside it, an attribute."""
        name, *rest = walk.trail
        if isinstance(thing, Class):
            yield from self.flow.fields.field(thing, name, walk.left_with(*rest), seen)
        elif isinstance(thing, Module):
            inner = [module for module in self.resolver.names.module_attribute(thing.path, name) if isinstance(module, Module)]
            if inner and rest and not subscripted(tuple(rest)):
                yield from self.taken_of(inner[0], walk.left_with(*rest), seen)
            elif thing.path in self.resolver.files:
                yield from self.variable(name, walk.left_with(*rest).at(Spot(thing.path, 0, 0, END)), seen)
