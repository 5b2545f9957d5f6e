"""Dispatchers that call what a model names, with what it hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.handlers import is_broad
from ailint.checks.paths import described, way
from ailint.checks.sinks import MODEL_KINDS
from ailint.checks.values import parts_of
from ailint.facts import Block, Call, CallResult, Collection, Item, Literal, Mapping, Ref, Severity, Template, Value, Verdict, satisfied, violated
from ailint.project.things import CallRef, Data, Function, Opaque

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.flow import Trace
    from ailint.project.sites import Site
    from ailint.project.things import Spot

MALFORMED = frozenset({"JSONDecodeError", "ValueError", "TypeError", "ValidationError"})
FARTHEST = 3
DEEPEST = 6


def tool_args_unvalidated(project: Project) -> Iterator[Verdict]:
    """What a model asks to be called comes from a list, and what it hands over is held against a schema, or its errors are caught."""
    yield from looked_up(project)
    for path in project.python:
        yield from handed_over(project, path)


# functions picked by name


def looked_up(project: Project) -> Iterator[Verdict]:
    """Verdicts on functions that are looked up by a name of the model's."""
    for site in project.calls("reflect", "reflect.names"):
        for name, place in names_looked_up(project, site):
            chosen = [trace for trace in project.flow.sources(name, site.spot) if trace.kind in MODEL_KINDS]
            if chosen:
                yield on_name(project, site, name, place)


def on_name(project: Project, site: Site, name: Value, place: Place) -> Verdict:
    """The verdict on one function that is called by a name of the model's."""
    traces = [trace for trace in project.flow.sources(name, site.spot, "name") if trace.kind in MODEL_KINDS]
    if not traces:
        return satisfied(place, "the name is looked up in a list before it is used")
    if has_prefix(project, name, site.spot):
        message = f"{described(traces[0])} picks the function to call, held only by a prefix of its name"
        return violated(place, message, severity=Severity.MEDIUM, related=way(traces[0], place))
    message = f"{described(traces[0])} picks by name the function to call: everything that can be looked up here can be run"
    return violated(place, message, severity=Severity.CRITICAL, related=way(traces[0], place))


def names_looked_up(project: Project, site: Site) -> Iterator[tuple[Value, Place]]:
    """The names under which a call finds functions that are then called, each with where that is."""
    bindings = project.resolver.bindings(site.path)
    name = project.given(site, "name")
    for ref, func in functions_called(bindings, site):
        place = project.flow.call_place(ref)
        if isinstance(func, Item) and func.base == CallResult(site.ref.index):
            yield func.key, place
        elif name is not None and func == CallResult(site.ref.index):
            yield name, place


def functions_called(bindings: Bindings, site: Site) -> Iterator[tuple[CallRef, Value]]:
    """Calls in the function around a call, each with what it calls, a variable seen through."""
    for index in bindings.calls_by_scope.get(site.call.scope, ()):
        call = bindings.facts.calls[index]
        for func in (call.func, *bound_to(bindings, call)):
            yield CallRef(bindings.path, index), func


def bound_to(bindings: Bindings, call: Call) -> Iterator[Value]:
    """What the variable that is called was given."""
    if isinstance(call.func, Ref):
        yield from (binding.value for binding in bindings.names.get((call.scope, call.func.name), ()) if binding.value is not None)


def has_prefix(project: Project, name: Value, spot: Spot) -> bool:
    """Whether a name begins with a text of the code."""
    values = [name, *(thing.value for thing in project.things(name, spot) if isinstance(thing, Data))]
    return any(isinstance(value, Template) and isinstance(value.parts[0], Literal) and bool(value.parts[0].value) for value in values)


# arguments handed over


def handed_over(project: Project, path: str) -> Iterator[Verdict]:
    """Verdicts on calls of one file that spread what a model handed over."""
    for index, call in enumerate(project.python[path].calls):
        if call.spreads and calls_own(project, ref := CallRef(path, index)):
            spot = project.resolver.spot(ref)
            traces = (trace for spread in call.spreads for trace in project.flow.sources(spread, spot))
            if any(trace.kind == "arguments" for trace in traces):
                yield on_arguments(project, ref)


def on_arguments(project: Project, ref: CallRef) -> Verdict:
    """The verdict on one call that is handed a model's arguments."""
    call, spot = project.resolver.call(ref), project.resolver.spot(ref)
    place = project.flow.call_place(ref)
    traces = [trace for spread in call.spreads for trace in project.flow.sources(spread, spot, "schema") if trace.kind == "arguments"]
    if not traces:
        return satisfied(place, "the arguments are held against a schema")
    if all(is_strict(project, trace) for trace in traces):
        return satisfied(place, "the model's interface holds the arguments to their schema")
    reading = [other.ref for trace in traces for other in read_on_the_way(project, trace)]
    if any(catches(project, one, FARTHEST) for one in (ref, *reading)):
        return satisfied(place, "malformed arguments are caught")
    message = "The model's arguments are handed to a function as they come: no schema is held against them, and nobody catches malformed ones"
    return violated(place, message, related=way(traces[0], place))


def calls_own(project: Project, ref: CallRef) -> bool:
    """Whether a call may call a function of the project, rather than a library that looks at what it is given."""
    return any(isinstance(thing, Function | Opaque) for thing in project.resolver.callee(ref))


def is_strict(project: Project, trace: Trace) -> bool:
    """Whether the functions that the model was offered are declared strict."""
    site = project.site(trace.ref.path, trace.ref.index) if trace.ref is not None else None
    if site is None:
        return False
    offered = [thing for thing in project.argument(site, "tools").things if isinstance(thing, Data)]
    return bool(offered) and all(declares_strict(project, thing.value, thing.spot, DEEPEST) for thing in offered)


def declares_strict(project: Project, value: Value, spot: Spot, depth: int) -> bool:
    """Whether `strict` is set somewhere in the declaration of a function, or in those of all functions of a list."""
    match value:
        case Mapping(entries=entries):
            set_here = any(
                isinstance(key, Literal) and key.value == "strict" and isinstance(inner, Literal) and inner.value for key, inner in entries
            )
            return set_here or any(declares_strict(project, inner, spot, depth - 1) for _, inner in entries)
        case Collection(items=items) if items:
            return all(declares_strict(project, item, spot, depth - 1) for item in items)
        case Ref() if depth:
            found = [thing for thing in project.things(value, spot) if isinstance(thing, Data) and thing.value != value]
            return bool(found) and all(declares_strict(project, thing.value, thing.spot, depth - 1) for thing in found)
        case _:
            return False


def read_on_the_way(project: Project, trace: Trace) -> Iterator[Site]:
    """Where the arguments are read out of their text."""
    for place in trace.path:
        lines = range(place.span.line, place.span.end_line + 1)
        yield from (site for site in project.calls_in(place.path, "parse.json") if site.call.span.line in lines)


def catches(project: Project, ref: CallRef, farther: int) -> bool:
    """Whether a `try` around a call, or around all calls of its function, catches malformed arguments."""
    bindings, call = project.resolver.bindings(ref.path), project.resolver.call(ref)
    blocks = bindings.facts.blocks
    around = {index for index in bindings.ancestors(call.block) if blocks[index].kind == "try" and blocks[index].scope == call.scope}
    if any(block.owner in around and is_for_malformed(block) for block in blocks):
        return True
    refs = (project.resolver.callers(ref.path, call.scope) or ()) if farther and call.scope > 0 else ()
    return bool(refs) and all(catches(project, caller, farther - 1) for caller in refs)


def is_for_malformed(block: Block) -> bool:
    """Whether a block handles errors of a kind that malformed arguments cause."""
    named = {part.name.rpartition(".")[2] for part in parts_of(block.value) if isinstance(part, Ref)} if block.value is not None else set()
    return block.kind == "handler" and (is_broad(block.value) or bool(named & MALFORMED))
