"""Closed choices: places where a value can only be one that the code has listed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ailint.facts import Block, CallResult, Choice, Collection, Literal, Operation, Ref, Step, Value
from ailint.project.nesting import all_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ailint.project.bindings import Bindings
    from ailint.project.things import Spot

LEAVING = frozenset({"return", "raise", "continue", "break"})
DEMANDING = frozenset({"assert", "filter"})
CALLING = frozenset({"expression", "bind"})


def guarded(bindings: Bindings, name: str, spot: Spot) -> bool:
    """Whether the value of a name was compared with a closed list on every way to this spot."""
    if name not in bindings.compared:
        return False
    listed = any(requires(test, lambda value: is_name(value, name), wanted=wanted) for test, wanted in met(bindings, spot))
    return listed or any(isinstance(block.value, Ref) and block.value.name == name and is_listed(block.target) for block in cases(bindings, spot))


def met(bindings: Bindings, spot: Spot) -> Iterator[tuple[Value, bool]]:
    """Conditions that have come true, or not, on every way to this spot."""
    for level in levels(bindings, spot):
        block = bindings.facts.blocks[level]
        if block.kind in {"if", "while", "else"} and block.value is not None and level in bindings.around(spot.block):
            yield block.value, block.kind != "else"
        yield from ((other.value, False) for other in refusals(bindings, level, spot.at) if other.value is not None)
        yield from ((step.value, True) for step in before(bindings, level, spot.at, DEMANDING) if step.value is not None)


def cases(bindings: Bindings, spot: Spot) -> Iterator[Block]:
    """The cases of `match` around a spot, in its own function."""
    return bindings.enclosing(spot.block, frozenset({"case"}))


def calls_made(bindings: Bindings, spot: Spot) -> Iterator[CallResult]:
    """Calls that were made on every way to this spot, alone or for a result, and have not failed."""
    for level in levels(bindings, spot):
        yield from (step.value for step in before(bindings, level, spot.at, CALLING) if isinstance(step.value, CallResult))


def levels(bindings: Bindings, spot: Spot) -> Iterator[int]:
    """The blocks around a spot in its own function, and `try` blocks done before it whose failing leads elsewhere."""
    for index in bindings.ancestors(spot.block):
        if bindings.facts.blocks[index].scope != spot.scope:
            return
        yield index
        for child in bindings.children.get(index, ()):
            if (
                bindings.facts.blocks[child].kind == "try"
                and bindings.last_steps.get(child, spot.at) < spot.at
                and handlers_leave(bindings, index, child)
            ):
                yield child


def handlers_leave(bindings: Bindings, parent: int, attempt: int) -> bool:
    """Whether every handler of a `try` ends by leaving."""
    blocks, steps = bindings.facts.blocks, bindings.facts.steps
    handlers = [child for child in bindings.children.get(parent, ()) if (blocks[child].kind, blocks[child].owner) == ("handler", attempt)]
    return all(steps[bindings.last_steps[handler]].kind in LEAVING for handler in handlers if handler in bindings.last_steps)


def before(bindings: Bindings, level: int, at: int, kinds: frozenset[str]) -> Iterator[Step]:
    """Statements of some kinds directly in a block, before a step."""
    steps = bindings.facts.steps
    return (steps[index] for index in bindings.steps_by_block.get(level, ()) if index < at and steps[index].kind in kinds)


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


def requires(test: Value, about: Callable[[Value], bool], *, wanted: bool) -> bool:
    """Whether the test being true (or, unwanted, false) means that what it is about is one of a closed list."""
    match test:
        case Operation(operator="not", operands=(inner,)):
            return requires(inner, about, wanted=not wanted)
        case Operation(operator="and", operands=parts):
            return wanted and any(requires(part, about, wanted=True) for part in parts)
        case Choice(options=parts):
            return not wanted and any(requires(part, about, wanted=False) for part in parts)
        case Operation(operator=operator, operands=(tested, *_)) if operator in ({"in", "=="} if wanted else {"not in", "!="}) and about(tested):
            return True
        case Operation(operator="==", operands=(Literal(), tested)):
            return wanted and about(tested)
        case _:
            return False


def asks_for_main(test: Value | None) -> bool:
    """Whether a test asks if the module is run by itself: `__name__ == "__main__"`, alone or beside other conditions."""
    return test is not None and any(isinstance(part, Operation) and is_main(part) for part in all_in(test))


def is_main(comparison: Operation) -> bool:
    """Whether a comparison is that of a module's name with the name of a program, either way round."""
    names = any(isinstance(part, Ref) and part.name == "__name__" for part in comparison.operands)
    return comparison.operator == "==" and names and any(isinstance(part, Literal) and part.value == "__main__" for part in comparison.operands)


def is_name(value: Value, name: str) -> bool:
    """Whether a value is just this name."""
    return isinstance(value, Ref) and value.name == name


def unconfined(options: tuple[Value, ...], test: Value) -> tuple[Value, ...]:
    """The options of a conditional expression that its test does not confine to a closed list: none of `x if x in LIST else "a"`."""
    return tuple(option for place, option in enumerate(options) if not requires(test, partial(same, option), wanted=place == 0))


def same(value: Value, other: Value) -> bool:
    """Whether two values are written alike, on whatever lines."""
    return is_name(other, value.name) if isinstance(value, Ref) else value == other
