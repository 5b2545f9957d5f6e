"""What repeats a failed call from outside: a decorator, a loop, a helper, around the call or around all who make it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.calling import callers
from ailint.checks.values import parts_of
from ailint.facts import CallResult, FunctionValue, Ref
from ailint.project.structure import END, LOOPS
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Block, Value
    from ailint.project import Project
    from ailint.project.bindings import Bindings

RETRYING = re.compile(r"retr(y|ies)|backoff|attempt|max_tries|resilien", re.IGNORECASE)
ROLES = frozenset({"retry", "retry.stop"})
LEAVING = frozenset({"return", "raise", "break"})
COUNTING = frozenset({"range", "count"})
TAKING = frozenset({"pop", "popleft", "get", "get_nowait", "next", "anext", "input", "recv", "receive", "readline", "read", "dequeue", "popitem"})
DEEPEST = 4


class Retries:
    """Finds what repeats calls; what is known of a function is kept."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._functions: dict[tuple[str, int], bool | None] = {}

    def around(self, ref: CallRef, depth: int = 0) -> bool | None:
        """Whether a call is repeated when it fails; None where only some of its callers do that."""
        bindings = self.project.resolver.bindings(ref.path)
        call = self.project.resolver.call(ref)
        if any(self.is_retrying(bindings, loop) or is_attempt_loop(bindings, index, ref.index) for index, loop in loops_around(bindings, call.block)):
            return True
        return self.around_function(ref.path, call.scope, depth)

    def is_retrying(self, bindings: Bindings, loop: Block) -> bool:
        """Whether a loop goes over an object that retries: `for attempt in Retrying(…)`."""
        return loop.value is not None and self.is_retry(loop.value, Spot(bindings.path, loop.scope, loop.parent, END))

    def is_retry(self, value: Value, spot: Spot) -> bool:
        """Whether a value retries what it is put around."""
        for thing in self.project.things(value, spot):
            if isinstance(thing, External):
                calls = (self.project.sites.at(maker) for maker in thing.makers)
                meanings = self.project.knowledge.meanings(thing.origin)
                if any(site is not None and site.role in ROLES for site in calls) or any(meaning.role in ROLES for meaning in meanings):
                    return True
            elif isinstance(thing, Function) and RETRYING.search(self.project.resolver.scope(thing).name):
                return True
        return False

    # functions

    def around_function(self, path: str, scope: int, depth: int) -> bool | None:
        """Whether a function, and so all that it calls, is repeated when it fails."""
        if scope <= 0 or depth > DEEPEST:
            return False
        key = path, scope
        if key not in self._functions:
            self._functions[key] = False
            self._functions[key] = self.decorated(path, scope) or self.handed_over(path, scope) or self.around_callers(path, scope, depth)
        return self._functions[key]

    def decorated(self, path: str, scope: int) -> bool:
        """Whether a decorator repeats the function."""
        facts = self.project.python[path]
        function = facts.scopes[scope]
        spot = Spot(path, function.parent, function.block, END)
        return any(self.is_retry(decorator, spot) or says_retry(decorator, facts.calls) for decorator in function.decorators)

    def handed_over(self, path: str, scope: int) -> bool:
        """Whether the function, or the one around it, is handed to something that retries it."""
        facts = self.project.python[path]
        for index, call in enumerate(facts.calls):
            if any(is_function(value, facts.scopes[scope].name, scope) for value in (*call.args, *(value for _, value in call.keywords))):
                site = self.project.sites.at(CallRef(path, index))
                known = (site is not None and site.role in ROLES) or self.is_retry(call.func, self.project.resolver.spot(CallRef(path, index)))
                if known or RETRYING.search(call.name):
                    return True
        return False

    def around_callers(self, path: str, scope: int, depth: int) -> bool | None:
        """Whether all who call a function repeat it; for one inside another, whether that is repeated."""
        known = callers(self.project, path, scope)
        if known is None:
            return None
        found = {self.around(ref, depth + 1) for ref in known}
        if found <= {False}:
            parent = self.project.python[path].scopes[scope].parent
            return self.around_function(path, parent, depth + 1) if parent > 0 and self.project.python[path].scopes[parent].kind != "class" else False
        return True if found == {True} else None


def loops_around(bindings: Bindings, block: int) -> Iterator[tuple[int, Block]]:
    """The loops of the same function around a block, with their indexes."""
    scope = bindings.facts.blocks[block].scope
    for index in bindings.ancestors(block):
        here = bindings.facts.blocks[index]
        if here.scope != scope:
            return
        if here.kind in LOOPS:
            yield index, here


def is_attempt_loop(bindings: Bindings, loop: int, call: int) -> bool:
    """Whether a loop repeats one call until it succeeds: failure leads to the next round, success out of the loop."""
    block = bindings.facts.blocks[loop]
    if block.kind == "for" and (not counts(bindings, block) or uses_name(bindings, call, block.target)):
        return False
    if takes_next(bindings, loop, call) or not any(goes_on(bindings, handler) for handler in handlers_of(bindings, loop, call)):
        return False
    return leaves_on_success(bindings, loop, bindings.facts.calls[call].span.line)


def takes_next(bindings: Bindings, loop: int, call: int) -> bool:
    """Whether each round begins by taking another item: `job = queue.get()`."""
    before = bindings.facts.calls[call].span.line
    steps = (step for step in bindings.facts.steps if step.block == loop and step.kind == "bind" and step.span.line < before)
    return any(isinstance(step.value, CallResult) and bindings.facts.calls[step.value.call].name in TAKING for step in steps)


def counts(bindings: Bindings, loop: Block) -> bool:
    """Whether a loop goes over numbers: `range(3)`, `count()`."""
    return isinstance(loop.value, CallResult) and bindings.facts.calls[loop.value.call].name in COUNTING


def uses_name(bindings: Bindings, call: int, target: Value | None) -> bool:
    """Whether a call is handed the loop variable, or what it selects: then each round is another request."""
    if not isinstance(target, Ref):
        return target is not None
    here = bindings.facts.calls[call]
    parts = (part for value in (*here.args, *(value for _, value in here.keywords)) for part in parts_of(value))
    return any(isinstance(part, Ref) and part.name.partition(".")[0] == target.name for part in parts)


def handlers_of(bindings: Bindings, loop: int, call: int) -> Iterator[int]:
    """The handlers that a failure of the call gets to inside the loop."""
    around = set(bindings.ancestors(bindings.facts.calls[call].block))
    inside = set(bindings.inside(loop))
    for index in inside:
        block = bindings.facts.blocks[index]
        if block.kind == "handler" and block.owner in around & inside:
            yield index


def goes_on(bindings: Bindings, handler: int) -> bool:
    """Whether some way through a handler leads to the loop's next round."""
    return not any(step.kind in LEAVING and step.block == handler for step in bindings.facts.steps)


def leaves_on_success(bindings: Bindings, loop: int, line: int) -> bool:
    """Whether the loop is left once the call on this line has succeeded: by `return`, `break`, or a condition that the result meets."""
    block = bindings.facts.blocks[loop]
    inside = set(bindings.inside(loop))
    failing = {found for index in inside if bindings.facts.blocks[index].kind == "handler" for found in bindings.inside(index)}
    if any(step.kind in {"return", "break"} and step.block in inside - failing and step.span.end_line >= line for step in bindings.facts.steps):
        return True
    waited = {part.name for part in parts_of(block.value) if isinstance(part, Ref)} if block.kind == "while" and block.value is not None else set()
    return any(isinstance(step.target, Ref) and step.target.name in waited and step.block in inside - failing for step in bindings.facts.steps)


def says_retry(decorator: Value, calls: tuple[object, ...]) -> bool:
    """Whether a decorator that nobody knows says by its name, or by an argument, that it retries."""
    if isinstance(decorator, CallResult):
        call = calls[decorator.call]
        return bool(RETRYING.search(call.name)) or any(RETRYING.search(name) for name, _ in call.keywords)  # type: ignore[attr-defined]
    return bool(RETRYING.search(getattr(decorator, "name", "")))


def is_function(value: Value, name: str, scope: int) -> bool:
    """Whether a value is a function of this name, or this lambda."""
    if isinstance(value, FunctionValue):
        return value.scope == scope
    return isinstance(value, Ref) and value.name.rpartition(".")[2] == name and bool(name)
