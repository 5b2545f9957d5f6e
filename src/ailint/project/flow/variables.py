"""Variables: what they were last bound to, what was put into them, what another module binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.project.bindings import END, Binding
from ailint.project.flow.trace import Seen, Trace, Walk, may_be_taken
from ailint.project.guards import guarded
from ailint.project.things import CallRef, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Ref
    from ailint.project.flow.engine import Flow

ADDING = frozenset({"append", "extend", "insert", "add", "update", "appendleft", "put", "put_nowait", "write", "setdefault"})


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
        if guarded(bindings, ref.name, walk.spot):
            return
        if attributes and bindings.method_owner(walk.spot.scope, head) is not None:
            yield from self.flow.fields.member(head, attributes, walk, seen)
        else:
            yield from self.variable(head, walk.taking(*attributes) if attributes else walk, seen)

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
        overwritten = any(not b.augments and b.block in set(bindings.ancestors(spot.block)) and b.step < spot.at for b in assigned)
        parameter = next((p for p in bindings.facts.scopes[scope].parameters if p.name == name), None)
        if parameter is not None and not overwritten:
            yield from self.flow.parameters.parameter(parameter, scope, inner, seen)
        yield from self.additions(name, replace(walk, spot=Spot(spot.path, scope, spot.block, spot.at)), seen)
        if not assigned and parameter is None:
            yield from self.elsewhere(name, walk, seen)

    def owner(self, name: str, spot: Spot) -> tuple[int | None, Spot]:
        """The scope that binds a name, and the spot as seen from it."""
        bindings = self.resolver.bindings(spot.path)
        scope = spot.scope
        while scope >= 0:
            here = bindings.facts.scopes[scope]
            bound = (scope, name) in bindings.names or any(p.name == name for p in here.parameters)
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

    def additions(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What is put into a container: `d[key] = value`, `items.append(value)`."""
        bindings = self.resolver.bindings(walk.spot.path)
        for key, binding in bindings.items.get((walk.spot.scope, name), ()):
            if may_be_taken(key, walk.trail):
                yield from self.bound(binding, walk.within(), seen)
        for index, verb in bindings.method_calls.get((walk.spot.scope, name), ()):
            if verb in ADDING:
                call = bindings.facts.calls[index]
                inner = walk.within().at(self.resolver.spot(CallRef(walk.spot.path, index)))
                for value in (*call.args, *(value for _, value in call.keywords)):
                    yield from self.flow.walk(value, inner, seen)

    def elsewhere(self, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A name that another module binds."""
        bindings = self.resolver.bindings(walk.spot.path)
        for imported in [i for (_, alias), found in bindings.imports.items() if alias == name for i in found]:
            if imported.name is None:
                continue
            target = self.resolver.modules.find(walk.spot.path, imported.module, imported.level)
            if target is not None and target in self.resolver.files:
                yield from self.variable(imported.name, walk.at(Spot(target, 0, 0, END)), seen)
