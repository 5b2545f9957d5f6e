"""Asking: whether a condition turns on what a person answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Item, Literal, Ref, Value
from ailint.project.iteration import receiver
from ailint.project.nesting import within
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.flow.engine import Flow

DEEPEST = 6
APPROVED = "approved"


class Asking:
    """Follows a condition back to a question whether to go on."""

    def __init__(self, flow: Flow) -> None:
        self.resolver = flow.resolver
        self.words = flow.words
        self._asks: dict[tuple[str, int], bool] = {}

    def asks(self, test: Value, spot: Spot) -> bool:
        """Whether a test reads the answer to a question: of yes and no, or of a function made to have things approved."""
        questions = list(self.questions(test, spot, DEEPEST))
        if not questions:
            return False
        return any(origin == APPROVED or origin in self.words.approvals for origin in questions) or bool(
            set(self.texts(test, spot)) & self.words.answers
        )

    def questions(self, value: Value, spot: Spot, depth: int) -> Iterator[str]:
        """The functions, by origin, that asked a person for the value; `APPROVED` for one of the project that judges the answer itself."""
        if not depth:
            return
        match value:
            case Ref(name=name):
                yield from self.variable(name.partition(".")[0], spot, depth)
            case CallResult(call=index):
                yield from self.call(CallRef(spot.path, index), depth)
            case Attribute(base=base) | Item(base=base):
                yield from self.questions(base, spot, depth - 1)
            case _:
                for part in within(value):
                    yield from self.questions(part, spot, depth - 1)

    def variable(self, name: str, spot: Spot, depth: int) -> Iterator[str]:
        """The questions whose answer a variable of the function holds."""
        for binding in self.resolver.bindings(spot.path).names.get((spot.scope, name), ()):
            if binding.value is not None:
                yield from self.questions(binding.value, Spot(spot.path, spot.scope, binding.block, binding.step), depth - 1)

    def call(self, ref: CallRef, depth: int) -> Iterator[str]:
        """The question that a call is, or whose answer it takes on."""
        for thing in self.resolver.callee(ref):
            match thing:
                case External(origin=origin):
                    plain = self.resolver.knowledge.plain(origin)
                    if plain in self.words.approvals | self.words.questions:
                        yield plain
                case Function() if self.approves(thing):
                    yield APPROVED
        owner, _ = receiver(self.resolver.call(ref))
        if owner is not None:
            yield from self.questions(owner, self.resolver.spot(ref), depth - 1)

    def approves(self, function: Function) -> bool:
        """Whether a function of the project gives back, or turns on, what a person answered."""
        key = function.path, function.scope
        if key not in self._asks:
            self._asks[key] = False
            bindings = self.resolver.bindings(function.path)
            turning = (*bindings.written(function.scope, "return"), *bindings.conditions(function.scope))
            self._asks[key] = any(self.asks(value, spot) for value, spot in turning)
        return self._asks[key]

    def texts(self, value: Value, spot: Spot) -> Iterator[str]:
        """The texts that a test compares with, in small letters."""
        match value:
            case Literal(value=str(text)):
                yield text.strip().lower()
            case CallResult(call=index):
                call = self.resolver.call(CallRef(spot.path, index))
                owner, _ = receiver(call)
                for part in (*call.args, *((owner,) if owner is not None else ())):
                    yield from self.texts(part, spot)
            case _:
                for part in within(value):
                    yield from self.texts(part, spot)
