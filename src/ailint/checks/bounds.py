"""What ends a call from outside: a limit around it, around the task it runs in, or around all who call its function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.calling import callers
from ailint.checks.limits import Kind, limit_of
from ailint.checks.values import parts_of
from ailint.facts import Call, CallResult, Ref
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

WITH = frozenset({"with"})
LIMITS_OF_HANDLERS = frozenset({"timeout", "timeout_seconds", "time_limit", "soft_time_limit", "max_duration"})
DEEPEST = 3


class Bounds:
    """Finds limits around calls; what is known of one file or function is kept."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._holders: dict[str, dict[int, list[int]]] = {}
        self._functions: dict[tuple[str, int], Site | None] = {}

    def around(self, ref: CallRef, depth: int = 0) -> Site | None:
        """The call that bounds another, if there is one."""
        call = self.project.resolver.call(ref)
        bindings = self.project.resolver.bindings(ref.path)
        blocks = (block.value for block in bindings.enclosing(call.block, WITH) if block.value is not None)
        for value in blocks:
            if isinstance(value, CallResult) and (site := self.bound(CallRef(ref.path, value.call))) is not None:
                return site
        return self.holder(ref, bindings, depth) or self.around_function(ref.path, call.scope, depth)

    def bound(self, ref: CallRef) -> Site | None:
        """The call's site if it limits the time of what it is given."""
        site = self.project.sites.at(ref)
        if site is None or site.role != "bound":
            return None
        return site if limit_of(self.project, self.project.argument(site, "timeout")).kind is not Kind.NONE else None

    def holder(self, ref: CallRef, bindings: Bindings, depth: int) -> Site | None:
        """A limit that the call's result, or the variable it is kept in, is handed to."""
        if depth > DEEPEST:
            return None
        held = [*self.holders(bindings).get(ref.index, ()), *self.users(ref, bindings)]
        for index in held:
            found = self.bound(CallRef(ref.path, index)) or self.holder(CallRef(ref.path, index), bindings, depth + 1)
            if found is not None:
                return found
        return None

    def holders(self, bindings: Bindings) -> dict[int, list[int]]:
        """Call → calls among whose arguments its result stands."""
        if bindings.path not in self._holders:
            found: dict[int, list[int]] = {}
            for index, call in enumerate(bindings.facts.calls):
                for inner in arguments_of(call):
                    found.setdefault(inner, []).append(index)
            self._holders[bindings.path] = found
        return self._holders[bindings.path]

    def users(self, ref: CallRef, bindings: Bindings) -> Iterator[int]:
        """Calls of the same function that are handed a variable bound to the call's result."""
        call = bindings.facts.calls[ref.index]
        step = bindings.facts.steps[call.step] if call.step < len(bindings.facts.steps) else None
        if step is None or step.kind != "bind" or not isinstance(step.target, Ref) or step.value != CallResult(ref.index) or call.awaited:
            return
        for index, other in enumerate(bindings.facts.calls):
            if other.scope == call.scope and any(isinstance(value, Ref) and value.name == step.target.name for value in other.args):
                yield index

    # functions

    def around_function(self, path: str, scope: int, depth: int) -> Site | None:
        """A limit on the function that holds the call: by a decorator, or around everybody who calls it."""
        key = path, scope
        if scope <= 0 or depth > DEEPEST:
            return None
        if key not in self._functions:
            self._functions[key] = None
            self._functions[key] = self.decorated(path, scope) or self.around_callers(path, scope, depth)
        return self._functions[key]

    def decorated(self, path: str, scope: int) -> Site | None:
        """A limit that a decorator puts on the function."""
        function = self.project.python[path].scopes[scope]
        for decorator in function.decorators:
            if isinstance(decorator, CallResult) and (site := self.bound(CallRef(path, decorator.call))) is not None:
                return site
        return None

    def around_callers(self, path: str, scope: int, depth: int) -> Site | None:
        """A limit around everybody who calls the function or runs it in a thread."""
        known = list(callers(self.project, path, scope) or ())
        known += [ref for ref, _ in self.project.flow.handover.offloaded(path, scope)]
        found = [self.around(ref, depth + 1) for ref in known]
        return found[0] if found and all(found) else None

    def limited_handler(self, ref: CallRef) -> str:
        """The argument by which a decorator of the function around a call limits it: `@app.function(timeout=…)`; empty without one."""
        facts = self.project.python[ref.path]
        scope = facts.calls[ref.index].scope
        while scope > 0:
            for decorator in facts.scopes[scope].decorators:
                if isinstance(decorator, CallResult):
                    named = {name for name, _ in facts.calls[decorator.call].keywords} & LIMITS_OF_HANDLERS
                    if named:
                        return named.pop()
            scope = facts.scopes[scope].parent
        return ""


def arguments_of(call: Call) -> list[int]:
    """The calls whose results a call is handed, in lists and the like too."""
    given = (*call.args, *(value for _, value in call.keywords)) if call.keywords else call.args
    return [part.call for value in given for part in parts_of(value) if isinstance(part, CallResult)]
