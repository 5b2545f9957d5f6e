"""Which calls come to a model: by themselves, or by the functions of the project that they enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.things import CallRef, Class, Function, Instance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver
    from ailint.project.sites import Sites

ASKING = frozenset({"llm.chat", "agent.run"})

Body = tuple[str, int]  # the file and the scope of a function


class Reaching:
    """Follows calls forwards; what has been found out of a function is kept."""

    def __init__(self, resolver: Resolver, sites: Sites) -> None:
        self.resolver = resolver
        self.sites = sites
        self._known: dict[Body, bool] = {}

    def call(self, ref: CallRef) -> bool:
        """Whether a call asks a model, or enters a function that comes to one that does."""
        site = self.sites.at(ref)
        return any(map(self.body, entered(self.resolver, ref))) if site is None else site.role in ASKING

    def body(self, start: Body) -> bool:
        """Whether what stands in a function comes to a model."""
        if start not in self._known:
            self.search(start)
        return self._known[start]

    def search(self, start: Body) -> None:
        """Go through the functions that one comes to, until one asks a model: then so do all on the way to it."""
        way = [(start, self.inside(start))]
        visited = {start}
        while way:
            found = next(way[-1][1], False)
            if found is False:
                way.pop()
            elif found is True or self._known.get(found):
                self._known.update((body, True) for body, _ in way)
                return
            elif found not in visited and found not in self._known:
                visited.add(found)
                way.append((found, self.inside(found)))
        self._known.update(dict.fromkeys(visited, False))

    def inside(self, body: Body) -> Iterator[Body | bool]:
        """True for a call that asks a model, else the functions that the calls of a function enter."""
        path, scope = body
        for index in self.resolver.bindings(path).calls_by_scope.get(scope, ()):
            ref = CallRef(path, index)
            site = self.sites.at(ref)
            if site is None:
                yield from entered(self.resolver, ref)
            elif site.role in ASKING:
                yield True


def entered(resolver: Resolver, ref: CallRef) -> Iterator[Body]:
    """Functions of the project that a call runs; making an object may run any of its methods later."""
    for thing in resolver.callee(ref):
        if isinstance(thing, Function):
            yield thing.path, thing.scope
        elif isinstance(thing, Class | Instance):
            cls = thing if isinstance(thing, Class) else thing.cls
            yield from ((cls.path, method) for method in resolver.bindings(cls.path).methods.get(cls.scope, ()))
