"""Where code decides: the conditions of `if`, `while`, `case` and `a if test else b`, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.told import within
from ailint.facts import CallResult, Choice, Operation, Place, Ref, Value
from ailint.project.structure import END
from ailint.project.things import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Bindings

DECIDING = frozenset({"if", "while", "case"})


class Branch(NamedTuple):
    """A decision: what is tested and where; `block` is what runs if it holds, -1 for a conditional expression, whose `options` are its values."""

    test: Value
    spot: Spot
    place: Place
    block: int = -1
    options: tuple[Value, ...] = ()


def branches(bindings: Bindings) -> Iterator[Branch]:
    """Every decision of a file."""
    facts = bindings.facts
    for index, block in enumerate(facts.blocks):
        if block.kind in DECIDING and block.value is not None:
            yield Branch(block.value, before(bindings, index), Place(bindings.path, block.span, facts.scopes[block.scope].symbol), index)
    for value, spot in bindings.composed:
        if isinstance(value, Choice) and value.test is not None:
            step = facts.steps[spot.at] if spot.at < len(facts.steps) else None
            if step is not None:
                yield Branch(value.test, spot, Place(bindings.path, step.span, facts.scopes[spot.scope].symbol), -1, value.options)


def before(bindings: Bindings, block: int) -> Spot:
    """The spot of a block's condition: before its first statement."""
    here = bindings.facts.blocks[block]
    return Spot(bindings.path, here.scope, here.parent, first_step(bindings, block))


def first_step(bindings: Bindings, block: int) -> int:
    """The first statement in a block, or in one nested in it."""
    return min((bindings.first_steps[index] for index in bindings.inside(block) if index in bindings.first_steps), default=END)


def conditions(test: Value) -> Iterator[Value]:
    """The single conditions that a test is made of: `not`, `and` and `or` seen through."""
    match test:
        case Operation(operator="not" | "and", operands=parts):
            for part in parts:
                yield from conditions(part)
        case Choice(options=parts, test=None):
            for part in parts:
                yield from conditions(part)
        case _:
            yield test


def heads(bindings: Bindings, value: Value) -> set[str]:
    """The variables that a value mentions, those whose methods it calls among them, without their attributes."""
    parts = list(within(bindings, value))
    called = [bindings.facts.calls[part.call].func for part in parts if isinstance(part, CallResult)]
    return {part.name.partition(".")[0] for part in (*parts, *called) if isinstance(part, Ref)}
