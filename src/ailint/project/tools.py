"""Functions that a model may call, so that it chooses their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, Data, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver
    from ailint.project.sites import Sites


def tool_functions(resolver: Resolver, sites: Sites) -> frozenset[tuple[str, int]]:
    """(path, scope) of every function exposed to a model: by decorator, to a tool's constructor, in a list of tools, as a tool's method."""
    return frozenset((function.path, function.scope) for function in (*decorated(resolver), *listed(resolver, sites), *written(resolver)))


def written(resolver: Resolver) -> Iterator[Function]:
    """The methods that a class of tools has to write."""
    for path, facts in resolver.files.items():
        for index, scope in enumerate(facts.scopes):
            if scope.kind == "class" and scope.bases:
                for base in resolver.lineage(Class(path, index)):
                    names = bodies(resolver, base) if isinstance(base, External) else ()
                    yield from (Function(path, method) for name in names for method in resolver.bindings(path).members.get((index, name), ()))


def bodies(resolver: Resolver, base: External) -> Iterator[str]:
    """The names of the methods by which a base class has its tools run."""
    for meaning in resolver.knowledge.methods(base.origin, "tool.body"):
        yield meaning.name.rpartition(".")[2]


def decorated(resolver: Resolver) -> Iterator[Function]:
    """Functions that a decorator exposes to a model."""
    for path, facts in resolver.files.items():
        for index, scope in enumerate(facts.scopes):
            if scope.decorators:
                spot = Spot(path, scope.parent, scope.block, END)
                if any(exposes(resolver, decorator, spot) for decorator in scope.decorators):
                    yield Function(path, index)


def exposes(resolver: Resolver, decorator: Value, spot: Spot) -> bool:
    """Whether a decorator makes a tool of its function."""
    if isinstance(decorator, CallResult):
        return any(resolver.has_role(thing, "tool.def") for thing in resolver.callee(CallRef(spot.path, decorator.call)))
    return any(resolver.has_role(thing, "tool.def") for thing in resolver.things(decorator, spot))


def listed(resolver: Resolver, sites: Sites) -> Iterator[Function]:
    """Functions handed to a model, an agent or a tool's constructor."""
    for site in sites.of("tool.def", "agent.define", "agent.run", "llm.chat"):
        names = {*site.meaning.arguments.get("tools", ()), *site.meaning.arguments.get("function", ())}
        values = [value for name, value in site.call.keywords if name in names]
        places = {site.meaning.positional.index(name) for name in names if name in site.meaning.positional}
        values += [site.call.args[place] for place in places if place < len(site.call.args)]
        for value in values:
            yield from functions_in(resolver, value, site.spot)


def functions_in(resolver: Resolver, value: Value, spot: Spot) -> Iterator[Function]:
    """The functions that a value stands for or lists."""
    for thing in resolver.things(value, spot):
        if isinstance(thing, Function):
            yield thing
        elif isinstance(thing, Data) and isinstance(thing.value, Collection):
            for item in thing.value.items:
                yield from (t for t in resolver.things(item, thing.spot) if isinstance(t, Function))
