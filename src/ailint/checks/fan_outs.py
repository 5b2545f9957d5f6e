"""Fan-outs: places where a program starts one piece of work for each item of a collection, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Attribute, Block, CallResult, Collection, Comprehension, Place, Ref, Spread, Value
from ailint.project.iteration import receiver
from ailint.project.things import CallRef, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Binding
    from ailint.project.sites import Site

UNWRAPPED = frozenset({"task"})
ADDING = frozenset({"append", "add"})
DEEPEST = 3


class FanOut(NamedTuple):
    """One such place: `work` is the call that is made for each item, or the function; `source` what is gone over, at `spot`."""

    place: Place
    source: Value
    spot: Spot
    work: CallRef | None = None
    function: Function | None = None


def fan_outs(project: Project) -> Iterator[FanOut]:
    """Every fan-out of a project: what is gathered, and what is started in a loop."""
    for site in project.calls("gather"):
        for value in site.call.args:
            yield from gathered(project, site, value.value if isinstance(value, Spread) else value, site.spot)
    for site in project.calls("spawn"):
        yield from spawned(project, site)


def gathered(project: Project, site: Site, value: Value, spot: Spot, depth: int = 0) -> Iterator[FanOut]:
    """The fan-outs in what is handed over to be awaited together: a comprehension, `map`, a list filled in a loop."""
    match value:
        case Comprehension():
            yield from comprehended(project, site, value, spot)
        case CallResult(call=index) if project.python[spot.path].calls[index].name == "map":
            yield from mapped(project, site, CallRef(spot.path, index))
        case Ref(name=name) if depth < DEEPEST:
            yield from collected(project, site, name, spot, depth)


def comprehended(project: Project, site: Site, value: Comprehension, spot: Spot) -> Iterator[FanOut]:
    """`[ask(x) for x in xs]`, the coroutine wrapped in a task or not."""
    element = value.element
    if isinstance(element, CallResult):
        yield FanOut(site.place, value.source, spot, unwrapped(project, CallRef(spot.path, element.call)))


def unwrapped(project: Project, ref: CallRef) -> CallRef:
    """The call that a task is made of."""
    site = project.sites.at(ref)
    first = site.call.args[0] if site is not None and site.role in UNWRAPPED and site.call.args else None
    return CallRef(ref.path, first.call) if isinstance(first, CallResult) else ref


def mapped(project: Project, site: Site, ref: CallRef) -> Iterator[FanOut]:
    """`map(ask, xs)`."""
    call = project.resolver.call(ref)
    spot = project.resolver.spot(ref)
    for function, source in [call.args[:2]] if len(call.args) > 1 else []:
        for thing in project.things(function, spot):
            if isinstance(thing, Function):
                yield FanOut(site.place, source, spot, function=thing)


def collected(project: Project, site: Site, name: str, spot: Spot, depth: int) -> Iterator[FanOut]:
    """The fan-outs in a list that was made before: written as a comprehension, or filled in a loop."""
    bindings = project.resolver.bindings(spot.path)
    holder = bindings.holder(spot.scope, name)
    given: list[Binding] = bindings.names.get((spot.scope, name), [])
    for binding in bindings.reaching(given, spot.block, spot.at):
        if binding.value is not None:
            yield from gathered(project, site, binding.value, Spot(spot.path, binding.scope, binding.block, binding.step), depth + 1)
    for index, method in bindings.additions.get(holder, ()):
        call = bindings.facts.calls[index]
        added = call.args[0] if method in ADDING and call.scope == spot.scope and call.args else None
        loop = next(bindings.enclosing(call.block, frozenset({"for"})), None)
        if isinstance(added, CallResult) and loop is not None and loop.value is not None:
            yield FanOut(site.place, loop.value, around(bindings.path, loop), unwrapped(project, CallRef(spot.path, added.call)))


def spawned(project: Project, site: Site) -> Iterator[FanOut]:
    """`group.create_task(ask(x))` and `group.start_soon(ask, x)` in a loop."""
    bindings = project.resolver.bindings(site.path)
    loop = next(bindings.enclosing(site.call.block, frozenset({"for", "comprehension"})), None)
    if loop is None or loop.value is None or not site.call.args:
        return
    first = site.call.args[0]
    spot = around(site.path, loop)
    if isinstance(first, CallResult):
        yield FanOut(site.place, loop.value, spot, CallRef(site.path, first.call))
    else:
        for thing in project.things(first, site.spot):
            if isinstance(thing, Function):
                yield FanOut(site.place, loop.value, spot, function=thing)


def around(path: str, loop: Block) -> Spot:
    """The spot of what a loop goes over."""
    return Spot(path, loop.scope, loop.parent, 0)


def underlying(project: Project, source: Value, path: str) -> Value:
    """The collection behind `enumerate(xs)`, `list(xs)`, `xs.items()`, `zip(xs, ys)`, `range(len(xs))`."""
    for _ in range(DEEPEST):
        if not isinstance(source, CallResult):
            break
        call = project.python[path].calls[source.call]
        owner, method = receiver(call)
        if method in {"items", "values", "keys", "copy", "iterrows", "itertuples"} and owner is not None:
            source = owner
        elif call.name in {"enumerate", "list", "sorted", "set", "tuple", "reversed", "zip", "range", "len", "tqdm"} and call.args:
            source = call.args[0]
        else:
            break
    return source


def is_literal(value: Value) -> bool:
    """Whether a value is a list that is written out."""
    return isinstance(value, Collection) and not any(isinstance(item, Spread) for item in value.items)


def name_of(source: Value) -> str:
    """The last name of a collection, as it is spelled."""
    match source:
        case Ref(name=name):
            return name
        case Attribute(name=name):
            return name
        case _:
            return ""
