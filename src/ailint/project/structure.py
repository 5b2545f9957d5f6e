"""How one file is put together: its blocks, what stands in each block and scope, every value that is written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, get_args

from ailint.facts import Block, Call, Literal, Mapping, Operation, Parameter, PythonFacts, Ref, Template, Value
from ailint.project.nesting import INSIDE, all_in, nested
from ailint.project.things import Spot

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

END = 1 << 30
LOOPS = frozenset({"for", "while"})
TESTING = frozenset({"if", "while", "else"})
LISTING = frozenset({"in", "not in", "==", "!="})
KINDS = frozenset(get_args(Value))
SPELT = frozenset({Literal, *INSIDE})


class Structure:
    """The facts of one file in the orders in which they are asked for, each worked out once."""

    def __init__(self, path: str, facts: PythonFacts) -> None:
        self.path = path
        self.facts = facts
        self._around: dict[int, frozenset[int]] = {}

    def ancestors(self, block: int) -> Iterator[int]:
        """The block and the blocks around it, up to the module's."""
        while block >= 0:
            yield block
            block = self.facts.blocks[block].parent

    def around(self, block: int) -> frozenset[int]:
        """The block and the blocks around it, as a set."""
        found = self._around.get(block)
        if found is None:
            found = self._around[block] = frozenset(self.ancestors(block))
        return found

    def enclosing(self, block: int, kinds: frozenset[str]) -> Iterator[Block]:
        """Blocks of these kinds around a place, within its own function."""
        scope = self.facts.blocks[block].scope
        for index in self.ancestors(block):
            here = self.facts.blocks[index]
            if here.scope != scope:
                return
            if here.kind in kinds:
                yield here

    def in_loop(self, block: int) -> bool:
        """Whether a loop stands around the block, in the same function."""
        return next(self.enclosing(block, LOOPS), None) is not None

    def inside(self, block: int) -> Iterator[int]:
        """The block and all blocks nested in it, functions defined there included."""
        yield block
        for child in self.children.get(block, ()):
            yield from self.inside(child)

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """Blocks directly inside each block."""
        found: dict[int, list[int]] = {}
        for index, block in enumerate(self.facts.blocks):
            found.setdefault(block.parent, []).append(index)
        return found

    @cached_property
    def calls_by_block(self) -> dict[int, list[int]]:
        """Calls directly in each block, by index."""
        found: dict[int, list[int]] = {}
        for index, call in enumerate(self.facts.calls):
            found.setdefault(call.block, []).append(index)
        return found

    @cached_property
    def calls_by_scope(self) -> dict[int, list[int]]:
        """Calls of each scope's own statements, by index."""
        found: dict[int, list[int]] = {}
        for index, call in enumerate(self.facts.calls):
            found.setdefault(call.scope, []).append(index)
        return found

    def calls_within(self, block: int) -> Iterator[tuple[int, Call]]:
        """Calls anywhere inside a block, with their indexes."""
        for index in self.inside(block):
            for call in self.calls_by_block.get(index, ()):
                yield call, self.facts.calls[call]

    @cached_property
    def steps_by_block(self) -> dict[int, list[int]]:
        """Steps directly in each block, by index, in order."""
        found: dict[int, list[int]] = {}
        for index, step in enumerate(self.facts.steps):
            found.setdefault(step.block, []).append(index)
        return found

    @cached_property
    def steps_by_scope(self) -> dict[int, list[int]]:
        """Steps of each scope, by index, in order."""
        found: dict[int, list[int]] = {}
        for index, step in enumerate(self.facts.steps):
            found.setdefault(step.scope, []).append(index)
        return found

    @cached_property
    def first_steps(self) -> dict[int, int]:
        """Block → its first direct step, by index."""
        return {step.block: index for index, step in reversed(list(enumerate(self.facts.steps)))}

    @cached_property
    def last_steps(self) -> dict[int, int]:
        """Block → its last direct step, by index."""
        return {step.block: index for index, step in enumerate(self.facts.steps)}

    @cached_property
    def parameters(self) -> dict[tuple[int, str], Parameter]:
        """Parameters by scope and name."""
        return {(index, parameter.name): parameter for index, scope in enumerate(self.facts.scopes) for parameter in scope.parameters}

    @cached_property
    def methods(self) -> dict[int, list[int]]:
        """Class → its methods, as scopes."""
        found: dict[int, list[int]] = {}
        for index, scope in enumerate(self.facts.scopes):
            if scope.kind == "function" and scope.parent >= 0 and self.facts.scopes[scope.parent].kind == "class":
                found.setdefault(scope.parent, []).append(index)
        return found

    def written(self, scope: int, *kinds: str) -> Iterator[tuple[Value, Spot]]:
        """The values of a scope's own statements, of all kinds where none is named."""
        for index in self.steps_by_scope.get(scope, ()):
            step = self.facts.steps[index]
            if step.value is not None and (not kinds or step.kind in kinds):
                yield step.value, Spot(self.path, scope, step.block, index)

    def conditions(self, scope: int) -> Iterator[tuple[Value, Spot]]:
        """The conditions of a scope's own `if` and `while` statements."""
        for index, block in enumerate(self.facts.blocks):
            if block.scope == scope and block.kind in {"if", "while"} and block.value is not None:
                yield block.value, Spot(self.path, scope, block.parent, self.last_steps.get(index, END))

    def outermost(self, kinds: Container[type]) -> Iterator[tuple[Value, Spot]]:
        """The values of statements, and those handed to calls, that are of some kinds, each with the spot that it stands at."""
        for index, step in enumerate(self.facts.steps):
            if step.value is not None and type(step.value) in kinds:
                yield step.value, Spot(self.path, step.scope, step.block, index)
        for call in self.facts.calls:
            for value in given_to(call):
                if type(value) in kinds:
                    yield value, Spot(self.path, call.scope, call.block, call.step)

    @cached_property
    def values(self) -> list[tuple[Value, Spot]]:
        """Every value of the file with all values inside it, and the spot it stands at."""
        return [found for value, spot in self.outermost(KINDS) for found in nested(value, spot)]

    @cached_property
    def composed(self) -> list[tuple[Value, Spot]]:
        """The same of values that hold others, and of those alone: most are plain names, constants and results."""
        return [found for value, spot in self.outermost(INSIDE) for found in nested(value, spot)]

    @cached_property
    def mappings(self) -> list[tuple[Mapping, Spot]]:
        """Every dictionary display of the file."""
        return [(value, spot) for value, spot in self.composed if isinstance(value, Mapping)]

    @cached_property
    def written_out(self) -> list[tuple[Literal | Template, Spot]]:
        """Every constant of the file, and every text that is put together."""
        return [(part, spot) for value, spot in self.outermost(SPELT) for part in all_in(value) if isinstance(part, (Literal, Template))]

    @cached_property
    def texts(self) -> list[tuple[Literal, str, Spot]]:
        """Every constant text of the file, as the record and the text itself."""
        constants = ((value, spot) for value, spot in self.written_out if isinstance(value, Literal))
        return [(value, value.value, spot) for value, spot in constants if isinstance(value.value, str)]

    @cached_property
    def compared(self) -> frozenset[str]:
        """Every name that some condition compares with something that may be listed, or that a `match` is about."""
        tests = [block.value for block in self.facts.blocks if block.kind in TESTING and block.value is not None]
        tests += [step.value for step in self.facts.steps if step.kind in {"assert", "filter"} and step.value is not None]
        parts = [part for test in tests if type(test) in INSIDE for part in all_in(test)]
        found = [tested(part) for part in parts if isinstance(part, Operation) and part.operator in LISTING]
        found += [block.value for block in self.facts.blocks if block.kind == "case" and block.value is not None]
        return frozenset([value.name for value in found if isinstance(value, Ref)])


def tested(comparison: Operation) -> Value:
    """What a comparison is about: the side that is no constant."""
    first, second, *_ = comparison.operands
    return second if isinstance(first, Literal) else first


def given_to(call: Call) -> tuple[Value, ...]:
    """Everything that a call is given."""
    if not (call.keywords or call.spreads):
        return call.args
    return (*call.args, *call.spreads, *(value for _, value in call.keywords))
