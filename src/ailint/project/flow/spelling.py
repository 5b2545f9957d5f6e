"""Spelling: the variables, words and calls that a test is made of, as far as its function shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ailint.facts import Attribute, Call, CallResult, Comprehension, Item, Literal, Operation, Ref, Value
from ailint.project.flow.trace import taken_by
from ailint.project.iteration import receiver
from ailint.project.nesting import within
from ailint.project.things import CallRef, Data, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.flow.engine import Flow

DEEPEST = 6
LOOK_UPS = frozenset({"get", "pop"})
HOSTS = frozenset({"hostname", "netloc"})
PREFIXES = frozenset({"startswith", "is_relative_to", "relative_to"})
SAYS_NOTHING = re.compile(r"(?:https?|ftp|wss?|file):?/{0,2}|\W{0,2}", re.IGNORECASE)


@dataclass(slots=True)
class Spelled:
    """What a test is made of. `measures` are the variables that something else is held against: `root` of `target.is_relative_to(root)`."""

    names: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    calls: set[CallRef] = field(default_factory=set)


class Spelling:
    """Takes tests apart."""

    def __init__(self, flow: Flow) -> None:
        self.resolver = flow.resolver
        self.words = flow.words
        self._calls: dict[CallRef, Spelled] = {}

    def of_call(self, ref: CallRef) -> Spelled:
        """What a call is made of, wherever it is asked about."""
        found = self._calls.get(ref)
        if found is None:
            found = self._calls[ref] = self.of(CallResult(ref.index), self.resolver.spot(ref))
        return found

    def of(self, value: Value, spot: Spot, *, deep: bool = True) -> Spelled:
        """The names and words of a value: of the calls in it, and where it goes deep of what its variables were given."""
        found = Spelled()
        self.spell(value, spot, found, DEEPEST if deep else 0)
        return found

    def spell(self, value: Value, spot: Spot, found: Spelled, depth: int) -> None:
        """Note what one value is made of."""
        match value:
            case Ref(name=name):
                self.name(name, spot, found, depth)
            case CallResult(call=index):
                self.call(CallRef(spot.path, index), found, depth)
            case Attribute(base=base, name=name):
                found.words.add(name)
                self.spell(base, spot, found, depth)
            case Item(base=Ref(name=name), key=key):
                self.part(name, key, spot, found, depth)
            case Item(base=base, key=key):
                self.spell(base, spot, found, depth)
                self.spell(key, spot, found, depth)
            case Literal(value=str(text)) if self.words.is_test(text) or not any(character.isalnum() for character in text):
                found.words.add(text)
            case Comprehension(element=element, source=source):
                self.spell(element, spot, found, depth)
                self.spell(source, spot, found, depth)
            case _:
                found.measures |= measured(value)
                for part in within(value):
                    self.spell(part, spot, found, depth)

    def name(self, name: str, spot: Spot, found: Spelled, depth: int) -> None:
        """Note a variable of the function and what it was given; of an attribute, that alone: another says nothing of it."""
        head, *attributes = name.split(".")
        found.words.update(attributes)
        whole = head if not attributes or any(self.words.is_test(attribute) for attribute in attributes) else name
        if not self.is_own(head, spot):
            found.words.update(text for text in self.constants(name, spot) if self.words.is_test(text))
        elif whole not in found.names:
            found.names.add(whole)
            self.given(head, spot, found, depth, made=whole != head)

    def constants(self, name: str, spot: Spot) -> Iterator[str]:
        """The texts of a constant that stands elsewhere: a list of forbidden words."""
        for thing in self.resolver.things(Ref(name), spot):
            if isinstance(thing, Data):
                yield from texts_of(thing.value)

    def part(self, name: str, key: Value, spot: Spot, found: Spelled, depth: int) -> None:
        """Note an item of a variable, and what made the whole."""
        self.spell(key, spot, found, depth)
        whole = f"{name}{taken_by(key)}"
        if self.is_own(name.partition(".")[0], spot) and whole not in found.names:
            found.names.add(whole)
            self.given(name, spot, found, depth, made=True)

    def is_own(self, name: str, spot: Spot) -> bool:
        """Whether a name is a variable or parameter of the function, other than the object whose method it is."""
        bindings = self.resolver.bindings(spot.path)
        known = (spot.scope, name) in bindings.names or (spot.scope, name) in bindings.parameters
        return known and bindings.method_owner(spot.scope, name) is None

    def given(self, name: str, spot: Spot, found: Spelled, depth: int, *, made: bool) -> None:
        """Note what a variable was given: of one that is taken apart, only what was made to be looked at."""
        bindings = self.resolver.bindings(spot.path)
        bound = bindings.reaching(bindings.names.get((spot.scope, name), []), spot.block, spot.at) if depth else []
        for binding in (b for b in bound if b.step < spot.at or bindings.in_loop(spot.block)):
            if binding.value is not None and (not made or self.is_look(binding.value, spot)):
                found.names.add(name)
                self.spell(binding.value, Spot(spot.path, spot.scope, binding.block, binding.step), found, depth - 1)

    def is_look(self, value: Value, spot: Spot) -> bool:
        """Whether a value is what a call found in looking at something: `urlparse(url)`, `command.split()`."""
        return isinstance(value, CallResult) and self.words.is_test(self.resolver.call(CallRef(spot.path, value.call)).name)

    def call(self, ref: CallRef, found: Spelled, depth: int) -> None:
        """Note a call: its name where it says something, its object, and what it is given where the result holds that, or the test is the call."""
        if ref in found.calls:
            return
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        owner, name = receiver(call)
        if depth in {0, DEEPEST}:
            found.calls.add(ref)
        if name in PREFIXES:
            found.measures |= {argument.name for argument in call.args if isinstance(argument, Ref)}
        found.words.update(self.prefix(call, spot) if name == "startswith" else {name or call.name})
        if name in LOOK_UPS and isinstance(owner, Ref) and call.args:
            self.part(owner.name, call.args[0], spot, found, depth)
            return
        for part in (owner, *(call.args if depth in {0, DEEPEST} or self.hands_on(ref, call) else ())):
            if part is not None:
                self.spell(part, spot, found, depth)
        if name == "endswith" and found.words & HOSTS:
            found.words.add("endswith()")

    def hands_on(self, ref: CallRef, call: Call) -> bool:
        """Whether a call's result holds, or is a reading of, what the call is given."""
        if self.words.is_test(call.name):
            return True
        plain = self.resolver.knowledge.plain
        return any(isinstance(thing, External) and self.words.carries(plain(thing.origin)) for thing in self.resolver.callee(ref))

    def prefix(self, call: Call, spot: Spot) -> set[str]:
        """How a look at the beginning of a text is written: with `()` where it may be any, with `/` where it goes into a path or address."""
        things = [thing for argument in call.args[:1] for thing in self.resolver.things(argument, spot)]
        written = [text for thing in things if isinstance(thing, Data) for text in texts_of(thing.value)]
        if not written:
            return {"startswith()"}
        return {"startswith/" if "/" in text else "startswith" for text in written if not SAYS_NOTHING.fullmatch(text)}


def measured(value: Value) -> set[str]:
    """The names that something made is compared with."""
    if not isinstance(value, Operation) or value.operator not in {"==", "!=", "in", "not in"}:
        return set()
    made = any(isinstance(operand, CallResult | Attribute | Item) for operand in value.operands)
    return {operand.name for operand in value.operands if isinstance(operand, Ref)} if made else set()


def texts_of(value: Value) -> list[str]:
    """The texts of a constant or of a display of constants."""
    return [str(part.value) for part in (value, *within(value)) if isinstance(part, Literal)]
