"""How values reach functions that nobody calls by name: wrappers that decorators put around others, and work handed to threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Call, Collection, Literal, Mapping, Parameter, Ref, Scope, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver
    from ailint.project.sites import Sites


class Handover:
    """Finds decorated functions and offloaded work, each index built once."""

    def __init__(self, resolver: Resolver, sites: Sites) -> None:
        self.resolver = resolver
        self.sites = sites
        self._decorated: dict[tuple[str, int], list[Function]] | None = None
        self._offloaded: dict[tuple[str, int], list[tuple[CallRef, int]]] | None = None

    def wrapped(self, path: str, scope: int) -> list[Function]:
        """The functions that are decorated with the function around this one."""
        parent = self.resolver.files[path].scopes[scope].parent
        while parent > 0 and self.resolver.files[path].scopes[parent].kind == "function":
            found = self.decorated.get((path, parent))
            if found:
                return found
            parent = self.resolver.files[path].scopes[parent].parent
        return []

    @property
    def decorated(self) -> dict[tuple[str, int], list[Function]]:
        """Decorator of the project → functions that bear it."""
        if self._decorated is None:
            self._decorated = {}
            for path, facts in self.resolver.files.items():
                for index, scope in enumerate(facts.scopes):
                    for decorator in self.decorators(path, scope):
                        self._decorated.setdefault((decorator.path, decorator.scope), []).append(Function(path, index))
        return self._decorated

    def decorators(self, path: str, scope: Scope) -> Iterator[Function]:
        """The functions of the project that decorate a scope."""
        spot = Spot(path, scope.parent, scope.block, END)
        for decorator in scope.decorators:
            if isinstance(decorator, Ref):
                yield from (thing for thing in self.resolver.things(decorator, spot) if isinstance(thing, Function))
            else:
                value = getattr(decorator, "call", None)
                callees = self.resolver.callee(CallRef(path, value)) if value is not None else ()
                yield from (thing for thing in callees if isinstance(thing, Function))

    def through_wrapper(self, path: str, scope: int, parameter: Parameter, taken: str) -> Iterator[tuple[CallRef, Value]]:
        """What `args[n]` or `kwargs[name]` of a decorator's wrapper are, with the calls that hand them over."""
        key = taken.strip("[]")
        own = sum(p.kind == "positional" for p in self.resolver.files[path].scopes[scope].parameters)
        for function in self.wrapped(path, scope):
            target = self.resolver.scope(function)
            method = bool(target.parameters) and target.parameters[0].name in {"self", "cls"}
            for ref in self.resolver.callers(function.path, function.scope) or ():
                call = self.resolver.call(ref)
                if parameter.kind == "kwargs":
                    yield from ((ref, value) for name, value in call.keywords if name == key)
                elif key.isdigit():
                    place = int(key) + own - method
                    if 0 <= place < len(call.args):
                        yield ref, call.args[place]
                else:
                    yield from ((ref, value) for value in call.args)

    def offloaded(self, path: str, scope: int) -> list[tuple[CallRef, int]]:
        """Calls that hand this function to a thread or task, and how many arguments stand before its own."""
        if self._offloaded is None:
            self._offloaded = {}
            for site in self.sites.of("offload"):
                for place, function in self.functions(site.ref):
                    self._offloaded.setdefault((function.path, function.scope), []).append((site.ref, place + 1))
        return self._offloaded.get((path, scope), [])

    def functions(self, ref: CallRef) -> Iterator[tuple[int, Function]]:
        """Functions of the project among a call's arguments, with their places."""
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        values = [*enumerate(call.args), *((len(call.args), value) for _, value in call.keywords)]
        for place, value in values[:3]:
            for thing in self.resolver.things(value, spot):
                if isinstance(thing, Function):
                    yield place, thing

    def to_thread(self, path: str, scope: int, parameter: Parameter) -> Iterator[tuple[CallRef, Value]]:
        """What a parameter of an offloaded function is given."""
        offloaded = self.offloaded(path, scope)
        if not offloaded:
            return
        facts = self.resolver.files[path].scopes[scope]
        positional = [p for p in facts.parameters if p.kind == "positional" and p.name not in {"self", "cls"}]
        for ref, before in offloaded:
            call = self.resolver.call(ref)
            args, keywords = gathered(call)
            yield from ((ref, value) for name, value in keywords if name == parameter.name)
            given = args or call.args[before:]
            if parameter in positional and positional.index(parameter) < len(given):
                yield ref, given[positional.index(parameter)]


def gathered(call: Call) -> tuple[tuple[Value, ...], list[tuple[str, Value]]]:
    """What a call hands over in `args=(…)` and by name, `kwargs={…}` included."""
    args: tuple[Value, ...] = ()
    keywords = list(call.keywords)
    for name, value in call.keywords:
        if name == "args" and isinstance(value, Collection):
            args = value.items
        elif name == "kwargs" and isinstance(value, Mapping):
            keywords += [(str(key.value), inner) for key, inner in value.entries if isinstance(key, Literal)]
    return args, keywords
