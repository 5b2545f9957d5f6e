"""Effective arguments: what a call ends up with, from the call, what it was bound with, its client, or the library's default."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ailint.facts import Literal, Ref, Spread, Value
from ailint.knowledge import Knowledge, Meaning
from ailint.project.entries import Entries, EntryReader
from ailint.project.things import CallRef, Data, Environment, External, Instance, Opaque, Spot, Thing, Things, distinct

if TYPE_CHECKING:
    from ailint.project.resolve import Resolver

MILLISECONDS = "|ms"
Choose = Callable[[str, Sequence[Meaning]], Meaning]


class Given(StrEnum):
    """How a call comes by an argument."""

    CALL = "call"  # written at the call or at what made its client
    DEFAULT = "default"  # left out; the library is known to set a value
    ABSENT = "absent"  # certainly left out, and nothing else sets it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Argument:
    """An effective argument. `things` are the alternatives of its value, `ref` the call that gives it, `default` the library's value.

    `stated`: absent, and the tables say that the library then sets nothing, rather than saying nothing.
    """

    given: Given
    things: Things = ()
    ref: CallRef | None = None
    default: str | int | float | bool | None = None
    scale: float = 1
    stated: bool = False

    @property
    def is_none(self) -> bool:
        """Given, and None on every path that can be told."""
        return bool(self.things) and all(isinstance(thing, Data) and thing.is_none for thing in self.things)

    @property
    def constants(self) -> list[str | int | float | bool | None]:
        """The constants among the alternatives."""
        return [thing.value.value for thing in self.things if isinstance(thing, Data) and isinstance(thing.value, Literal)]

    @property
    def numbers(self) -> list[float]:
        """The numbers among the alternatives or the default, in our unit."""
        values = [self.default] if self.given is Given.DEFAULT else self.constants
        return [value * self.scale for value in values if isinstance(value, int | float) and not isinstance(value, bool)]


class Arguments:
    """Works out effective arguments."""

    def __init__(self, resolver: Resolver, knowledge: Knowledge, serialisers: frozenset[str], choose: Choose) -> None:
        self.resolver = resolver
        self.knowledge = knowledge
        self.choose = choose
        self.entries = EntryReader(resolver, serialisers)

    def effective(self, ref: CallRef, meaning: Meaning, thing: External, name: str) -> Argument:
        """The argument a call ends up with, looked for from the call outwards."""
        uncertain = not thing.complete
        owner = self.owner_meaning(ref.path, thing)
        for layer, spellings in self.layers(ref, meaning, thing, owner, name):
            found = self.at(layer, spellings[0], spellings[1])
            if found is None:
                continue
            if found.given is Given.UNKNOWN:
                uncertain = True
                continue
            return found
        if uncertain:
            return Argument(Given.UNKNOWN)
        return self.library_default(ref, meaning, thing, owner, name)

    def layers(
        self, ref: CallRef, meaning: Meaning, thing: External, owner: Meaning | None, name: str,
    ) -> Iterator[tuple[CallRef, tuple[tuple[str, ...], tuple[str, ...]]]]:  # fmt: skip
        """The call, then what made its receiver, last first; with each the spellings and positions to look for."""
        yield ref, (meaning.arguments.get(name, ()), meaning.positional)
        for maker in reversed(thing.makers):
            made_by = self.maker_meaning(maker) or owner
            known = (one.arguments.get(name, ()) for one in (made_by, owner, meaning) if one is not None)
            yield maker, (next((spellings for spellings in known if spellings), ()), made_by.positional if made_by else ())

    def owner_meaning(self, path: str, thing: External) -> Meaning | None:
        """The meaning of the class whose method is called."""
        origin = self.knowledge.plain(thing.origin)
        owner, _ = self.knowledge.split(origin)
        found = self.knowledge.meanings(owner) if owner else ()
        if not found and thing.makers:
            found = self.knowledge.meanings(origin)
        return self.choose(path, found) if found else None

    def maker_meaning(self, maker: CallRef) -> Meaning | None:
        """What the tables say of the call that made or configured an object."""
        for thing in self.resolver.callee(maker):
            if isinstance(thing, External):
                meanings = self.knowledge.meanings(thing.origin)
                if meanings:
                    return meanings[0]
        return None

    def library_default(self, ref: CallRef, meaning: Meaning, thing: External, owner: Meaning | None, name: str) -> Argument:
        """What happens where nobody gives the argument: by the call's entry, its class's, those of its makers."""
        makers = (made for maker in reversed(thing.makers) if (made := self.maker_meaning(maker)) is not None)
        for source in (meaning, owner, *makers):
            if source is None or name not in source.defaults:
                continue
            if source.defaults[name] == "unknown":
                return self.default_by_model(ref, meaning, thing, source, name)
            return self.default_of(source, name)
        return Argument(Given.ABSENT)

    def default_of(self, meaning: Meaning, name: str) -> Argument:
        """What the library does if nothing is given."""
        value = meaning.defaults.get(name)
        if value == "unknown":
            return Argument(Given.UNKNOWN)
        return Argument(Given.ABSENT, stated=name in meaning.defaults) if value is None else Argument(Given.DEFAULT, default=value)

    def default_by_model(self, ref: CallRef, meaning: Meaning, thing: External, source: Meaning, name: str) -> Argument:
        """The default of the class that a function makes for the model it is asked for, where the model tells the class."""
        models = self.effective(ref, meaning, thing, "model") if source.by_model else Argument(Given.UNKNOWN)
        provider = self.effective(ref, meaning, thing, "provider") if source.by_model else Argument(Given.UNKNOWN)
        if len(models.constants) != len(models.things) or len(provider.constants) != len(provider.things) or provider.given is Given.UNKNOWN:
            return Argument(Given.UNKNOWN)
        named = [f"{before}:{model}" for before in provider.constants for model in models.constants] or models.constants
        classes = {next((origin for pattern, origin in source.by_model.items() if re.match(pattern, str(model))), "") for model in named}
        found = {self.class_default(ref.path, origin, name) for origin in classes}
        return found.pop() if len(found) == 1 else Argument(Given.UNKNOWN)

    def class_default(self, path: str, origin: str, name: str) -> Argument:
        """What a class does if nothing is given."""
        meanings = self.knowledge.meanings(origin)
        return self.default_of(self.choose(path, meanings), name) if meanings else Argument(Given.UNKNOWN)

    # one call

    def at(self, ref: CallRef, spellings: tuple[str, ...], positional: tuple[str, ...] = ()) -> Argument | None:
        """The argument as one call gives it: None where it certainly does not."""
        uncertain = False
        for spelling in spellings:
            scale = 0.001 if spelling.endswith(MILLISECONDS) else 1
            head, *rest = spelling.removesuffix(MILLISECONDS).split(".")
            values, is_open = self.written(ref, head, positional)
            uncertain = uncertain or is_open
            if not values:
                continue
            things = distinct(thing for value, spot in values for thing in self.descend(value, spot, rest))
            if things == MISSING:
                continue
            kept = tuple(thing for thing in things if thing not in MISSING)
            if rest and any(isinstance(thing, Opaque) for thing in kept) and len(kept) == 1:
                uncertain = True
                continue
            return Argument(Given.CALL, kept, ref, scale=scale)
        return Argument(Given.UNKNOWN) if uncertain else None

    def written(self, ref: CallRef, name: str, positional: tuple[str, ...]) -> tuple[list[tuple[Value, Spot]], bool]:
        """The values one call gives a parameter, and whether a spread may hide more."""
        call = self.resolver.call(ref)
        for keyword, value in call.keywords:
            if keyword == name:
                return [(value, self.resolver.spot(ref))], False
        is_open = name in positional and any(isinstance(argument, Spread) for argument in call.args)
        if name in positional and not is_open and (place := positional.index(name)) < len(call.args):
            return [(call.args[place], self.resolver.spot(ref))], False
        if not call.spreads:
            return [], is_open
        found = Entries(open=is_open)
        for spread in call.spreads:
            found.merge(self.entries.read(spread, self.resolver.spot(ref)))
        return found.values.get(name, []), found.open

    def values(self, ref: CallRef, spelling: str, positional: tuple[str, ...]) -> list[tuple[Value, Spot]]:
        """What one call gives under a spelling, as written; a dot goes into the constructor call handed over."""
        head, *rest = spelling.split(".")
        found, _ = self.written(ref, head, positional)
        for name in rest:
            makers = [maker for value, spot in found for thing in self.resolver.things(value, spot) if (maker := maker_of(thing)) is not None]
            found = [inner for maker in makers for inner in self.written(maker, name, self.positional_of(maker))[0]]
        return found

    def descend(self, value: Value, spot: Spot, path: list[str]) -> Things:
        """The value at a path inside a dictionary or an object made by a constructor call."""
        if not path:
            return self.resolver.things(value, spot)
        return tuple(found for thing in self.resolver.things(value, spot) for found in self.inside(thing, value, spot, path)) or MISSING

    def inside(self, thing: Thing, value: Value, spot: Spot, path: list[str]) -> Things:
        """The value at a path inside one thing; `MISSING` where it is certainly not there."""
        head, *rest = path
        dumped = self.entries.serialised(thing) if isinstance(thing, External) else None
        if dumped is not None:
            return self.descend(*dumped, path)
        values, otherwise = self.kept_under(head, thing, value, spot)
        return distinct(found for inner, here in values for found in self.descend(inner, here, rest)) if values else otherwise

    def kept_under(self, head: str, thing: Thing, value: Value, spot: Spot) -> tuple[list[tuple[Value, Spot]], Things]:
        """The values that a thing holds under a key or field, and what to answer where it shows none."""
        match thing:
            case Data() if thing.is_none:
                return [], MISSING
            case External(makers=(*_, maker)) | Instance(maker=CallRef() as maker):
                values, is_open = self.written(maker, head, self.positional_of(maker))
                return [*values, *self.assigned(value, spot, head)], (Opaque("spread"),) if is_open else MISSING
            case Environment() | External() | Instance():
                return [], (Opaque("made elsewhere"),)
            case _:
                entries = self.entries.read(value, spot)
                certain = isinstance(thing, Data) and not entries.open
                return entries.values.get(head, []), MISSING if certain else (Opaque("not seen whole"),)

    def assigned(self, value: Value, spot: Spot, name: str) -> list[tuple[Value, Spot]]:
        """What an attribute of a named object is set to after it was made: `config.temperature = 0`."""
        if not isinstance(value, Ref):
            return []
        bindings = self.resolver.bindings(spot.path)
        given = bindings.dotted.get(bindings.holder(spot.scope, f"{value.name}.{name}"), ())
        return [(b.value, Spot(spot.path, b.scope, b.block, b.step)) for b in given if b.value is not None]

    def positional_of(self, maker: CallRef) -> tuple[str, ...]:
        """The names of what a call takes by place."""
        meaning = self.maker_meaning(maker)
        return meaning.positional if meaning else ()


def maker_of(thing: Thing) -> CallRef | None:
    """The call that made an object, the last one where several did."""
    if isinstance(thing, External):
        return thing.makers[-1] if thing.makers else None
    return thing.maker if isinstance(thing, Instance) else None


MISSING: Things = (Opaque("certainly not there"),)
