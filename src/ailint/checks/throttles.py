"""What keeps work that was started together from running all at once: semaphores and limiters taken on the way to the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.told import within
from ailint.facts import CallResult, Ref, Value
from ailint.project.evaluation import words
from ailint.project.structure import END
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings

LIMITERS = frozenset({
    "semaphore", "semaphores", "sem", "limiter", "limiters", "ratelimiter", "ratelimit", "throttle", "throttled", "throttler", "gate", "slot",
    "slots", "concurrency", "bounded", "bucket",
})  # fmt: skip
TAKING = frozenset({"acquire", "acquire_on_behalf_of"})
CLIENT = re.compile(r"rate_?limit|max_concurren|concurrency|per_second|per_minute")
ROLE = "throttle"
RATE = frozenset({"rate", "limit"})
DEEPEST = 4


class Throttles:
    """Asked whether a call, or a function, passes one; what is known of a function is kept."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._functions: dict[tuple[str, int], bool] = {}

    def on_call(self, ref: CallRef, depth: int = 0) -> bool:
        """Whether a call waits its turn: by what it is handed, in what it calls, or by its client."""
        call = self.project.resolver.call(ref)
        bindings = self.project.resolver.bindings(ref.path)
        told = (call.func, *call.args, *(value for _, value in call.keywords)) if not depth or call.name in TAKING else ()
        if any(self.is_limiter(bindings, value) for value in told) or self.has_role(ref):
            return True
        things = self.project.resolver.callee(ref)
        made = [maker for thing in things if isinstance(thing, External) for maker in thing.makers]
        if any(CLIENT.search(name) for maker in made for name, _ in self.project.resolver.call(maker).keywords):
            return True
        return depth < DEEPEST and any(self.in_function(thing, depth + 1) for thing in things if isinstance(thing, Function))

    def in_function(self, function: Function, depth: int = 0) -> bool:
        """Whether a function waits its turn, or what it calls does."""
        key = function.path, function.scope
        if key not in self._functions:
            self._functions[key] = False
            bindings = self.project.resolver.bindings(function.path)
            scope = self.project.resolver.scope(function)
            self._functions[key] = (
                any(self.is_called_limiter(name) for name in self.decorators(function))
                or any(self.limits(bindings, index) for index in bindings.inside(scope.body))
                or any(self.on_call(CallRef(function.path, index), depth or 1) for index, _ in bindings.calls_within(scope.body))
            )
        return self._functions[key]

    def decorators(self, function: Function) -> Iterator[str]:
        """The names of a function's decorators."""
        facts = self.project.python[function.path]
        for decorator in self.project.resolver.scope(function).decorators:
            yield facts.calls[decorator.call].name if isinstance(decorator, CallResult) else getattr(decorator, "name", "")

    def limits(self, bindings: Bindings, index: int) -> bool:
        """Whether a block is one that is entered a few at a time: `async with semaphore`."""
        block = bindings.facts.blocks[index]
        if block.kind != "with" or block.value is None:
            return False
        spot = Spot(bindings.path, block.scope, block.parent, END)
        known = any(self.project.resolver.has_role(thing, ROLE) for thing in self.project.things(block.value, spot))
        return known or self.is_limiter(bindings, block.value)

    def has_role(self, ref: CallRef) -> bool:
        """Whether a call makes a limiter."""
        site = self.project.sites.at(ref)
        return site is not None and site.role == ROLE

    def is_limiter(self, bindings: Bindings, value: Value) -> bool:
        """Whether a value is called a limiter."""
        names = (
            bindings.facts.calls[part.call].name if isinstance(part, CallResult) else part.name if isinstance(part, Ref) else ""
            for part in within(bindings, value)
        )
        return any(self.is_called_limiter(name) for name in names)

    @staticmethod
    def is_called_limiter(name: str) -> bool:
        """Whether a name has the words of a limiter."""
        return bool(words(name) & LIMITERS) or words(name) >= RATE
