"""Ways through the body of a loop: whether each that leads to the next round passes certain statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.retries import LEAVING
from ailint.facts import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Bindings

States = frozenset[bool]  # whether the statements were passed, for each way that gets here
NOWHERE: States = frozenset()


class Ways:
    """Walks one loop; `marks` are the statements looked for, by index."""

    def __init__(self, bindings: Bindings, marks: frozenset[int]) -> None:
        self.bindings = bindings
        self.blocks = bindings.facts.blocks
        self.marks = marks
        self.again: set[bool] = set()

    def all_pass(self, loop: int) -> bool:
        """Whether every way through the loop to its next round passes one of the statements."""
        states = self.through(loop, frozenset({False}))
        return False not in states | self.again

    def through(self, block: int, states: States) -> States:
        """The states behind a block, entered with these."""
        for kind, item in self.items(block):
            if states:
                states = self.statement(item, states) if kind == "step" else self.part(item, states)
        return states

    def items(self, block: int) -> Iterator[tuple[str, int]]:
        """Statements and blocks directly inside a block, in order."""
        scope = self.blocks[block].scope
        found = [((s.span.line, s.span.column, 0), "step", i) for i, s in enumerate(self.bindings.facts.steps) if s.block == block]
        found += [
            ((self.blocks[i].span.line, self.blocks[i].span.column, 1), "block", i)
            for i in self.bindings.children.get(block, ())
            if self.blocks[i].scope == scope
        ]
        yield from ((kind, index) for _, kind, index in sorted(found))

    def statement(self, step: int, states: States) -> States:
        """The states behind one statement."""
        kind = self.bindings.facts.steps[step].kind
        if kind == "continue":
            self.again |= states
        if kind in LEAVING or kind == "continue":
            return NOWHERE
        return frozenset({True}) if step in self.marks else states

    def part(self, block: int, states: States) -> States:
        """The states behind a block inside another, with what belongs to it: its `else`, its handlers, its other cases."""
        here = self.blocks[block]
        match here.kind:
            case "if":
                other = self.owned(block, "else")
                return self.through(block, states) | (self.through(other[0], states) if other else states)
            case "for" | "while":
                return states | self.inner_loop(block, states)
            case "try":
                return self.attempt(block, states)
            case "case":
                return self.choice(block, states)
            case "with":
                return self.through(block, states)
            case _:
                return states  # seen with what owns it

    def owned(self, block: int, kind: str) -> list[int]:
        """The blocks of a kind that belong to a block."""
        return [index for index in self.bindings.children.get(self.blocks[block].parent, ()) if self.is_owned(index, block, kind)]

    def is_owned(self, index: int, block: int, kind: str) -> bool:
        """Whether a block belongs to another."""
        return self.blocks[index].owner == block and self.blocks[index].kind == kind

    def inner_loop(self, loop: int, states: States) -> States:
        """The states behind a loop inside, whose own jumps stay in it."""
        inner = Ways(self.bindings, self.marks)
        behind = inner.through(loop, states) | inner.again
        return frozenset(behind)

    def attempt(self, block: int, states: States) -> States:
        """The states behind a `try`: a failure may come after anything that it does."""
        tried = self.through(block, states)
        inside = set(self.bindings.inside(block))
        passed = any(self.bindings.facts.steps[mark].block in inside for mark in self.marks)
        failed = frozenset({True}) if passed else states
        for other in self.owned(block, "try-else"):
            tried = self.through(other, tried)
        for handler in self.owned(block, "handler"):
            tried |= self.through(handler, failed)
        for last in self.owned(block, "finally"):
            tried = self.through(last, tried) if tried else tried
        return tried

    def choice(self, case: int, states: States) -> States:
        """The states behind all cases of a `match`, worked out at the first of them."""
        subject = self.blocks[case].value
        cases = [i for i in self.bindings.children[self.blocks[case].parent] if self.blocks[i].kind == "case" and self.blocks[i].value == subject]
        if case != cases[0]:
            return states
        matches_all = isinstance(self.blocks[cases[-1]].target, Unknown)
        behind = frozenset().union(*(self.through(one, states) for one in cases))
        return behind if matches_all else behind | states
