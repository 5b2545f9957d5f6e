"""What is said to a model, or what it says, written whole to a log."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.checks.logged import Logged, logged, origins
from ailint.checks.merging import one_a_line
from ailint.checks.paths import way
from ailint.checks.prompt_inputs import ASKED, prompt_inputs, put_in
from ailint.checks.serving import Serving
from ailint.facts import Literal, Place, Ref, Related, Template, Value, Verdict, satisfied, violated
from ailint.project.flow import HELD, SERIALISED, Trace
from ailint.project.nesting import all_in
from ailint.project.prompts import messages
from ailint.project.things import Data, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

Key = tuple[object, ...]
PLAIN_ROLES = frozenset({"user", "assistant"})
DEBUG = re.compile(r"debug|verbose|trace|dry_?run", re.IGNORECASE)
LEVELS = re.compile(r"(?:^|\.)(?:DEBUG|TRACE|NOTSET)$")
SHOWING = frozenset({"end", "flush", "file"})
LEAST = 20  # the number of the level from which messages are kept by default
CONTAINED = frozenset({"text", "content", "value"})
BODIES = (("text",), ("content",))
INDEX = re.compile(r"\[-?\d*\]")
FIELD = re.compile(r"\w+")


def prompt_logged(project: Project, *, content_capture: bool = False) -> Iterator[Verdict]:
    """No prompt, question or answer is written to a log as it is; with `content_capture`, nor does a tracer keep them all."""
    if content_capture:
        yield from captured(project)
    said = told_to_models(project)
    serving = Serving(project)
    yield from one_a_line(verdict for entry in logged(project) if (verdict := judged(project, entry, said, serving)) is not None)


def captured(project: Project) -> Iterator[Verdict]:
    """Switches that have a tracer keep what is said to and by models."""
    for proof in (proof for subproject in project.subprojects for proof in project.evidence("content-capture", subproject)):
        yield violated(Place(proof.path, proof.span), f"{proof.what}: every prompt and answer is kept with its trace")


def judged(project: Project, entry: Logged, said: dict[Key, Place], serving: Serving) -> Verdict | None:
    """The verdict on one call that writes to a log; None where it is no matter of models."""
    if is_for_debugging(project, entry) or is_shown(entry, serving):
        return None
    traces = origins(project, entry)
    answer = next((trace for trace in traces if trace.kind == "output" and is_whole(project, trace)), None)
    if answer is not None:
        return violated(entry.place, f"What the model answers is {entry.how} as it is", related=way(answer, entry.place))
    asked = next(((trace, said[key_of(trace)]) for trace in traces if is_leaf(trace) and key_of(trace) in said), None)
    if asked is not None:
        related = (*way(asked[0], entry.place), Related(asked[1], "the same text goes to the model here"))
        return violated(entry.place, f"What the model is asked is {entry.how} as it is", related=related)
    near = project.asks_model(Function(entry.ref.path, entry.call.scope))
    return satisfied(entry.place, "nothing that is said to or by the model is written") if near else None


def is_shown(entry: Logged, serving: Serving) -> bool:
    """Whether a text is printed for somebody in front of the screen, and not on a server."""
    if entry.role != "print":
        return False
    return any(name in SHOWING for name, _ in entry.call.keywords) or not serving.only(entry.ref.path, entry.call.scope)


# what the model says


def is_whole(project: Project, trace: Trace) -> bool:
    """Whether what was taken of an answer is its text, and no field of it; the body of a web answer may tell of an error."""
    site = project.sites.at(trace.ref) if trace.ref is not None else None
    if site is None or ("url" in site.meaning.arguments and trace.trail in BODIES):
        return False
    outputs = site.meaning.output
    text = {name for path in outputs for name in FIELD.findall(path)}
    return all(part == SERIALISED or INDEX.fullmatch(part) or part.strip("[]") in text for part in trace.trail)


# what the model is asked


def told_to_models(project: Project) -> dict[Key, Place]:
    """What messages and prompts consist of, each with a place where it goes to a model."""
    found: dict[Key, Place] = {}
    for value, spot, place, whole in asked(project):
        for trace in project.flow.origins(value, spot, "prompt", whole=whole):
            named = is_named(trace, project.words.asking)
            if named or (whole and is_said(trace)):
                found.setdefault(key_of(trace), place)
            if named:
                found.update({key: place for key in holders(trace) if key not in found})
    for site in project.calls("llm.chat", "agent.run"):
        found.update({key: site.place for key in spread(project, site) if key not in found})
    return found


def asked(project: Project) -> Iterator[tuple[Value, Spot, Place, bool]]:
    """The contents of messages and what is put into prompts; with each whether it is said as it is."""
    for message in messages(project):
        if project.role(message.place.path) != "test" and message.role != "template":
            fields = list(put_in(project, message.content, message.spot))
            yield from ((value, spot, message.place, False) for value, spot in fields or [(message.content, message.spot)])
            if message.role in PLAIN_ROLES and not fields:
                yield message.content, message.spot, message.place, True
    yield from ((value, spot, place, False) for value, spot, place in prompt_inputs(project))


def is_said(trace: Trace) -> bool:
    """Whether a leaf is something that changes from call to call: a parameter, a result, a text with holes."""
    return trace.kind in {"parameter", "call"} or (trace.kind == "text" and isinstance(trace.value, Template))


def is_named(trace: Trace, words: frozenset[str]) -> bool:
    """Whether a value was last known under one of the names, or is the text of what was: `question`, `question.text`."""
    own = [trace.value.name] if trace.kind == "parameter" and isinstance(trace.value, Ref) else []
    names = [*own, *(part.strip("[]") for part in trace.trail if not INDEX.fullmatch(part))]
    while len(names) > 1 and names[-1] in CONTAINED:
        names.pop()
    return bool(names) and names[-1] in words


def key_of(trace: Trace) -> Key:
    """What two ways have in common that begin alike."""
    return (trace.kind, trace.place, trace.value if trace.kind == "parameter" else None, trace.trail)


def spread(project: Project, site: Site) -> Iterator[Key]:
    """The dictionary that holds all that a call is given, what is asked included: `create(**arguments)`."""
    if site.call.args or any(project.given(site, name) is not None for name in ASKED):
        return
    for value in site.call.spreads:
        leaves = (trace for trace in project.flow.origins(value, site.spot, "prompt", whole=True) if trace.kind in {"parameter", "call"})
        yield from (key_of(trace) for trace in islice(leaves, 1) if not trace.trail)


def holders(trace: Trace) -> Iterator[Key]:
    """The dictionaries that a value is an item of: whoever writes one down writes all that it holds."""
    for cut, part in enumerate(trace.trail):
        if all(inner.startswith("[") for inner in trace.trail[cut:]) and not INDEX.fullmatch(part):
            yield key_of(replace(trace, trail=trace.trail[:cut]))


def is_leaf(trace: Trace) -> bool:
    """Whether a trace is what is written, and not a part of an object."""
    return is_said(trace) and HELD not in trace.trail


# levels


def is_for_debugging(project: Project, entry: Logged) -> bool:
    """Whether a message is kept only where somebody looks for a fault."""
    return entry.role == "log.debug" or has_low_level(project, entry.site) or in_debug_block(project, entry)


def has_low_level(project: Project, site: Site) -> bool:
    """Whether the level is an argument that is below the usual, or cannot be told."""
    if site.meaning.positional[:1] != ("level",):
        return False
    return not any(is_kept(thing) for thing in project.things(site.call.args[0], site.spot)) if site.call.args else True


def is_kept(thing: object) -> bool:
    """Whether a level is one whose messages are kept by default."""
    if isinstance(thing, External):
        return LEVELS.search(thing.origin) is None
    if isinstance(thing, Data) and isinstance(thing.value, Literal):
        level = thing.value.value
        return level >= LEAST if isinstance(level, int) else LEVELS.search(str(level).upper()) is None
    return False


def in_debug_block(project: Project, entry: Logged) -> bool:
    """Whether an `if` around the call asks for debugging."""
    tests = (block.value for block in project.resolver.bindings(entry.ref.path).enclosing(entry.call.block, frozenset({"if"})))
    parts = (part for test in tests if test is not None for part in all_in(test))
    return any(isinstance(part, Ref) and DEBUG.search(part.name) is not None for part in parts)
