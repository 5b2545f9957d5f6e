"""Variables: what they were last bound to, what was put into them, what another module binds."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import Ref
from ailint.project.bindings import END, Binding
from ailint.project.flow.trace import KEY, Seen, Trace, Walk, may_be_taken, subscripted
from ailint.project.guards import guarded
from ailint.project.things import CallRef, Class, Module, Spot, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project.flow.engine import Flow

ADDING = frozenset({"append", "extend", "insert", "add", "update", "appendleft", "put", "put_nowait", "write", "setdefault"})
WRITING = "write"  # what is written to a file is no part of its other attributes


class Variables:
    """Asked by the flow for names."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver

    def name(self, ref: Ref, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A name with what is taken of it: nothing where the code has listed what it can be."""
        head, *attributes = ref.name.split(".")
        key = (walk.spot, ref.name, walk.stack, walk.trail)
        if key in seen:
            return
        seen.add(key)
        bindings = self.resolver.bindings(walk.spot.path)
        if self.is_harmless(ref, walk):
            return
        sent = self.flow.inputs.named(ref, walk)
        if sent is not None:
            yield sent
            return
        if bindings.method_owner(walk.spot.scope, head) is not None and (attributes or (walk.trail and not subscripted(walk.trail))):
            yield from self.flow.fields.member(head, attributes or [walk.trail[0]], walk if attributes else walk.left_with(*walk.trail[1:]), seen)
            return
        for cut in range(len(attributes), 0, -1):
            name = ".".join((head, *attributes[:cut]))
            yield from self.attribute(name, walk.taking(*attributes[cut:]) if attributes[cut:] else walk, seen)
            if self.is_set(name, walk.spot):
                return
        yield from self.variable(head, walk.taking(*attributes) if attributes else walk, seen)

    def is_harmless(self, ref: Ref, walk: Walk) -> bool:
        """Whether the code has listed what a name can be, or made sure that it does no harm where it goes; to be read, no test makes it fit."""
        if guarded(self.resolver.bindings(walk.spot.path), ref.name, walk.spot) or self.flow.cuts.by_attribute(ref, walk):
            return True
        return not walk.confides and self.flow.vetting.vetted(ref.name, walk)

    def attribute(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What the attribute of a variable is set to, and what is put into it."""
        bindings = self.resolver.bindings(walk.spot.path)
        holder = bindings.holder(walk.spot.scope, name)
        assigned = bindings.dotted.get(holder, [])
        near = [binding for binding in assigned if binding.scope == walk.spot.scope and walk.spot.at != END]
        for binding in bindings.reaching(near, walk.spot.block, walk.spot.at) if near else assigned:
            yield from self.bound(binding, walk, seen)
        yield from self.additions(holder, walk, seen)

    def is_set(self, name: str, spot: Spot) -> bool:
        """Whether an attribute has been set on every way to the spot."""
        bindings = self.resolver.bindings(spot.path)
        assigned = bindings.dotted.get(bindings.holder(spot.scope, name), ())
        return any(bindings.precedes(binding, spot.block, spot.at) for binding in assigned if binding.scope == spot.scope and spot.at != END)

    def variable(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A variable: what it was last bound to, what was put into it, what callers hand over for it."""
        bindings = self.resolver.bindings(walk.spot.path)
        scope, spot = self.owner(name, walk.spot)
        if scope is None:
            yield from self.elsewhere(name, walk, seen)
            return
        inner = replace(walk, spot=spot)
        assigned = bindings.names.get((scope, name), [])
        if assigned and scope == spot.scope and spot.at != END:
            assigned = bindings.reaching(assigned, spot.block, spot.at)
        for binding in assigned:
            yield from self.bound(binding, inner, seen)
        parameter = bindings.parameters.get((scope, name))
        if parameter is not None and not any(bindings.precedes(binding, spot.block, spot.at) for binding in assigned):
            yield from self.flow.parameters.parameter(parameter, scope, inner, seen)
        yield from self.additions((scope, name), inner, seen)
        if not assigned and parameter is None:
            yield from self.elsewhere(name, walk, seen)

    def use(self, value: Value, spot: Spot, *, exactly: bool = False) -> tuple[object, ...]:
        """What tells the traces of one use of a value from those of another: of a plain name that no test is about, the assignments it sees."""
        bindings = self.resolver.bindings(spot.path)
        if exactly or not isinstance(value, Ref) or "." in value.name or value.name in bindings.compared:
            return value, spot
        scope, _ = self.owner(value.name, spot)
        if scope != spot.scope:
            return value.name, spot
        seen = bindings.reaching(bindings.names.get((scope, value.name), []), spot.block, spot.at)
        if any(binding.step >= spot.at for binding in seen):
            return value.name, spot
        certain = any(bindings.precedes(binding, spot.block, spot.at) for binding in seen)
        return (value.name, spot.path, scope, certain, *(binding.step for binding in seen))

    def owner(self, name: str, spot: Spot) -> tuple[int | None, Spot]:
        """The scope that binds a name, and the spot as seen from it."""
        bindings = self.resolver.bindings(spot.path)
        scope = spot.scope
        while scope >= 0:
            here = bindings.facts.scopes[scope]
            bound = (scope, name) in bindings.names or (scope, name) in bindings.parameters
            if bound and (here.kind != "class" or scope == spot.scope):
                return scope, spot if scope == spot.scope else Spot(spot.path, scope, 0, END)
            scope = here.parent
        return None, spot

    def bound(self, binding: Binding, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """The traces of what an assignment binds."""
        if binding.value is None:
            return
        spot = Spot(walk.spot.path, binding.scope, binding.block, binding.step)
        step = self.resolver.files[spot.path].steps[binding.step]
        yield from self.flow.walk(binding.value, walk.at(spot).passing(self.flow.place(spot, step.span)), seen)

    def additions(self, holder: tuple[int, str], walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What is put into a container: `d[key] = value`, `items.append(value)`."""
        bindings = self.resolver.bindings(walk.spot.path)
        put, called = bindings.items.get(holder, ()), bindings.method_calls.get(holder, ())
        if not put and not called:
            return
        here = self.reaching(holder, walk.spot)
        for key, binding in put:
            spot = Spot(walk.spot.path, binding.scope, binding.block, binding.step)
            if may_be_taken(key, walk.trail) and meet(here, self.reaching(holder, spot)):
                yield from self.bound(binding if walk.trail[:1] != (KEY,) else dataclasses.replace(binding, value=key), walk.within(), seen)
        for index, verb in called:
            spot = self.resolver.spot(CallRef(walk.spot.path, index))
            if verb in ADDING and (verb != WRITING or not walk.trail or subscripted(walk.trail)) and meet(here, self.reaching(holder, spot)):
                call = bindings.facts.calls[index]
                for value in (*call.args, *(value for _, value in call.keywords)):
                    yield from self.flow.walk(value, walk.within().at(spot), seen)

    def reaching(self, holder: tuple[int, str], spot: Spot) -> set[int]:
        """The steps of the assignments that a use of a local variable may see; empty where it cannot be told."""
        scope, name = holder
        if scope != spot.scope or spot.at == END:
            return set()
        bindings = self.resolver.bindings(spot.path)
        return {binding.step for binding in bindings.reaching(bindings.names.get(holder, []), spot.block, spot.at)} if "." not in name else set()

    def elsewhere(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A name that another module binds."""
        key = ("elsewhere", walk.spot.path, name, walk.stack, walk.trail)
        if key in seen:
            return
        seen.add(key)
        bindings = self.resolver.bindings(walk.spot.path)
        for imported in [i for (_, alias), found in bindings.imports.items() if alias == name for i in found]:
            if imported.name is None:
                continue
            target = self.resolver.modules.find(walk.spot.path, imported.module, imported.level)
            if target is not None and target in self.resolver.files:
                yield from self.variable(imported.name, walk.at(Spot(target, 0, 0, END)), seen)
        if walk.trail and not subscripted(walk.trail):
            for thing in self.resolver.names.head(name, walk.spot):
                yield from self.taken_of(thing, walk, seen)

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


def meet(here: set[int], there: set[int]) -> bool:
    """Whether a variable may hold the same object at two places: `f` of another `with` is another file."""
    return not here or not there or bool(here & there)
