"""Whether code runs again and again: once a request, once a tool call, once an item, once a user's click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.kept import collected, made_once
from ailint.checks.retries import is_attempt_loop
from ailint.facts import CallResult, Literal, Place, Related, Scope, Template, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, Data, External, Function, Spot, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

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
FARTHEST_LOOP = 3  # calls: further up, what a loop repeats is anybody's guess
MOST_FUNCTIONS = 3000
MOST_CALLERS = 20
ANSWERING = frozenset({"llm.chat", "embed.call", "vector.query", "rerank.call", "moderation.call", "agent.run", "vector.write"})
ELSEWHERE = frozenset({"test", "example", "eval"})


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

    def of_call(self, ref: CallRef, depth: int = 0, *, gives: bool = True) -> tuple[Related, ...]:
        """Why a call is made again and again, as places from the nearest outwards; empty if nothing shows it. `gives`: its result is the object."""
        loop = self.loop(ref, gives=gives) if depth <= FARTHEST_LOOP else None
        if loop is not None:
            return (loop,)
        return self.of_function(ref.path, self.project.resolver.call(ref).scope, depth)

    def loop(self, ref: CallRef, *, gives: bool = True) -> Related | None:
        """The loop that repeats a call, as a place; one that tries again until it succeeds, or keeps each result, does not."""
        bindings = self.project.resolver.bindings(ref.path)
        call = self.project.resolver.call(ref)
        if gives and collected(bindings, ref.index):
            return None
        for index in bindings.ancestors(call.block):
            block = bindings.facts.blocks[index]
            if block.scope != call.scope:
                return None
            if block.kind in LOOPS and not (block.kind != "comprehension" and is_attempt_loop(bindings, index, ref.index)):
                return Related(Place(ref.path, block.span, bindings.facts.scopes[call.scope].symbol), "this loop repeats it")
        return None

    def of_function(self, path: str, scope: int, depth: int = 0) -> tuple[Related, ...]:
        """Why a function runs again and again."""
        key = path, scope
        if key in self._known:
            return self._known[key]
        if depth >= DEEPEST or len(self._known) >= MOST_FUNCTIONS:
            return ()
        self._known[key] = ()
        self._known[key] = found = self.find(path, scope, depth)
        return found

    def find(self, path: str, index: int, depth: int) -> tuple[Related, ...]:
        """Why a function runs again and again: what frameworks do with it, else what its callers do."""
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
        """The first caller that runs again and again, and does not keep what it is given."""
        offloaded = [ref for ref, _ in self.project.flow.handover.offloaded(path, index)]
        gives = self.gives_object(path, index)
        for ref in (*(self.project.resolver.callers(path, index) or ()), *offloaded):
            if self.project.role(ref.path) in ELSEWHERE or (gives and made_once(self.project.resolver.bindings(ref.path), ref.index)):
                continue
            above = self.of_call(ref, depth + 1, gives=gives)
            if above:
                return (Related(self.project.flow.call_place(ref), "called here"), *above)
        return ()

    def gives_object(self, path: str, scope: int) -> bool:
        """Whether a function may give its callers the object that it builds, rather than an answer that it has got with it."""
        if self.project.python[path].scopes[scope].name == "__init__":
            return True
        things = self.project.resolver.returned(Function(path, scope))
        return not any(self.is_answer(thing) for thing in things) and not all(is_text(thing) for thing in things)

    def is_answer(self, thing: Thing) -> bool:
        """Whether a thing is, or is taken of, what a model or store has answered."""
        asked = thing.origin.partition("()")[0] if isinstance(thing, External) else ""
        return any(meaning.role in ANSWERING for meaning in self.project.knowledge.meanings(asked)) if asked else False

    def other_callers(self, ref: CallRef, told: tuple[Related, ...]) -> Iterator[Related]:
        """Further calls of the function around a call that are made again and again; not those in `told`."""
        places = {related.place for related in told}
        scope = self.project.resolver.call(ref).scope
        callers = self.project.resolver.callers(ref.path, scope) or ()
        gives = self.gives_object(ref.path, scope)
        for other in callers[:MOST_CALLERS]:
            place = self.project.flow.call_place(other)
            known = self.project.role(other.path) in ELSEWHERE or (gives and made_once(self.project.resolver.bindings(other.path), other.index))
            if place not in places and not known and self.of_call(other, 1, gives=gives):
                yield Related(place, "called here as well")

    def decorated(self, path: str, scope: Scope) -> str:
        """The role of a decorator that has a framework call the function, empty where there is none."""
        return next((role for role in REPEATING if self.has_decorator(path, scope, role)), "")

    def cached(self, path: str, scope: Scope) -> bool:
        """Whether the function's result is kept, or it runs once for a fixture or a life span."""
        return self.has_decorator(path, scope, "cache")

    def has_decorator(self, path: str, scope: Scope, role: str) -> bool:
        """Whether a decorator of the function has a role."""
        spot = Spot(path, scope.parent, scope.block, END)
        return any(self.is_of(decorator, spot, role) for decorator in scope.decorators)

    def is_of(self, decorator: Value, spot: Spot, role: str) -> bool:
        """Whether a decorator has a role, called or not."""
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


def is_text(thing: Thing) -> bool:
    """Whether a thing is a constant or a text, and holds no object."""
    return isinstance(thing, Data) and isinstance(thing.value, Literal | Template)
