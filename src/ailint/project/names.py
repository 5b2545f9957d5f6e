"""What a name of a file stands for: by scope, binding and import."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.project.structure import END
from ailint.project.things import UNKNOWN, Class, Data, External, Function, Module, Opaque, Spot, Thing, Things, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import Import
    from ailint.project.bindings import Binding, Bindings, Ways
    from ailint.project.resolve import Resolver

BUILTINS = frozenset(vars(builtins))


def use(assigned: Sequence[Binding], spot: Spot) -> object:
    """What tells one use of a name from another: the assignments that it sees and, where it stands in a loop with one, its place."""
    steps = tuple([binding.step for binding in assigned])
    return steps if all(step < spot.at for step in steps) else (spot.block, spot.at)


class Names:
    """Asked by the resolver for names; asks it for values."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._taken: dict[tuple[Things, str], Things] = {}

    def look_up(self, dotted: str, spot: Spot) -> Things:
        """A dotted name: its head, then attribute by attribute."""
        head, _, rest = dotted.partition(".")
        if not rest:
            return self.head(head, spot)
        given, certain = self.given(dotted, spot)
        if certain:
            return given
        taken = self.taken(self.head(head, spot), rest)
        return distinct((*given, *taken)) if given else taken

    def taken(self, things: Things, dotted: str) -> Things:
        """What is reached from things, attribute by attribute."""
        key = things, dotted
        found = self._taken.get(key)
        if found is None:
            cuts, found = self.resolver.cuts, things
            for attribute in dotted.split("."):
                found = self.resolver.members.attribute(found, attribute)
            if self.resolver.is_final(cuts):
                self._taken[key] = found
        return found

    def given(self, dotted: str, spot: Spot) -> tuple[Things, bool]:
        """What the attribute of a variable was set to, `answer.text = …`, and whether it certainly was."""
        bindings = self.resolver.bindings(spot.path)
        parts = dotted.split(".")
        if parts[1] not in bindings.set_attributes:
            return (), False
        for cut in range(len(parts), 1, -1):
            holder = bindings.holder(spot.scope, ".".join(parts[:cut]))
            written = bindings.dotted.get(holder)
            if written:
                near = [binding for binding in written if binding.scope == spot.scope and spot.at != END]
                assigned = bindings.reaching(near, spot.block, spot.at) if near else written
                certain = bool(near) and any(bindings.precedes(binding, spot.block, spot.at) for binding in assigned)
                key = (spot.path, holder, spot.block, spot.at)
                things = self.resolver.once(key, (thing for binding in assigned for thing in self.bound(binding, spot.path)))
                return self.taken(things, ".".join(parts[cut:])) if parts[cut:] else things, certain
        return (), False

    def head(self, name: str, spot: Spot) -> Things:
        """A name without attributes, looked for from its scope outwards; class bodies are seen by their own statements only."""
        bindings = self.resolver.bindings(spot.path)
        ways = bindings.ways(spot.scope, name)
        if ways is None:
            return self.outermost(name, spot.path)
        if ways.scope == spot.scope and ways.assigned and spot.at != END:
            return self.local(bindings, name, ways, spot)
        return self.anywhere(spot.path, name, ways)

    def outermost(self, name: str, path: str) -> Things:
        """A name from a star import, or a builtin."""
        for star in self.resolver.bindings(path).stars:
            target = self.resolver.modules.find(path, star.module, star.level)
            if target and not target.endswith("/") and target in self.resolver.files and target != path:
                found = self.module_attribute(target, name)
                if found != UNKNOWN:
                    return found
        return (External(f"builtins.{name}"),) if name in BUILTINS else UNKNOWN

    def local(self, bindings: Bindings, name: str, ways: Ways, spot: Spot) -> Things:
        """What a variable is where its own function uses it: what it was last given."""
        assigned, parameter = bindings.reaching(ways.assigned, spot.block, spot.at), ways.parameter
        if parameter and any(bindings.precedes(binding, spot.block, spot.at) for binding in assigned):
            parameter = None
        key = (spot.path, spot.scope, name, use(assigned, spot), parameter is None)
        known = self.resolver.known(key)
        if known is not None:
            return known
        return self.resolver.once(key, self.alternatives(spot.path, replace(ways, assigned=assigned, parameter=parameter)))

    def anywhere(self, path: str, name: str, ways: Ways) -> Things:
        """What a name of a scope is to those who use it from elsewhere: all that it is ever given."""
        key = path, ways.scope, name, END
        known = self.resolver.known(key)
        return self.resolver.once(key, self.alternatives(path, ways)) if known is None else known

    def alternatives(self, path: str, ways: Ways) -> Iterator[Thing]:
        """What a name may be, by each way that binds it."""
        for binding in ways.assigned:
            yield from self.bound(binding, path)
        if ways.parameter:
            yield from self.resolver.signatures.parameter(path, ways.scope, ways.parameter)
        for member in ways.members:
            yield self.definition(path, member)
        for imported in ways.imports:
            yield from self.imported(path, imported)

    def definition(self, path: str, scope: int) -> Thing:
        """The class or function of a scope."""
        return Class(path, scope) if self.resolver.files[path].scopes[scope].kind == "class" else Function(path, scope)

    def bound(self, binding: Binding, path: str) -> Things:
        """What an assignment binds: its value or, where that tells nothing, an object of the annotation."""
        spot = Spot(path, binding.scope, binding.block, binding.step)
        if binding.augments:
            return UNKNOWN
        found = self.resolver.things(binding.value, spot) if binding.value is not None else ()
        if binding.annotation is not None and not any(not isinstance(t, Opaque) and not (isinstance(t, Data) and t.is_none) for t in found):
            return (*self.resolver.signatures.annotated(binding.annotation, spot), *found) or UNKNOWN
        return found or UNKNOWN

    def imported(self, path: str, imported: Import) -> Things:
        """What an import binds."""
        if imported.name is None:
            module = imported.module if imported.alias != imported.module else imported.module.partition(".")[0]
            target = self.resolver.modules.find(path, module)
            return (Module(target),) if target else (External(module),)
        target = self.resolver.modules.find(path, imported.module, imported.level)
        if target:
            return self.module_attribute(target, imported.name)
        return UNKNOWN if imported.level else (External(f"{imported.module}.{imported.name}"),)

    def module_attribute(self, path: str, name: str) -> Things:
        """A name of a module: bound there, a module inside it, or from a star import there."""
        if not path.endswith("/") and path in self.resolver.files:
            ways = self.resolver.bindings(path).ways(0, name)
            if ways is not None:
                return self.anywhere(path, name, ways)
        inner = self.resolver.modules.submodule(path, name)
        if inner:
            return (Module(inner),)
        return self.starred(path, name) if path in self.resolver.files else UNKNOWN

    def starred(self, path: str, name: str) -> Things:
        """A name that a module takes from its star imports."""
        if not self.resolver.bindings(path).stars:
            return UNKNOWN
        return self.resolver.once((path, "*", name), self.starred_things(path, name))

    def starred_things(self, path: str, name: str) -> Iterator[Thing]:
        """The same, not yet kept."""
        yield from self.outermost(name, path)
