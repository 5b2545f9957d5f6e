"""Closed choices: places where a value can only be one that the code has listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Block, Choice, Collection, Literal, Operation, Ref, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Bindings
    from ailint.project.things import Spot

LEAVING = frozenset({"return", "raise", "continue", "break"})


def guarded(bindings: Bindings, name: str, spot: Spot) -> bool:
    """Whether the value of a name was compared with a closed list on every way to this spot."""
    for index in bindings.ancestors(spot.block):
        block = bindings.facts.blocks[index]
        if block.scope != spot.scope:
            return False
        if block.kind in {"if", "while"} and block.value is not None and requires(block.value, name, wanted=True):
            return True
        if block.kind == "else" and block.value is not None and requires(block.value, name, wanted=False):
            return True
        if block.kind == "case" and isinstance(block.value, Ref) and block.value.name == name and is_listed(block.target):
            return True
        if any(requires(other.value, name, wanted=False) for other in refusals(bindings, index, spot.at) if other.value is not None):
            return True
    return False


def refusals(bindings: Bindings, parent: int, at: int) -> Iterator[Block]:
    """`if` blocks of one level, before the spot, that end by leaving: what comes after them has not met their condition."""
    for child in bindings.children.get(parent, ()):
        block = bindings.facts.blocks[child]
        if block.kind == "if":
            last = bindings.last_steps.get(child, at)
            if last < at and bindings.facts.steps[last].kind in LEAVING:
                yield block


def is_listed(pattern: Value | None) -> bool:
    """Whether a case names constants and nothing else."""
    return isinstance(pattern, Literal) or (isinstance(pattern, Collection) and all(is_listed(item) for item in pattern.items))


def requires(test: Value, name: str, *, wanted: bool) -> bool:
    """Whether the test being true (or, unwanted, false) means that the name is one of a closed list."""
    match test:
        case Operation(operator="not", operands=(inner,)):
            return requires(inner, name, wanted=not wanted)
        case Operation(operator="and", operands=parts):
            return wanted and any(requires(part, name, wanted=True) for part in parts)
        case Choice(options=parts):
            return not wanted and any(requires(part, name, wanted=False) for part in parts)
        case Operation(operator=operator, operands=(Ref(name=tested), *_)) if tested == name:
            return operator in ({"in", "=="} if wanted else {"not in", "!="})
        case Operation(operator="==", operands=(Literal(), Ref(name=tested))) if tested == name:
            return wanted
        case _:
            return False
