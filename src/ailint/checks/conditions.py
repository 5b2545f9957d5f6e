"""What the code of a function asks before it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.told import within
from ailint.facts import Choice, Literal, Operation, Ref
from ailint.project.bindings import tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project.bindings import Bindings

ASKING = frozenset({"if", "while", "case"})


def conditions(bindings: Bindings, scope: int) -> Iterator[Value]:
    """The conditions of a function: of branches, loops, comprehensions and assertions, and what stands before `and`, `or`, `else`."""
    facts = bindings.facts
    yield from (block.value for block in facts.blocks if block.scope == scope and block.kind in ASKING and block.value is not None)
    for index in bindings.steps_by_scope.get(scope, ()):
        step = facts.steps[index]
        if step.kind in {"assert", "filter"} and step.value is not None:
            yield step.value
    for value, spot in bindings.composed:
        if spot.scope != scope:
            continue
        if isinstance(value, Choice):
            yield from value.options[:-1] if value.test is None else (value.test,)
        elif isinstance(value, Operation) and value.operator == "and":
            yield from value.operands[:-1]


def names_asked(bindings: Bindings, scope: int) -> set[str]:
    """Every name, attribute and key that the conditions of a function mention."""
    return {word for test in conditions(bindings, scope) for part in within(bindings, test) for word in words_of(part)}


def words_of(value: Value) -> tuple[str, ...]:
    """The names that a value is written with: all parts of a dotted name, the text of a key."""
    match value:
        case Ref(name=name):
            return (name, *name.split("."))
        case Literal(value=str(text)):
            return (text,)
        case _:
            return (tail(value),)
