"""What is said to a model, or what it says, written whole to a log."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.logged import Logged, Servers, logged
from ailint.checks.merging import one_a_line
from ailint.checks.paths import way
from ailint.facts import Literal, Mapping, Ref, Related, Template, Value, Verdict, satisfied, violated
from ailint.project.flow import HELD, SERIALISED, Trace
from ailint.project.nesting import nested
from ailint.project.prompts import contents, messages
from ailint.project.things import Data, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place
    from ailint.project import Project
    from ailint.project.sites import Site

Key = tuple[object, ...]
ASKED = ("messages", "prompt")
PLAIN_ROLES = frozenset({"user", "assistant"})
DEBUG = re.compile(r"debug|verbose|trace|dry_?run", re.IGNORECASE)
LEVELS = re.compile(r"(?:^|\.)(?:DEBUG|TRACE|NOTSET)$")
LEAST = 20  # the number of the level from which messages are kept by default
INDEX = re.compile(r"\[-?\d*\]")
FIELD = re.compile(r"\w+")


def prompt_logged(project: Project) -> Iterator[Verdict]:
    """No prompt, question or answer is written to a log as it is."""
    said = told_to_models(project)
    servers = Servers(project)
    yield from one_a_line(verdict for entry in logged(project) if (verdict := judged(project, entry, said, servers)) is not None)


def judged(project: Project, entry: Logged, said: dict[Key, Place], servers: Servers) -> Verdict | None:
    """The verdict on one call that writes to a log; None where it is no matter of models."""
    site = entry.site
    if is_for_debugging(project, site) or (site.role == "print" and not servers.run(site.path, site.call.scope)):
        return None
    answer = next((trace for trace in entry.origins if trace.kind == "output" and is_whole(project, trace)), None)
    if answer is not None:
        return violated(site.place, f"What the model answers is {written(site)}", related=way(answer, site.place))
    asked = next(((trace, place) for trace in entry.origins for place in places(trace, said)), None)
    if asked is not None:
        related = (*way(asked[0], site.place), Related(asked[1], "the same text goes to the model here"))
        return violated(site.place, f"What the model is asked is {written(site)}", related=related)
    near = project.asks_model(Function(site.path, site.call.scope))
    return satisfied(site.place, "nothing that is said to or by the model is written") if near else None


def written(site: Site) -> str:
    """How the text gets out, as the end of a sentence."""
    return {"print": "printed on the server as it is", "trace.attribute": "put on the trace span as it is"}.get(site.role, "written to the log as it is")


# what the model says


def is_whole(project: Project, trace: Trace) -> bool:
    """Whether what was taken of an answer is its text, and no field of it."""
    site = project.sites.at(trace.ref) if trace.ref is not None else None
    outputs = site.meaning.output if site is not None else ()
    text = {name for path in outputs for name in FIELD.findall(path)}
    return all(part == SERIALISED or INDEX.fullmatch(part) or part.strip("[]") in text for part in trace.trail)


# what the model is asked


def told_to_models(project: Project) -> dict[Key, Place]:
    """What messages and prompts consist of, each with a place where it goes to a model."""
    found: dict[Key, Place] = {}
    for value, spot, place, whole in asked(project):
        for trace in project.flow.origins(value, spot, "prompt", whole=whole):
            if (whole and is_said(trace)) or last_name(trace) in project.words.asking:
                found.setdefault(key_of(trace), place)
    return found


def asked(project: Project) -> Iterator[tuple[Value, Spot, Place, bool]]:
    """The contents of messages: as they are, and what is put into texts; with each whether it counts as it is."""
    for message in messages(project):
        if project.role(message.place.path) != "test" and message.role != "template":
            if message.role in PLAIN_ROLES:
                yield message.content, message.spot, message.place, True
            yield message.content, message.spot, message.place, False
    for site in project.calls("llm.chat", "agent.run"):
        for name in ASKED:
            for value, spot in inputs(project, site, name):
                yield value, spot, site.place, False


def inputs(project: Project, site: Site, name: str) -> Iterator[tuple[Value, Spot]]:
    """The values that a call is given for the holes of its prompt: `chain.invoke({"question": question})`."""
    given = project.given(site, name)
    for thing in project.things(given, site.spot) if given is not None else ():
        if isinstance(thing, Data) and isinstance(thing.value, Mapping):
            yield from ((value, thing.spot) for _, value in thing.value.entries)


def is_said(trace: Trace) -> bool:
    """Whether a leaf is something that changes from call to call: a parameter, a result, a text with holes."""
    return trace.kind in {"parameter", "call"} or (trace.kind == "text" and isinstance(trace.value, Template))


def last_name(trace: Trace) -> str:
    """The name under which a value was last known."""
    named = [part.strip("[]") for part in trace.trail if not INDEX.fullmatch(part)]
    return named[-1] if named else trace.value.name if isinstance(trace.value, Ref) else ""


def key_of(trace: Trace) -> Key:
    """What two ways have in common that begin alike."""
    return (trace.kind, trace.place, trace.value if trace.kind == "parameter" else None, trace.trail)


def places(trace: Trace, said: dict[Key, Place]) -> Iterator[Place]:
    """Where the same goes to a model."""
    if is_leaf(trace) and key_of(trace) in said:
        yield said[key_of(trace)]


def is_leaf(trace: Trace) -> bool:
    """Whether a trace is what is written, and not a part of an object."""
    return is_said(trace) and HELD not in trace.trail


# levels


def is_for_debugging(project: Project, site: Site) -> bool:
    """Whether a message is kept only where somebody looks for a fault."""
    return site.role == "log.debug" or has_low_level(project, site) or in_debug_block(project, site)


def has_low_level(project: Project, site: Site) -> bool:
    """Whether the level is an argument that is below the usual, or cannot be told."""
    if not site.meaning.positional[:1] == ("level",):
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


def in_debug_block(project: Project, site: Site) -> bool:
    """Whether an `if` around the call asks for debugging."""
    tests = (block.value for block in project.resolver.bindings(site.path).enclosing(site.call.block, frozenset({"if"})))
    parts = (part for test in tests if test is not None for part, _ in nested(test, site.spot))
    return any(isinstance(part, Ref) and DEBUG.search(part.name) is not None for part in parts)
