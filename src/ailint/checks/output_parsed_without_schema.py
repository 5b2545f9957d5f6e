"""Free text of a model, taken apart by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.told import within
from ailint.facts import Attribute, CallResult, Literal, Place, Ref, Related, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.flow import SERIALISED, Trace
from ailint.project.things import CallRef, Class, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

PARSERS = ("parse.json", "parse.yaml", "parse.literal", "parse.regex")
JSON_PATTERN = re.compile(r"```|~~~|\\\[(?:\.|\\s|\[)|\{(?:\.|\\s|\[|\(\.)|json", re.IGNORECASE)
FENCE = re.compile(r"^(?:`{3,}|~{3,})\w*$")
ENVELOPE = frozenset({"text", "content", "body", "data", "raw", "iter_lines", "decode", ""})
BODY = frozenset({"body", "bytes", "chunk", "payload", ""})  # of an answer that a library hands over unread
ARGUMENTS = re.compile(r"tool_?(?:call|input|arg|use)|function_?call|func_args|^arg(?:ument)?s(?:_|$)|_arg(?:ument)?s(?:_|$)")
NEAREST = 2


def output_parsed_without_schema(project: Project) -> Iterator[Verdict]:
    """Text of a model that is parsed was asked for in a structure; one finding a function, where its first parsing stands."""
    parsed: dict[tuple[str, str], list[tuple[Place, list[Trace]]]] = {}
    for place, value, spot in parsings(project):
        traces = [trace for trace in project.flow.sources(value, spot) if is_free_text(project, trace)]
        if traces:
            parsed.setdefault((place.path, place.symbol), []).append((place, traces))
    for group in parsed.values():
        yield judged(project, [*group, *readings(project, group)])


def readings(project: Project, group: list[tuple[Place, list[Trace]]]) -> Iterator[tuple[Place, list[Trace]]]:
    """Where the function that parses goes on taking the same text apart, line by line or word by word."""
    first = group[0][0]
    facts = project.python[first.path]
    known = {place.span.line for place, _ in group}
    for call in facts.calls:
        if call.name in {"split", "splitlines", "partition"} and facts.scopes[call.scope].symbol == first.symbol and call.span.line not in known:
            known.add(call.span.line)
            yield Place(first.path, call.span, first.symbol), []


def parsings(project: Project) -> Iterator[tuple[Place, Value, Spot]]:
    """Every place where structure is read out of text, with the text."""
    for site in project.calls(*PARSERS):
        text = project.given(site, "text")
        if text is None or is_arguments(project, text, site.spot):
            continue
        if site.role != "parse.regex" or reads_json(project, site):
            yield site.place, text, site.spot
    for path, facts in project.python.items():
        for call in facts.calls:
            if call.name in {"split", "partition", "rsplit"} and call.args and is_fence(call.args[0]):
                receiver = call.func.base if isinstance(call.func, Attribute) else None
                if isinstance(call.func, Ref) and "." in call.func.name:
                    receiver = Ref(call.func.name.rpartition(".")[0])
                if receiver is not None:
                    yield Place(path, call.span, facts.scopes[call.scope].symbol), receiver, Spot(path, call.scope, call.block, call.step)


def is_fence(value: Value) -> bool:
    """Whether a text is the fence of a Markdown block, which models put around code."""
    return isinstance(value, Literal) and isinstance(value.value, str) and bool(FENCE.match(value.value.strip()))


def reads_json(project: Project, site: Site) -> bool:
    """Whether a regular expression looks for JSON or for a fenced block."""
    pattern = project.given(site, "pattern")
    if pattern is None:
        made = [project.resolver.call(maker).args for maker in site.thing.makers]
        patterns = [args[0] for args in made if args]
    else:
        patterns = [pattern]
    return any(JSON_PATTERN.search(project.texts.flat(one, site.spot)) for one in patterns)


def is_free_text(project: Project, trace: Trace) -> bool:
    """Whether a trace begins at what a model said in its own words, not in a structure and not written by a program."""
    return trace.kind == "output" and SERIALISED not in trace.trail and not is_envelope(project, trace)


def is_envelope(project: Project, trace: Trace) -> bool:
    """Whether the text is the answer of the web request or the service as it came, with the model's words somewhere inside."""
    site = project.sites.at(trace.ref) if trace.ref is not None else None
    if site is None:
        return False
    taken = {"" if part.strip("[]").isdigit() else part.strip("[]") for part in trace.trail}
    if any(meaning.role.startswith("http.") for meaning in project.knowledge.meanings(site.thing.origin)):
        return taken <= ENVELOPE
    return bool(taken & {"body", "bytes"}) and taken <= BODY


def is_arguments(project: Project, text: Value, spot: Spot, depth: int = 0) -> bool:
    """Whether what is parsed are the arguments of a tool call, by the names it has had."""
    bindings = project.resolver.bindings(spot.path)
    calls = [bindings.facts.calls[part.call].func for part in within(bindings, text) if isinstance(part, CallResult)]
    for part in (*within(bindings, text), *calls):
        if not isinstance(part, Ref):
            continue
        if ARGUMENTS.search(part.name.lower()):
            return True
        bound = bindings.names.get((spot.scope, part.name), []) if depth < NEAREST else []
        values = ((b.value, Spot(spot.path, b.scope, b.block, b.step)) for b in bindings.reaching(bound, spot.block, spot.at) if b.value is not None)
        if any(is_arguments(project, value, here, depth + 1) for value, here in values):
            return True
    return False


def judged(project: Project, group: list[tuple[Place, list[Trace]]]) -> Verdict:
    """The verdict on the parsings of one function, which stands at the first of them."""
    place = group[0][0]
    calls = list(dict.fromkeys(trace.ref for _, found in group for trace in found if trace.ref is not None))
    asked = [structured(project, ref) for ref in calls]
    related = (
        *(Related(project.flow.call_place(ref), "the text comes from this call, which asks for no structure") for ref in calls),
        *(Related(other, "parsed here as well") for other, _ in group[1:]),
    )
    if any(given is Given.CALL or given is Given.DEFAULT for given in asked):
        return satisfied(place, "the call asks for structured output", related=related)
    if any(given is Given.UNKNOWN for given in asked):
        return unknown(place, "whether the call asks for structured output could not be told", related=related)
    if validated(project, place):
        return satisfied(place, "what was parsed is validated, and a failure is handled", related=related)
    return violated(
        place, "The model's free text is parsed by hand: no schema was asked for, so any other wording breaks or bends this", related=related
    )


def structured(project: Project, ref: CallRef) -> Given:
    """Whether a model call asked for structure."""
    site = project.sites.at(ref)
    if site is None:
        return Given.UNKNOWN
    if site.meaning.structured or any(project.maker_asks(maker) for maker in site.thing.makers):
        return Given.CALL
    schema = project.argument(site, "schema")
    if schema.given is Given.CALL and schema.is_none:
        return Given.ABSENT
    if schema.given is Given.ABSENT and project.argument(site, "tools").given is Given.CALL:
        return Given.CALL if project.argument(site, "tool_choice").given is Given.CALL else Given.ABSENT
    return schema.given


def validated(project: Project, place: Place) -> bool:
    """Whether the function that parses builds a validated object inside a `try`."""
    facts = project.python[place.path]
    bindings = project.resolver.bindings(place.path)
    for index, call in enumerate(facts.calls):
        if facts.scopes[call.scope].symbol != place.symbol or not any(True for _ in bindings.enclosing(call.block, frozenset({"try"}))):
            continue
        site = project.site(place.path, index)
        if site is not None and site.role == "parse.schema":
            return True
        for thing in project.resolver.callee(CallRef(place.path, index)):
            if isinstance(thing, Class) and call.spreads and any(isinstance(base, External) for base in project.resolver.lineage(thing)):
                return True
    return False
