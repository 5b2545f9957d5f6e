"""Which embedding calls make the vectors that a value holds."""

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
EMBEDDING = "embed.call"


def makers_of(project: Project, value: Value, spot: Spot) -> list[Site]:
    """The embedding calls that a value comes from: through variables, containers, and functions that give vectors back."""
    return list({site.ref: site for site in _makers(project, value, spot, DEEPEST, set())}.values())


def _makers(project: Project, value: Value, spot: Spot, depth: int, seen: set[object]) -> Iterator[Site]:
    if not depth:
        return
    match value:
        case Ref(name=name):
            yield from _variable(project, name.partition(".")[0], spot, depth, seen)
        case CallResult(call=index):
            yield from _call(project, CallRef(spot.path, index), depth, seen)
        case Attribute(base=base) | Item(base=base):
            yield from _makers(project, base, spot, depth - 1, seen)
        case Comprehension(element=element, source=source):
            for part in (element, source):
                yield from _makers(project, part, spot, depth - 1, seen)
        case _:
            for part in within(value):
                yield from _makers(project, part, spot, depth - 1, seen)


def _variable(project: Project, name: str, spot: Spot, depth: int, seen: set[object]) -> Iterator[Site]:
    """What a variable of the function, or of the module, is bound to."""
    bindings = project.resolver.bindings(spot.path)
    for scope in dict.fromkeys((spot.scope, 0)):
        key = spot.path, scope, name
        if key not in seen:
            seen.add(key)
            for binding in bindings.names.get((scope, name), ()):
                if binding.value is not None:
                    yield from _makers(project, binding.value, Spot(spot.path, binding.scope, binding.block, binding.step), depth - 1, seen)


def _call(project: Project, ref: CallRef, depth: int, seen: set[object]) -> Iterator[Site]:
    """An embedding call itself, or what a function gives back; else what a call is made on and given."""
    site = project.sites.at(ref)
    if site is not None and site.role == EMBEDDING:
        yield site
        return
    call, spot = project.resolver.call(ref), project.resolver.spot(ref)
    functions = [thing for thing in project.resolver.callee(ref) if isinstance(thing, Function)]
    for function in functions:
        key = function.path, function.scope
        if key not in seen:
            seen.add(key)
            for returned, there in project.resolver.bindings(function.path).written(function.scope, "return"):
                yield from _makers(project, returned, there, depth - 1, seen)
    if not functions:
        owner, _ = receiver(call)
        for part in (*((owner,) if owner is not None else ()), *call.args, *(given for _, given in call.keywords)):
            yield from _makers(project, part, spot, depth - 1, seen)
