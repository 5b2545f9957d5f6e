"""Keyword dictionaries: what `**params` certainly and possibly carries, however it was put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Choice, Item, Literal, Mapping, Operation, Parameter, Ref, Spread, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, Data, Environment, External, Function, Instance, Spot, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver

DEEPEST = 12


@dataclass(slots=True)
class Entries:
    """Keys and their values; `open` where more keys may be there than are seen."""

    values: dict[str, list[tuple[Value, Spot]]] = field(default_factory=dict)
    open: bool = False

    def put(self, key: str, value: Value, spot: Spot) -> None:
        """One more value that a key may have."""
        self.values.setdefault(key, []).append((value, spot))

    def merge(self, other: Entries) -> None:
        """Take in the entries of another dictionary, beside those that are there."""
        for key, values in other.values.items():
            there = self.values.setdefault(key, [])
            there += [value for value in values if value not in there]
        self.open = self.open or other.open


class EntryReader:
    """Follows a dictionary to where it is written."""

    def __init__(self, resolver: Resolver, serialisers: frozenset[str]) -> None:
        self.resolver = resolver
        self.serialisers = serialisers
        self._known: dict[tuple[Value, Spot], Entries] = {}

    def read(self, value: Value, spot: Spot, depth: int = 0) -> Entries:
        """The entries of a dictionary value; those of names and calls are found out once."""
        if isinstance(value, Ref | CallResult):
            key = value, spot
            if key not in self._known:
                self._known[key] = Entries(open=True)
                self._known[key] = self.found(value, spot, depth)
            return self._known[key]
        return self.found(value, spot, depth)

    def found(self, value: Value, spot: Spot, depth: int) -> Entries:
        """The entries, worked out."""
        found = Entries()
        if depth > DEEPEST:
            found.open = True
            return found
        match value:
            case Mapping(entries=entries):
                self.display(entries, spot, found, depth)
            case Choice(options=options) | Operation(operator="|", operands=options):
                for option in options:
                    found.merge(self.read(option, spot, depth + 1))
            case Spread(value=inner):
                found.merge(self.read(inner, spot, depth + 1))
            case Ref():
                self.named(value, spot, found, depth)
            case CallResult(call=call):
                self.called(CallRef(spot.path, call), found, depth)
            case Attribute() | Item():
                self.followed(self.resolver.things(value, spot), found, depth)
            case Literal(value=None):
                pass
            case _:
                found.open = True
        return found

    def display(self, entries: tuple[tuple[Value | None, Value], ...], spot: Spot, found: Entries, depth: int) -> None:
        """The entries of a dictionary display, spreads included."""
        for key, value in entries:
            if key is None:
                found.merge(self.read(value, spot, depth + 1))
            elif isinstance(key, Literal):
                found.put(str(key.value), value, spot)
            else:
                self.computed_key(key, value, spot, found)

    def computed_key(self, key: Value, value: Value, spot: Spot, found: Entries) -> None:
        """An entry whose key is a name: known where the name is a constant."""
        things = self.resolver.things(key, spot)
        for thing in things:
            if isinstance(thing, Data) and isinstance(thing.value, Literal):
                found.put(str(thing.value.value), value, spot)
            else:
                found.open = True

    def named(self, name: Ref, spot: Spot, found: Entries, depth: int) -> None:
        """A variable: what it is bound to, then what is put into it."""
        resolver = self.resolver
        bindings = resolver.bindings(spot.path)
        scope = spot.scope
        assigned = [] if "." in name.name else bindings.names.get((scope, name.name), [])
        parameter = next((p for p in bindings.facts.scopes[scope].parameters if p.name == name.name), None)
        reaching = bindings.reaching(assigned, spot.block, spot.at) if assigned else []
        for binding in reaching:
            if binding.value is not None and binding.step != spot.at:  # `d = d | {…}` in a loop reads what it binds
                found.merge(self.read(binding.value, Spot(spot.path, scope, binding.block, binding.step), depth + 1))
        if parameter and not reaching:
            self.parameter(parameter, spot, found, depth)
        elif not reaching:
            self.followed(resolver.things(name, spot), found, depth)
        self.additions(name.name, spot, found, depth)

    def additions(self, name: str, spot: Spot, found: Entries, depth: int) -> None:
        """`d[key] = value`, `d.update(…)`, `d.setdefault(key, value)`, `d |= …`, in whatever function of the file."""
        bindings = self.resolver.bindings(spot.path)
        holder = bindings.holder(spot.scope, name)
        for key, binding in bindings.items.get(holder, ()):
            if binding.value is not None:
                self.display(((key, binding.value),), Spot(spot.path, binding.scope, binding.block, binding.step), found, depth)
        for index, method in bindings.additions.get(holder, ()):
            call = bindings.facts.calls[index]
            here = Spot(spot.path, call.scope, call.block, call.step)
            if method == "update":
                for argument in (*call.args, *call.spreads):
                    found.merge(self.read(argument, here, depth + 1))
                for keyword, value in call.keywords:
                    found.put(keyword, value, here)
            elif method == "setdefault" and len(call.args) > 1:
                self.display(((call.args[0], call.args[1]),), here, found, depth)

    def parameter(self, parameter: Parameter, spot: Spot, found: Entries, depth: int) -> None:
        """A dictionary handed in, or the `**kwargs` of the function: from its callers, open where none is seen."""
        resolver = self.resolver
        scope = resolver.files[spot.path].scopes[spot.scope]
        callers = resolver.callers(spot.path, spot.scope)
        if not callers:
            found.open = True
        for ref in callers or ():
            if parameter.kind == "kwargs":
                self.extra_keywords(ref, {p.name for p in scope.parameters}, found, depth)
            else:
                value = resolver.handed(ref, scope, parameter)
                if value is not None:
                    found.merge(self.read(value, resolver.spot(ref), depth + 1))
        if parameter.default is not None and parameter.kind != "kwargs":
            outside = Spot(spot.path, scope.parent, scope.block, END)
            found.merge(self.read(parameter.default, outside, depth + 1))

    def extra_keywords(self, ref: CallRef, named: set[str], found: Entries, depth: int) -> None:
        """What one call hands over for `**kwargs`: the keywords that are no named parameter, and the spreads."""
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        for keyword, value in call.keywords:
            if keyword not in named:
                found.put(keyword, value, spot)
        for spread in call.spreads:
            found.merge(self.read(spread, spot, depth + 1))

    def called(self, ref: CallRef, found: Entries, depth: int) -> None:
        """A dictionary that a call gives: `dict(…)`, a copy, a project function's return, a dump of a settings object."""
        resolver = self.resolver
        call = resolver.call(ref)
        spot = resolver.spot(ref)
        for thing in resolver.callee(ref):
            if isinstance(thing, External) and thing.origin == "builtins.dict":
                for argument in (*call.args, *call.spreads):
                    found.merge(self.read(argument, spot, depth + 1))
                for keyword, value in call.keywords:
                    found.put(keyword, value, spot)
            elif isinstance(thing, External) and (dumped := self.serialised(External(thing.origin, (*thing.makers, ref)))) is not None:
                found.merge(self.read(*dumped, depth + 1))
            elif isinstance(thing, Function):
                for value, here in self.returns(thing):
                    found.merge(self.read(value, here, depth + 1))
            elif isinstance(call.func, Ref) and call.func.name.endswith(".copy"):
                found.merge(self.read(Ref(call.func.name.removesuffix(".copy")), spot, depth + 1))
            else:
                found.open = True

    def serialised(self, thing: External) -> tuple[Value, Spot] | None:
        """The dictionary that a text was made of: `json.dumps(payload)`, `json.dumps(payload).encode()`."""
        for maker in thing.makers[:1]:
            call = self.resolver.call(maker)
            if call.args and any(isinstance(callee, External) and callee.origin in self.serialisers for callee in self.resolver.callee(maker)):
                return call.args[0], self.resolver.spot(maker)
        return None

    def returns(self, function: Function) -> Iterator[tuple[Value, Spot]]:
        """The values that a function returns, with their spots."""
        bindings = self.resolver.bindings(function.path)
        for index in bindings.steps_by_scope.get(function.scope, ()):
            step = bindings.facts.steps[index]
            if step.kind == "return" and step.value is not None:
                yield step.value, Spot(function.path, function.scope, step.block, index)

    def followed(self, things: tuple[Thing, ...], found: Entries, depth: int) -> None:
        """The entries of what a value was resolved to."""
        for thing in things:
            if isinstance(thing, External) and (dumped := self.serialised(thing)) is not None:
                found.merge(self.read(*dumped, depth + 1))
            elif isinstance(thing, Data) and not isinstance(thing.value, Ref):
                found.merge(self.read(thing.value, thing.spot, depth + 1))
            elif isinstance(thing, Environment | Class | Instance) or not isinstance(thing, Data):
                found.open = True
