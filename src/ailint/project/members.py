"""Attributes and items: of objects, classes, modules, dictionaries and lists that are already resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Comprehension, Item, Literal, Mapping, Ref, Unknown, Value
from ailint.project.iteration import unrolled
from ailint.project.structure import END
from ailint.project.things import (
    UNKNOWN,
    CallRef,
    Class,
    Data,
    Environment,
    External,
    Function,
    Instance,
    Module,
    Opaque,
    Spot,
    Thing,
    Things,
    distinct,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Binding
    from ailint.project.resolve import Resolver

DEEPEST_BASES = 8
WRAPPERS = frozenset({"typing.Optional", "typing.Union", "typing.Annotated", "typing_extensions.Annotated"})
PROPERTIES = frozenset({"property", "functools.cached_property", "builtins.property", "cached_property"})


class Members:
    """Asked by the resolver for attributes and items."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._lineages: dict[Class, tuple[Class | External, ...]] = {}

    def attribute(self, things: Things, name: str) -> Things:
        """An attribute of what may be several things; None among them does not count."""
        if len(things) == 1:
            return self.attribute_of(things[0], name) or UNKNOWN
        useful = (thing for thing in things if not (isinstance(thing, Data) and thing.is_none))
        return distinct(found for thing in useful for found in self.attribute_of(thing, name))

    def attribute_of(self, thing: Thing, name: str) -> Things:
        """An attribute of one thing."""
        match thing:
            case External(origin=origin, makers=makers, complete=complete, chain=chain):
                return (External(f"{origin}.{name}", makers, complete, chain),)
            case Module(path=path):
                return self.resolver.names.module_attribute(path, name)
            case Class():
                return self.member(thing, name, thing)
            case Instance(cls=cls):
                return self.member(cls, name, thing)
            case _:
                return UNKNOWN

    def member(self, cls: Class, name: str, owner: Instance | Class) -> Things:
        """A member of a project class as seen from an object, or from the class itself."""
        return self.resolver.once((cls, name, owner), self.member_things(cls, name, owner))

    def member_things(self, cls: Class, name: str, owner: Instance | Class) -> Iterator[Thing]:
        """What a class says of a member, else what its bases say, nearest first."""
        for base in self.lineage(cls):
            if isinstance(base, External):
                maker = owner.maker if isinstance(owner, Instance) else None
                yield External(f"{base.origin}.{name}", (maker,) if maker else (), maker is not None)
                return
            found = tuple(self.own_member(base, name, owner))
            if found:
                yield from found
                return
        yield Opaque(f"no member {name}")

    def own_member(self, cls: Class, name: str, owner: Instance | Class) -> Iterator[Thing]:
        """What one class itself says of a member: what instances are given, fields, methods."""
        bindings = self.resolver.bindings(cls.path)
        given = self.constructed_with(name, owner)
        yield from given
        for binding in bindings.attributes.get((cls.scope, name), ()):
            yield from self.resolver.names.bound(binding, cls.path)
        if not given:
            for binding in bindings.names.get((cls.scope, name), ()):
                yield from self.field(binding, cls.path)
        for index in bindings.members.get((cls.scope, name), ()):
            function = Function(cls.path, index, owner)
            if isinstance(owner, Instance) and self.is_property(function):
                yield from self.resolver.results.returned(function)
            else:
                yield self.resolver.names.definition(cls.path, index) if bindings.facts.scopes[index].kind == "class" else function

    def constructed_with(self, name: str, owner: Instance | Class) -> Things:
        """The keyword of the constructor that fills a field of the same name, for classes whose `__init__` nobody wrote."""
        if not isinstance(owner, Instance) or owner.maker is None or self.own_init(owner.cls):
            return ()
        for keyword, value in self.resolver.call(owner.maker).keywords:
            if keyword == name:
                return self.resolver.things(value, self.resolver.spot(owner.maker))
        return ()

    def own_init(self, cls: Class) -> int | None:
        """The `__init__` of a class or its project bases, as a scope; None where nobody wrote one."""
        for base in self.lineage(cls):
            if isinstance(base, Class):
                found = self.resolver.bindings(base.path).members.get((base.scope, "__init__"))
                if found:
                    return found[0]
        return None

    def field(self, binding: Binding, path: str) -> Iterator[Thing]:
        """A class-level name; the default of a declared field (`Field(default=…)`) is its value."""
        if isinstance(binding.value, CallResult):
            ref = CallRef(path, binding.value.call)
            if any(self.resolver.has_role(thing, "settings.field") for thing in self.resolver.callee(ref)):
                yield from self.field_default(ref, binding, path)
                return
        yield from self.resolver.names.bound(binding, path)

    def field_default(self, ref: CallRef, binding: Binding, path: str) -> Iterator[Thing]:
        """What a declared field is without its keyword: its default, its factory's result, an object of its annotation."""
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        named = dict(call.keywords)
        default = named.get("default", call.args[0] if call.args else None)
        factory = named.get("default_factory")
        if factory is not None:
            for thing in self.resolver.things(factory, spot):
                yield from self.resolver.results.called(thing, ref)
        elif default is not None and not (isinstance(default, Ref) and default.name == "..."):
            yield from self.resolver.things(default, spot)
        if binding.annotation is not None:
            yield from self.resolver.signatures.annotated(binding.annotation, Spot(path, binding.scope, binding.block, binding.step))

    def is_property(self, function: Function) -> bool:
        """Whether a method is read like an attribute."""
        scope = self.resolver.scope(function)
        spot = Spot(function.path, scope.parent, scope.block, END)
        return any(
            isinstance(thing, External) and thing.origin in PROPERTIES
            for decorator in scope.decorators
            for thing in self.resolver.things(decorator, spot)
        )

    def lineage(self, cls: Class) -> tuple[Class | External, ...]:
        """A class and its bases, nearest first, depth first; bases outside the project as externals."""
        found = self._lineages.get(cls)
        if found is None:
            cuts = self.resolver.cuts
            found = tuple(self.bases(cls))
            if self.resolver.is_final(cuts):
                self._lineages[cls] = found
        return found

    def bases(self, cls: Class, depth: int = 0) -> Iterator[Class | External]:
        """The same, not yet kept."""
        yield cls
        if depth > DEEPEST_BASES:
            return
        scope = self.resolver.scope(cls)
        for base in scope.bases:
            for thing in self.resolver.things(base, Spot(cls.path, scope.parent, scope.block, END)):
                if isinstance(thing, Class) and thing != cls:
                    yield from self.bases(thing, depth + 1)
                elif isinstance(thing, External):
                    yield thing

    def item(self, base: Value, key: Value, spot: Spot) -> Things:
        """`base[key]`, what was put there by assignment included."""
        iterated = unrolled(self.resolver.files[spot.path].calls, base, key)
        if iterated is not None:
            return self.resolver.things(iterated, spot)
        if isinstance(base, CallResult) and isinstance(key, Unknown) and self.generates(CallRef(spot.path, base.call)):
            return self.resolver.things(base, spot)
        return self.resolver.once(("item", base, key, spot), self.item_things(base, key, spot))

    def item_things(self, base: Value, key: Value, spot: Spot) -> Iterator[Thing]:
        """What the owner holds under the key, and what is put there in the same function."""
        for owner in self.resolver.things(base, spot):
            if isinstance(owner, External) and owner.origin in WRAPPERS:
                yield Data(Item(base, key), spot)
            else:
                yield from self.item_of(owner, key)
        if isinstance(base, Ref):
            bindings = self.resolver.bindings(spot.path)
            for written, binding in bindings.items.get(bindings.holder(spot.scope, base.name), ()):
                if same_key(written, key) and binding.value is not None:
                    yield from self.resolver.things(binding.value, Spot(spot.path, binding.scope, binding.block, binding.step))

    def generates(self, ref: CallRef) -> bool:
        """Whether a call gives a generator, whose result stands for what it yields."""
        return any(isinstance(thing, Function) and self.resolver.scope(thing).is_generator for thing in self.resolver.callee(ref))

    def item_of(self, owner: Thing, key: Value) -> Things:
        """An item of one thing; nothing where the thing is seen whole and does not have it."""
        match owner:
            case External(origin="os.environ") if isinstance(key, Literal):
                return (Environment(str(key.value)),)
            case External(origin=origin, makers=makers, complete=complete):
                return (External(f"{origin}[]", makers, complete),)
            case Data(value=Mapping(entries=entries), spot=spot):
                chosen = [value for name, value in entries if name is not None and same_key(name, key)]
                spread = [Item(value, key) for name, value in entries if name is None]
                return tuple(thing for value in (*chosen, *spread) for thing in self.resolver.things(value, spot))
            case Data(value=Collection(items=items), spot=spot):
                return tuple(thing for value in indexed(items, key) for thing in self.resolver.things(value, spot))
            case Data(value=Comprehension(element=element, block=block), spot=spot):
                return self.resolver.things(element, Spot(spot.path, spot.scope, block, spot.at))
            case _:
                return UNKNOWN


def same_key(written: Value, asked: Value) -> bool:
    """Whether two subscripts can be the same: unless both are constants and differ."""
    return not (isinstance(written, Literal) and isinstance(asked, Literal)) or written.value == asked.value


def indexed(items: tuple[Value, ...], key: Value) -> tuple[Value, ...]:
    """The items of a sequence that a subscript can mean."""
    if isinstance(key, Literal) and isinstance(key.value, int) and -len(items) <= key.value < len(items):
        return (items[key.value],)
    return items
