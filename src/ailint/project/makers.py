"""Which calls of some role make what a value holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Comprehension, Item, Ref, Value
from ailint.project.iteration import receiver
from ailint.project.nesting import within
from ailint.project.things import CallRef, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.project import Project
    from ailint.project.sites import Site

DEEPEST = 12


def makers_of(project: Project, value: Value, spot: Spot, *roles: str) -> list[Site]:
    """The calls of these roles that a value comes from: through variables, containers, and functions that give it back."""
    return list({site.ref: site for site in Makers(project, frozenset(roles)).of(value, spot, DEEPEST)}.values())


class Makers:
    """One walk backwards; each function and variable is looked at once."""

    def __init__(self, project: Project, roles: frozenset[str]) -> None:
        self.project = project
        self.roles = roles
        self._seen: set[object] = set()

    def of(self, value: Value, spot: Spot, depth: int) -> Iterator[Site]:
        """The calls behind a value."""
        if not depth:
            return
        match value:
            case Ref(name=name):
                yield from self.variable(name.partition(".")[0], spot, depth)
            case CallResult(call=index):
                yield from self.call(CallRef(spot.path, index), depth)
            case Attribute(base=base) | Item(base=base):
                yield from self.of(base, spot, depth - 1)
            case Comprehension(element=element, source=source):
                for part in (element, source):
                    yield from self.of(part, spot, depth - 1)
            case _:
                for part in within(value):
                    yield from self.of(part, spot, depth - 1)

    def variable(self, name: str, spot: Spot, depth: int) -> Iterator[Site]:
        """What a variable of the function, or of the module, is bound to."""
        bindings = self.project.resolver.bindings(spot.path)
        for scope in dict.fromkeys((spot.scope, 0)):
            for binding in bindings.names.get((scope, name), ()) if self.is_new((spot.path, scope, name)) else ():
                if binding.value is not None:
                    yield from self.of(binding.value, Spot(spot.path, binding.scope, binding.block, binding.step), depth - 1)

    def call(self, ref: CallRef, depth: int) -> Iterator[Site]:
        """A call of one of the roles itself, or what a function gives back; else what a call is made on and given."""
        site = self.project.sites.at(ref)
        if site is not None and site.role in self.roles:
            yield site
            return
        functions = [thing for thing in self.project.resolver.callee(ref) if isinstance(thing, Function)]
        for function in functions:
            if self.is_new((function.path, function.scope)):
                for returned, there in self.project.resolver.bindings(function.path).written(function.scope, "return"):
                    yield from self.of(returned, there, depth - 1)
        if not functions:
            call, spot = self.project.resolver.call(ref), self.project.resolver.spot(ref)
            owner, _ = receiver(call)
            for part in (*((owner,) if owner is not None else ()), *call.args, *(given for _, given in call.keywords)):
                yield from self.of(part, spot, depth - 1)

    def is_new(self, key: object) -> bool:
        """Whether something has not been looked at."""
        if key in self._seen:
            return False
        self._seen.add(key)
        return True
