"""Limits on the length of what somebody outside sent: where it is declared, cut off, or measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.sent import declaration, routes
from ailint.facts import CallResult, Literal, Ref, Value
from ailint.project.arguments import Given
from ailint.project.declared import types
from ailint.project.flow.trace import CUT_OFF
from ailint.project.nesting import nested
from ailint.project.things import CallRef, Class, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place
    from ailint.project import Project
    from ailint.project.declared import Declared
    from ailint.project.flow import Trace

LIMIT = re.compile(r"max_?(?:length|len|chars|size|items)$|^(?:pattern|regex)$", re.IGNORECASE)
BODY_LIMIT = re.compile(r"content[-_]length|max[-_](?:request|body|upload|content)[-_](?:size|length|bytes)", re.IGNORECASE)
COUNTING = ("llm.count", "usage.counter")
LENGTH = "len"
FARTHEST = 3
MOST_FUNCTIONS = 40


def limit_of(project: Project, trace: Trace) -> str:
    """What limits the length of what was sent, in words; empty where nothing does."""
    declared = declaration(project, trace)
    if trace.bounded or is_part_of_path(project, trace) or project.words.queued & set(trace.trail):
        return "its kind is short"
    if is_cut_off(trace.trail):
        return "it is cut to a length"
    if form_limits(project, trace) or (declared is not None and is_limited(project, declared)):
        return "its declaration limits the length"
    if limits_bodies(project):
        return "the size of requests is limited"
    return "its length is looked at" if is_measured(project, trace) else ""


def is_cut_off(trail: tuple[str, ...]) -> bool:
    """Whether a text, and not only the list that it is taken of, was cut to its first so many characters."""
    last = max((place for place, name in enumerate(trail) if name == CUT_OFF), default=None)
    return last is not None and all(name.startswith("[") for name in trail[last:])


def is_limited(project: Project, declared: Declared) -> bool:
    """Whether a declaration, the calls in it, or the methods that check its class limit the length."""
    calls = [ref for one in types(project.resolver, declared.annotation, declared.spot) for ref in (*one.notes, one.made_by) if ref is not None]
    if isinstance(declared.default, CallResult):
        calls.append(CallRef(declared.spot.path, declared.default.call))
    if any(LIMIT.search(keyword) for ref in calls for keyword, _ in project.resolver.call(ref).keywords):
        return True
    return declared.owner is not None and checks_lengths(project, declared.owner)


def checks_lengths(project: Project, cls: Class) -> bool:
    """Whether the methods of a class, or of its bases, ask for a length."""
    for base in project.resolver.lineage(cls):
        if isinstance(base, Class):
            bindings = project.resolver.bindings(base.path)
            if any(call.name == LENGTH for _, call in bindings.calls_within(bindings.facts.scopes[base.scope].body)):
                return True
    return False


def is_part_of_path(project: Project, trace: Trace) -> bool:
    """Whether the parameter of a handler is a part of its route."""
    if not isinstance(trace.value, Ref):
        return False
    part = re.compile(rf"[{{<](?:\w+:)?{re.escape(trace.value.name)}[:}}>]")
    return any(part.search(path) for path in routes(project, trace))


def form_limits(project: Project, trace: Trace) -> bool:
    """Whether the field of a form that was filled in takes only so many characters."""
    site = project.sites.at(trace.ref) if trace.ref is not None else None
    return site is not None and project.argument(site, "longest").given is not Given.ABSENT


def limits_bodies(project: Project) -> bool:
    """Whether the project looks at the size of requests, or sets a limit for it."""
    return project.shared("body limits", lambda: any(BODY_LIMIT.search(text) for path in project.python for text in texts(project, path)))


def texts(project: Project, path: str) -> Iterator[str]:
    """Names and short texts in the values of a file that belongs to the application."""
    if project.role(path) in {"test", "example"}:
        return
    bindings = project.resolver.bindings(path)
    for value, _ in bindings.values:
        if isinstance(value, Ref):
            yield value.name
        elif isinstance(value, Literal) and isinstance(value.value, str) and len(value.value) < 60:  # noqa: PLR2004 -- longer than any setting's name
            yield value.value
    for step in bindings.facts.steps:
        key = getattr(step.target, "key", None)
        if isinstance(key, Literal):
            yield str(key.value)
    yield from (keyword for call in bindings.facts.calls for keyword, _ in call.keywords)


# measured


def is_measured(project: Project, trace: Trace) -> bool:
    """Whether some function on the value's way, or one that they call, asks how long it is."""
    start = {(place.path, scope) for place in (trace.place, *trace.path) for scope in scopes_at(project, place)}
    return any(
        other.place == trace.place for value, spot in measurements(project, around(project, start)) for other in project.flow.sources(value, spot)
    )


def scopes_at(project: Project, place: Place) -> Iterator[int]:
    """The innermost function around a place, or the module."""
    inside = (
        index
        for index, scope in enumerate(project.python[place.path].scopes)
        if scope.kind in {"module", "function"} and (index == 0 or scope.span.line <= place.span.line <= scope.span.end_line)
    )
    yield max(inside)


def around(project: Project, start: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """Functions with what they call, a few steps on."""
    found = set(start)
    new = start
    for _ in range(FARTHEST):
        called = {(thing.path, thing.scope) for path, scope in new for thing in functions_called(project, path, scope)}
        new = called - found
        found |= new
        if len(found) > MOST_FUNCTIONS:
            break
    return found


def functions_called(project: Project, path: str, scope: int) -> Iterator[Function]:
    """Functions of the project that one of them calls."""
    for index, call in enumerate(project.python[path].calls):
        if call.scope == scope:
            yield from (thing for thing in project.resolver.callee(CallRef(path, index)) if isinstance(thing, Function))


def measurements(project: Project, functions: set[tuple[str, int]]) -> Iterator[tuple[Value, Spot]]:
    """The values whose length these functions ask for: directly, or that of what a call makes of them."""
    for path, scope in sorted(functions):
        for index, call in enumerate(project.python[path].calls):
            if call.scope == scope and is_measurement(project, CallRef(path, index)):
                spot = project.resolver.spot(CallRef(path, index))
                for value in (*call.args, *(value for _, value in call.keywords)):
                    yield from with_arguments(project, value, spot)


def is_measurement(project: Project, ref: CallRef) -> bool:
    """Whether a call gives a length or counts tokens."""
    call = project.resolver.call(ref)
    if call.name == LENGTH or "count_tokens" in call.name or "num_tokens" in call.name:
        return True
    site = project.sites.at(ref)
    return site is not None and site.role in COUNTING


def with_arguments(project: Project, value: Value, spot: Spot) -> Iterator[tuple[Value, Spot]]:
    """A value, and what the calls inside it are given: `len(encoder.encode(text))`."""
    for part, here in nested(value, spot):
        yield part, here
        if isinstance(part, CallResult):
            ref = CallRef(spot.path, part.call)
            yield from ((argument, project.resolver.spot(ref)) for argument in project.resolver.call(ref).args)
