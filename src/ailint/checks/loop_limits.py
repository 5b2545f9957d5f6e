"""What a condition that ends a loop goes by: a count, the clock, a budget, what the model said, or something that nobody can tell."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from ailint.checks.branches import conditions
from ailint.checks.told import within
from ailint.checks.ways import Ways
from ailint.facts import CallResult, Literal, Operation, Ref, Template, Value
from ailint.project.nesting import all_in
from ailint.project.things import CallRef, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.bindings import Binding, Bindings

SIZES = frozenset({"<", "<=", ">", ">="})
EQUALITY = frozenset({"==", "!="})
CLOCKS = frozenset({"time", "monotonic", "perf_counter", "now", "utcnow", "elapsed", "total_seconds", "process_time"})
LIMITING = re.compile(r"budget|limit|quota|deadline|exceed|max_|timeout|timed_out|expired|cancel|abort|exhaust")


class Ground(Enum):
    """What a condition goes by; of several the first counts."""

    LIMIT = auto()
    STUCK = auto()  # a count that some ways through the loop leave as it was
    UNKNOWN = auto()
    MODEL = auto()
    NOTHING = auto()


class Grounds:
    """Tells what the conditions of one loop go by."""

    def __init__(self, project: Project, bindings: Bindings, loop: int) -> None:
        self.project = project
        self.bindings = bindings
        self.loop = loop
        self.inside = frozenset(bindings.inside(loop))
        self.stuck = ""

    def of_all(self, tests: Iterable[tuple[Value, Spot]]) -> set[Ground]:
        """What several conditions go by; a limit among them is enough to know."""
        found: set[Ground] = set()
        for test, spot in tests:
            found |= self.of(test, spot)
            if Ground.LIMIT in found:
                break
        return found

    def of(self, test: Value, spot: Spot) -> set[Ground]:
        """What a condition goes by."""
        return {ground for condition in conditions(test) for ground in self.of_condition(condition, spot)} or {Ground.NOTHING}

    def of_condition(self, condition: Value, spot: Spot) -> Iterator[Ground]:
        """What a single condition goes by."""
        if isinstance(condition, Literal):
            return
        if isinstance(condition, Operation) and condition.operator in SIZES | EQUALITY:
            grounds = {self.of_operand(operand, spot) for operand in condition.operands}
            counted = grounds & {Ground.LIMIT, Ground.STUCK}
            if counted:
                yield from counted
                return
        if self.says_model(condition, spot):
            yield Ground.MODEL
        elif any(self.is_limiting(part) for part in within(self.bindings, condition)):
            yield Ground.LIMIT
        elif not (self.is_flag(condition) or is_state(condition)):
            yield Ground.UNKNOWN

    # operands of a comparison

    def of_operand(self, operand: Value, spot: Spot) -> Ground:
        """What one side of a comparison is: a count, the clock, or neither."""
        parts = list(within(self.bindings, operand))
        if any(isinstance(part, CallResult) and self.bindings.facts.calls[part.call].name in CLOCKS for part in parts):
            return Ground.LIMIT
        names = {part.name for part in parts if isinstance(part, Ref)}
        found = [self.of_count(name, spot) for name in sorted(names)]
        return next((ground for ground in (Ground.LIMIT, Ground.STUCK) if ground in found), Ground.NOTHING)

    def of_count(self, name: str, spot: Spot) -> Ground:
        """Whether a variable counts the rounds: in all of them, in some, or not at all."""
        steps = frozenset(self.advances(name, spot))
        if not steps:
            return Ground.LIMIT if "." in name and self.counted_elsewhere(name) else Ground.NOTHING
        if Ways(self.bindings, steps).all_pass(self.loop):
            return Ground.LIMIT
        self.stuck = self.stuck or name
        return Ground.STUCK

    def advances(self, name: str, spot: Spot) -> Iterator[int]:
        """Statements of the loop that move a count on, or add to a list."""
        for index, step in enumerate(self.bindings.facts.steps):
            if step.scope != spot.scope or step.block not in self.inside:
                continue
            if isinstance(step.target, Ref) and step.target.name == name:
                if step.kind == "augment" or (step.kind == "bind" and step.value is not None and self.builds_on(step.value, name)):
                    yield index
            elif step.kind == "expression" and isinstance(step.value, CallResult):
                func = self.bindings.facts.calls[step.value.call].func
                if isinstance(func, Ref) and func.name in {f"{name}.append", f"{name}.extend"}:
                    yield index

    def builds_on(self, value: Value, name: str) -> bool:
        """Whether a value is made of the variable itself: `n = n + 1`, or reads the clock or a counter of tokens."""
        if isinstance(value, Operation | Template):
            return any(isinstance(part, Ref) and part.name == name for part in all_in(value))
        return isinstance(value, CallResult) and self.bindings.facts.calls[value.call].name in CLOCKS

    def counted_elsewhere(self, name: str) -> bool:
        """Whether an attribute is a count that other code of the file moves on."""
        attribute = name.rpartition(".")[2]
        return any(
            step.kind == "augment" and isinstance(step.target, Ref) and step.target.name.endswith(f".{attribute}")
            for step in self.bindings.facts.steps
        )

    # other conditions

    def says_model(self, condition: Value, spot: Spot) -> bool:
        """Whether a condition goes by what a model said."""
        return any(self.project.flow.model_output(part, spot) for part in self.asked_about(condition))

    def asked_about(self, condition: Value) -> Iterator[Value]:
        """The values that a condition is about, what it hands to functions and the objects of methods among them."""
        for part in within(self.bindings, condition):
            if isinstance(part, CallResult):
                func = self.bindings.facts.calls[part.call].func
                if isinstance(func, Ref) and "." in func.name:
                    yield Ref(func.name.rpartition(".")[0], func.line)
            elif not isinstance(part, Literal | Operation):
                yield part

    def is_limiting(self, part: Value) -> bool:
        """Whether a call asks for a limit, by its name or by what the function does."""
        if not isinstance(part, CallResult):
            return isinstance(part, Ref) and bool(LIMITING.search(part.name.rpartition(".")[2].lower()))
        call = CallRef(self.bindings.path, part.call)
        return bool(LIMITING.search(self.project.resolver.call(call).name.lower())) or compares_sizes(self.project, call)

    def is_flag(self, condition: Value) -> bool:
        """Whether a condition is a variable that the loop itself sets: what it is set by is looked at there."""
        return isinstance(condition, Ref) and "." not in condition.name and bool(self.bound(condition.name))

    def bound(self, name: str) -> list[Binding]:
        """The assignments of the loop to a variable."""
        scope = self.bindings.facts.blocks[self.loop].scope
        return [binding for binding in self.bindings.names.get((scope, name), ()) if binding.block in self.inside]


def is_state(condition: Value) -> bool:
    """Whether a condition holds a state against another, which counts nothing: `process.returncode != 0`."""
    return isinstance(condition, Operation) and condition.operator in EQUALITY | {"is", "is not"}


def compares_sizes(project: Project, ref: CallRef) -> bool:
    """Whether a function of the project compares a size, to end something or to raise."""
    for thing in project.resolver.callee(ref):
        if isinstance(thing, Function):
            bindings = project.resolver.bindings(thing.path)
            body = set(bindings.inside(project.resolver.scope(thing).body))
            tests = [block.value for index, block in enumerate(bindings.facts.blocks) if index in body and block.kind in {"if", "while"}]
            returned = [bindings.facts.steps[index].value for index in bindings.steps_by_scope.get(thing.scope, ())]
            if any(is_size(part) for value in (*tests, *returned) if value is not None for part in all_in(value)):
                return True
    return False


def is_size(value: Value) -> bool:
    """Whether a value compares sizes, other than with nothing: `len(calls) > 0` is none."""
    return isinstance(value, Operation) and value.operator in SIZES and not any(operand == Literal(0) for operand in value.operands)


def raises_at_limit(project: Project, refs: Iterable[CallRef]) -> bool:
    """Whether one of several calls goes to a function of the project that raises at a limit."""
    return any(raises(project, thing) for ref in refs for thing in project.resolver.callee(ref) if isinstance(thing, Function))


def raises(project: Project, function: Function) -> bool:
    """Whether a function raises where a size is too large."""
    bindings = project.resolver.bindings(function.path)
    steps = [bindings.facts.steps[index] for index in bindings.steps_by_scope.get(function.scope, ())]
    blocks = [bindings.facts.blocks[step.block] for step in steps if step.kind == "raise"]
    tests = [block.value for block in blocks if block.kind == "if" and block.value is not None]
    return any(is_size(part) for test in tests for part in all_in(test))
