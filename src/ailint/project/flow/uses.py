"""What one use of a variable sees, whoever asks: worked out once a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ailint.facts import Literal, Parameter, Place, Value
from ailint.project.flow.trace import Trail, subscripted, takes_by_name
from ailint.project.guards import guarded
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.project.bindings import Binding, Bindings
    from ailint.project.resolve import Resolver

MERGING = frozenset({"extend", "update"})
WRITING = "write"  # what is written to a file is no part of its other attributes

Holder = tuple[int, str]


class Bound(Struct, frozen=True, gc=False):
    """A value that a statement binds or puts under `key`, and where it does."""

    value: Value | None
    spot: Spot
    place: Place
    key: Value | None = None


class Given(Struct, frozen=True, gc=False):
    """The values that a call puts into a container: `items.append(value)`."""

    values: tuple[Value, ...]
    spot: Spot
    method: str

    @property
    def merges(self) -> bool:
        """Whether what the values hold becomes a part of the container, not the values themselves."""
        return self.method in MERGING

    def can_give(self, trail: Trail) -> bool:
        """Whether what a trail takes of the container can be from here: a sequence has no names, a file nothing but what is written to it."""
        if self.method == WRITING:
            return not trail or subscripted(trail)
        return self.method == "update" or not takes_by_name(trail)


class Added(Struct, frozen=True, gc=False):
    """What is put into a container."""

    put: tuple[Bound, ...] = ()
    given: tuple[Given, ...] = ()


NOTHING = Added()


class Variable(Struct, frozen=True, gc=False):
    """What a use of a plain name sees: the `scope` that binds it and the `spot` as seen from there, what is bound, handed in and put into it."""

    scope: int | None
    spot: Spot
    bound: tuple[Bound, ...] = ()
    parameter: Parameter | None = None
    added: Added = NOTHING
    unbound: bool = False


class Attributes(Struct, frozen=True, gc=False):
    """What a use sees of an attribute of a variable, and the `rest` that is taken of it."""

    bound: tuple[Bound, ...]
    added: Added
    rest: tuple[str, ...]


class Name(Struct, frozen=True, gc=False):
    """What a use of a dotted name sees.

    `listed`: the code has listed what it can be. `of_object`: its head is an object of a class of the project. `set` is what its attributes
    are set to, the longest first, and `settled` says that it can be nothing else.
    """

    head: str
    attributes: tuple[str, ...]
    listed: bool
    of_object: bool
    set: tuple[Attributes, ...] = ()
    settled: bool = False


class Field(Struct, frozen=True, gc=False):
    """What a class itself says of a field: what is bound to it, put into it, and the properties that give it."""

    bound: tuple[Bound, ...]
    added: Added
    properties: tuple[Function, ...]


class Uses:
    """Asked by the flow; nothing here depends on the question, so that everything is kept."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._names: dict[tuple[Spot, str], Name] = {}
        self._variables: dict[tuple[Spot, str], Variable] = {}
        self._fields: dict[tuple[Class, str], Field] = {}
        self._returned: dict[tuple[str, int], tuple[tuple[Value, Spot], ...]] = {}

    def name(self, dotted: str, spot: Spot) -> Name:
        """What a use of a dotted name sees."""
        key = spot, dotted
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = self.named(dotted, spot)
        return found

    def variable(self, name: str, spot: Spot) -> Variable:
        """What a use of a plain name sees."""
        key = spot, name
        found = self._variables.get(key)
        if found is None:
            found = self._variables[key] = self.seen(name, spot)
        return found

    def field(self, cls: Class, name: str) -> Field:
        """What a class itself says of a field."""
        key = cls, name
        found = self._fields.get(key)
        if found is None:
            found = self._fields[key] = self.said(cls, name)
        return found

    def returned(self, function: Function) -> tuple[tuple[Value, Spot], ...]:
        """The values that a function gives back or, of a generator, yields."""
        key = function.path, function.scope
        found = self._returned.get(key)
        if found is None:
            kind = "yield" if self.resolver.scope(function).is_generator else "return"
            found = self._returned[key] = tuple(self.resolver.bindings(function.path).written(function.scope, kind))
        return found

    # not yet kept

    def named(self, dotted: str, spot: Spot) -> Name:
        """The same as `name`."""
        head, *attributes = dotted.split(".")
        bindings = self.resolver.bindings(spot.path)
        listed = guarded(bindings, dotted, spot)
        of_object = bindings.method_owner(spot.scope, head) is not None
        if listed or not attributes or of_object:
            return Name(head, tuple(attributes), listed, of_object)
        found = []
        for cut in range(len(attributes), 0, -1):
            holder = bindings.holder(spot.scope, ".".join((head, *attributes[:cut])))
            assigned = bindings.dotted.get(holder, [])
            near = [binding for binding in assigned if binding.scope == spot.scope and spot.at != END]
            seen = bindings.reaching(near, spot.block, spot.at) if near else assigned
            added = self.added(holder, spot)
            if seen or added is not NOTHING:
                found.append(Attributes(self.bound(spot.path, seen), added, tuple(attributes[cut:])))
            if any(bindings.precedes(binding, spot.block, spot.at) for binding in near):
                return Name(head, tuple(attributes), listed, of_object=False, set=tuple(found), settled=True)
        return Name(head, tuple(attributes), listed, of_object=False, set=tuple(found))

    def seen(self, name: str, spot: Spot) -> Variable:
        """The same as `variable`."""
        bindings = self.resolver.bindings(spot.path)
        scope, inner = owner(bindings, name, spot)
        if scope is None:
            return Variable(None, inner)
        assigned: Sequence[Binding] = bindings.names.get((scope, name), [])
        if assigned and scope == inner.scope and inner.at != END:
            assigned = bindings.reaching(assigned, inner.block, inner.at)
        parameter = bindings.parameters.get((scope, name))
        unbound = not assigned and parameter is None
        if any(bindings.precedes(binding, inner.block, inner.at) for binding in assigned):
            parameter = None
        return Variable(scope, inner, self.bound(spot.path, assigned), parameter, self.added((scope, name), inner), unbound)

    def said(self, cls: Class, name: str) -> Field:
        """The same as `field`."""
        bindings = self.resolver.bindings(cls.path)
        assigned = (*bindings.attributes.get((cls.scope, name), ()), *bindings.names.get((cls.scope, name), ()))
        methods = (Function(cls.path, method) for method in bindings.members.get((cls.scope, name), ()))
        properties = tuple(method for method in methods if self.resolver.is_property(method))
        return Field(self.bound(cls.path, assigned), self.added((cls.scope, f".{name}"), Spot(cls.path, cls.scope, 0, END)), properties)

    def bound(self, path: str, assigned: Iterable[Binding]) -> tuple[Bound, ...]:
        """What assignments bind, annotations without a value left out."""
        return tuple(self.binding(path, binding) for binding in assigned if binding.value is not None)

    def binding(self, path: str, binding: Binding, key: Value | None = None) -> Bound:
        """What one assignment binds."""
        facts = self.resolver.files[path]
        place = Place(path, facts.steps[binding.step].span, facts.scopes[binding.scope].symbol)
        return Bound(binding.value, Spot(path, binding.scope, binding.block, binding.step), place, key)

    def added(self, holder: Holder, spot: Spot) -> Added:
        """What is put into a container where it may be the one that is used: `d[key] = value`, `items.append(value)`."""
        bindings = self.resolver.bindings(spot.path)
        put, called = bindings.items.get(holder, ()), bindings.additions.get(holder, ())
        if not put and not called:
            return NOTHING
        here = reaching(bindings, holder, spot)
        puts = (*(self.binding(spot.path, binding, key) for key, binding in put), *self.keyed(bindings, called))
        given = self.given(bindings, called)
        return Added(
            tuple(one for one in puts if meet(here, reaching(bindings, holder, one.spot))),
            tuple(one for one in given if meet(here, reaching(bindings, holder, one.spot))),
        )

    def keyed(self, bindings: Bindings, called: Iterable[tuple[int, str]]) -> Iterator[Bound]:
        """What calls of a dictionary's methods put under a key: `d.setdefault(key, value)`, `d.update(name=value)`."""
        for index, method in called:
            call = bindings.facts.calls[index]
            place = Place(bindings.path, call.span, bindings.facts.scopes[call.scope].symbol)
            pairs = [call.args[:2]] if method == "setdefault" and len(call.args) > 1 else []
            pairs += [(Literal(name), value) for name, value in call.keywords] if method == "update" else []
            for key, value in pairs:
                yield Bound(value, self.resolver.spot(CallRef(bindings.path, index)), place, key)

    def given(self, bindings: Bindings, called: Iterable[tuple[int, str]]) -> Iterator[Given]:
        """What calls of a container's methods put into it under no key that they name."""
        for index, method in called:
            call = bindings.facts.calls[index]
            values = (*call.args, *call.spreads) if method == "update" else (*call.args, *(value for _, value in call.keywords))
            if method != "setdefault":
                yield Given(values, self.resolver.spot(CallRef(bindings.path, index)), method)


def owner(bindings: Bindings, name: str, spot: Spot) -> tuple[int | None, Spot]:
    """The scope that binds a name, and the spot as seen from it."""
    scope = spot.scope
    while scope >= 0:
        here = bindings.facts.scopes[scope]
        bound = (scope, name) in bindings.names or (scope, name) in bindings.parameters
        if bound and (here.kind != "class" or scope == spot.scope):
            return scope, spot if scope == spot.scope else Spot(spot.path, scope, 0, END)
        scope = here.parent
    return None, spot


def reaching(bindings: Bindings, holder: Holder, spot: Spot) -> set[int]:
    """The steps of the assignments that a use of a local variable may see; empty where it cannot be told."""
    scope, name = holder
    if scope != spot.scope or spot.at == END or "." in name:
        return set()
    return {binding.step for binding in bindings.reaching(bindings.names.get(holder, []), spot.block, spot.at)}


def meet(here: set[int], there: set[int]) -> bool:
    """Whether a variable may hold the same object at two places: `f` of another `with` is another file."""
    return not here or not there or bool(here & there)
