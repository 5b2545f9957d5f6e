"""Text put together from parts: what of it is fixed, and what is put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Choice, Collection, Literal, Ref, Span, Spread, Template, Value
from ailint.project.things import CallRef, Data, Environment, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver

DEEPEST = 10
HOLE = "\x00"
RESHAPING = frozenset({"strip", "lstrip", "rstrip", "dedent", "cleandoc", "lower", "upper", "format", "replace", "format_map", "join", "substitute"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A fixed stretch of text and where it is written, or (text None) something put in."""

    text: str | None
    path: str = ""
    span: Span | None = None


class Texts:
    """Follows text to the literals it is made of."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def pieces(self, value: Value, spot: Spot, depth: int = 0) -> tuple[Piece, ...]:
        """The parts of a text, in order; alternatives one after another."""
        return tuple(self.walk(value, spot, depth))

    def walk(self, value: Value, spot: Spot, depth: int) -> Iterator[Piece]:
        """The parts of a text, one after another."""
        if depth > DEEPEST:
            yield Piece(None)
            return
        match value:
            case Literal(value=None):
                return
            case Literal(value=constant, span=span):
                yield Piece(str(constant), spot.path, span)
            case Template(parts=parts) | Collection(items=parts) | Choice(options=parts):
                for part in parts:
                    yield from self.walk(part, spot, depth + 1)
            case Spread(value=inner):
                yield from self.walk(inner, spot, depth + 1)
            case CallResult(call=index):
                yield from self.called(CallRef(spot.path, index), depth)
            case _:
                yield from self.resolved(value, spot, depth)

    def resolved(self, value: Value, spot: Spot, depth: int) -> Iterator[Piece]:
        """The text that a name or attribute stands for."""
        for thing in self.resolver.things(value, spot):
            if isinstance(thing, Data) and thing.value != value:
                yield from self.walk(thing.value, thing.spot, depth + 1)
            elif not (isinstance(thing, Data) and thing.is_none):
                yield Piece(None)

    def called(self, ref: CallRef, depth: int) -> Iterator[Piece]:
        """Text that a call makes of other text: `dedent(x)`, `x.strip()`, `PROMPT.format(…)`, a function of the project."""
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        name = call.func.name.rpartition(".")[2] if isinstance(call.func, Ref | Attribute) else ""
        if name in RESHAPING:
            yield from self.reshaped(ref, depth)
            return
        functions = [thing for thing in self.resolver.callee(ref) if isinstance(thing, Function)]
        if functions:
            for thing in self.resolver.result(ref):
                if isinstance(thing, Data):
                    yield from self.walk(thing.value, thing.spot, depth + 1)
                else:
                    yield Piece(None)
            return
        defaults = [thing for thing in self.resolver.things(CallResult(ref.index), spot) if isinstance(thing, Data | Environment)]
        for thing in defaults:
            if isinstance(thing, Data) and thing.value != CallResult(ref.index):
                yield from self.walk(thing.value, thing.spot, depth + 1)
        if not defaults:
            yield Piece(None)

    def reshaped(self, ref: CallRef, depth: int) -> Iterator[Piece]:
        """The text that a method changes, and what it is given."""
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        if isinstance(call.func, Attribute):
            yield from self.walk(call.func.base, spot, depth + 1)
        elif isinstance(call.func, Ref) and "." in call.func.name:
            base = call.func.name.rpartition(".")[0]
            things = self.resolver.things(Ref(base), spot)
            if not any(isinstance(thing, External) for thing in things):
                yield from self.walk(Ref(base), spot, depth + 1)
        for argument in call.args:
            yield from self.walk(argument, spot, depth + 1)
        yield from (Piece(None) for _ in call.keywords)

    def flat(self, value: Value, spot: Spot) -> str:
        """The text with `HOLE` where something is put in."""
        return "".join(HOLE if piece.text is None else piece.text for piece in self.pieces(value, spot))
