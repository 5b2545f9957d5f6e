"""Whether code runs again and again: once a request, once a tool call, once an item, once a user's click."""

from __future__ import annotations

from collections.abc import Iterator

from ailint.facts import CallResult, Place, Related, Scope, Value
from ailint.project import Project
from ailint.project.bindings import END
from ailint.project.things import CallRef, Class, External, Function, Spot

REPEATING = {
    "route": "handles requests",
    "inject": "is called for each request",
    "tool.def": "is a tool of the model",
    "agent.step": "is a step that each run takes",
    "ui.callback": "runs on each event",
    "ui.chat": "answers each message",
}
LOOPS = frozenset({"for", "while", "comprehension"})
DEEPEST = 6
MOST_FUNCTIONS = 60


class Repetition:
    """Answers for functions and calls of one project; what was found out is kept."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._known: dict[tuple[str, int], tuple[Related, ...]] = {}
        self._handlers = {(f.path, f.scope): role for role in REPEATING for f in self.handlers(role)}

    def handlers(self, role: str) -> Iterator[Function]:
        """Functions that a framework calls, given to a call of this role."""
        for site in self.project.calls(role):
            for name in ("function", "handler", "endpoint"):
                value = self.project.given(site, name)
                things = self.project.things(value, site.spot) if value is not None else ()
                yield from (thing for thing in things if isinstance(thing, Function))

    def of_call(self, ref: CallRef) -> tuple[Related, ...]:
        """Why a call is made again and again, as places from the nearest outwards; empty if nothing shows it."""
        loop = self.loop(ref)
        if loop is not None:
            return (loop,)
        return self.of_function(ref.path, self.project.resolver.call(ref).scope)

    def loop(self, ref: CallRef) -> Related | None:
        bindings = self.project.resolver.bindings(ref.path)
        call = self.project.resolver.call(ref)
        block = next(bindings.enclosing(call.block, LOOPS), None)
        if block is None:
            return None
        return Related(Place(ref.path, block.span, bindings.facts.scopes[call.scope].symbol), "this loop repeats it")

    def of_function(self, path: str, scope: int, depth: int = 0) -> tuple[Related, ...]:
        """Why a function runs again and again."""
        key = path, scope
        if key not in self._known:
            self._known[key] = ()
            self._known[key] = self.find(path, scope, depth) if depth < DEEPEST and len(self._known) < MOST_FUNCTIONS * 50 else ()
        return self._known[key]

    def find(self, path: str, index: int, depth: int) -> tuple[Related, ...]:
        scope = self.project.python[path].scopes[index]
        place = Place(path, scope.span, scope.symbol)
        if scope.kind == "module" or self.cached(path, scope):
            return ()
        role = self._handlers.get((path, index)) or self.decorated(path, scope)
        if role:
            return (Related(place, f"`{scope.name}` {REPEATING[role]}"),)
        if (path, index) in self.project.flow.tools:
            return (Related(place, f"`{scope.name}` is a tool of the model"),)
        if scope.kind == "lambda":
            return self.of_function(path, scope.parent, depth + 1)
        if self.handles_requests(path, scope):
            return (Related(place, f"`{scope.name}` handles requests"),)
        return self.by_callers(path, index, depth)

    def by_callers(self, path: str, index: int, depth: int) -> tuple[Related, ...]:
        offloaded = [ref for ref, _ in self.project.flow.handover.offloaded(path, index)]
        for ref in (*(self.project.resolver.callers(path, index) or ()), *offloaded):
            if self.project.role(ref.path) in {"test", "example", "eval"}:
                continue
            loop = self.loop(ref)
            if loop is not None:
                return (Related(self.project.flow.call_place(ref), "called here"), loop)
            above = self.of_function(ref.path, self.project.resolver.call(ref).scope, depth + 1)
            if above:
                return (Related(self.project.flow.call_place(ref), "called here"), *above)
        return ()

    def decorated(self, path: str, scope: Scope) -> str:
        return next((role for role in REPEATING if self.has_decorator(path, scope, role)), "")

    def cached(self, path: str, scope: Scope) -> bool:
        """Whether the function's result is kept, or it runs once for a fixture or a life span."""
        return self.has_decorator(path, scope, "cache")

    def has_decorator(self, path: str, scope: Scope, role: str) -> bool:
        spot = Spot(path, scope.parent, scope.block, END)
        return any(self.is_of(decorator, spot, role) for decorator in scope.decorators)

    def is_of(self, decorator: Value, spot: Spot, role: str) -> bool:
        resolver = self.project.resolver
        things = resolver.callee(CallRef(spot.path, decorator.call)) if isinstance(decorator, CallResult) else resolver.things(decorator, spot)
        return any(resolver.has_role(thing, role) for thing in things)

    def handles_requests(self, path: str, scope: Scope) -> bool:
        """Whether the function is a method of a class whose base handles requests."""
        parent = self.project.python[path].scopes[scope.parent]
        if parent.kind != "class" or scope.name.startswith("__"):
            return False
        bases = self.project.resolver.lineage(Class(path, scope.parent))
        return any(isinstance(base, External) and self.project.resolver.has_role(base, "route") for base in bases)
