"""Answers that are read as if they always held text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.conditions import names_asked, words_of
from ailint.checks.told import within
from ailint.facts import Attribute, Item, Literal, Mapping, Place, Ref, Related, Severity, Verdict, satisfied, violated
from ailint.project.arguments import Given
from ailint.project.flow import taken_by
from ailint.project.templates import receiver
from ailint.project.things import CallRef, Data, Opaque, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.knowledge.tables import Part
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.flow import Trace
    from ailint.project.sites import Site

TEXT_METHODS = frozenset({
    "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "partition", "lower", "upper", "replace", "startswith", "endswith", "find",
    "removeprefix", "removesuffix", "encode", "index", "title", "count",
})  # fmt: skip
PARSERS = ("parse.json", "parse.yaml", "parse.literal", "parse.regex", "parse.schema")
SWITCHED_OFF = frozenset({None, False, "none", "disabled", "off"})
STEP = re.compile(r"\w+|\[\d*\]")
TRY = frozenset({"try"})
MESSAGES = {
    "error": "`{path}` is read as if it were always there: {why}",
    "none": "What is done here fails where the answer has no text: {why}",
    "cut": "What is parsed here may end in the middle: the call sets a limit for the answer, and nobody reads why it ended",
}
ALWAYS = "an answer can be blocked or empty"


def response_shape_assumed(project: Project) -> Iterator[Verdict]:
    """What an answer may lack is asked about before it is read."""
    parts = {site.ref: found for site in project.calls("llm.chat") if (found := uncertain(project, site))}
    if parts:
        for path in project.python:
            yield from readings(project, path, parts)
    yield from truncated(project)


def uncertain(project: Project, site: Site) -> list[tuple[Part, str]]:
    """The parts that the answer of this call may lack, with the argument that makes it so."""
    found = []
    for part in site.meaning.maybe:
        reason = next((name for name in part.when if is_given(project, site, name)), None)
        if reason is not None or not part.when:
            found.append((part, reason or ""))
    return found


def is_given(project: Project, site: Site, name: str) -> bool:
    """Whether a call certainly has an argument, and not one that switches off what it is for."""
    argument = project.argument(site, name)
    if argument.given is not Given.CALL or any(constant in SWITCHED_OFF for constant in argument.constants):
        return False
    kept = [thing for thing in argument.things if isinstance(thing, Data) and isinstance(thing.value, Mapping)]
    off = any(isinstance(value, Literal) and value.value in SWITCHED_OFF for thing in kept for _, value in entries(thing))
    return not off and any(not isinstance(thing, Opaque) for thing in argument.things)


def entries(thing: Data) -> tuple[tuple[Value | None, Value], ...]:
    """The entries of a dictionary."""
    return thing.value.entries if isinstance(thing.value, Mapping) else ()


# readings


def readings(project: Project, path: str, parts: dict[CallRef, list[tuple[Part, str]]]) -> Iterator[Verdict]:
    """Every place of a file where such a part is read, once a line."""
    seen: set[object] = set()
    wanted = {tuple(STEP.findall(part.path)) for found in parts.values() for part, _ in found}
    for value, spot, place, used in candidates(project, path):
        if (value, spot, used) in seen or not may_be_part(project, value, spot, wanted):
            continue
        seen.add((value, spot, used))
        for trace in project.flow.sources(value, spot):
            for part, reason in parts.get(trace.ref, ()) if trace.ref is not None else ():
                key = (place.span.line, part.path)
                if leads_to(trace, part) and (used or part.then == "error") and key not in seen:
                    seen.add(key)
                    yield judged(project, Reading(trace, part, reason, spot, place))


class Reading:
    """One reading of a part that an answer may lack."""

    def __init__(self, trace: Trace, part: Part, reason: str, spot: Spot, place: Place) -> None:
        self.trace = trace
        self.part = part
        self.reason = reason
        self.spot = spot
        self.place = place


def candidates(project: Project, path: str) -> Iterator[tuple[Value, Spot, Place, bool]]:
    """Values that may be such a part, each with its place, and whether something is done with it that needs text."""
    bindings = project.resolver.bindings(path)
    for index, call in enumerate(bindings.facts.calls):
        spot = Spot(path, call.scope, call.block, call.step)
        place = Place(path, call.span, bindings.facts.scopes[call.scope].symbol)
        held = receiver(call.func)
        if held is not None:
            yield from ((value, spot, place, call.name in TEXT_METHODS and value is held) for value in prefixes(held))
        site = project.site(path, index)
        text = project.given(site, "text") if site is not None and site.role in PARSERS else None
        if text is not None:
            yield text, spot, place, True
    for value, spot in bindings.values:
        place = Place(path, bindings.facts.steps[min(spot.at, len(bindings.facts.steps) - 1)].span, bindings.facts.scopes[spot.scope].symbol)
        yield from ((part, spot, place, False) for part in prefixes(value))


def prefixes(value: Value) -> Iterator[Value]:
    """A value and what it is taken of, attribute by attribute and item by item."""
    yield value
    while isinstance(value, Attribute | Item):
        value = value.base
        yield value


def leads_to(trace: Trace, part: Part) -> bool:
    """Whether what was taken of the answer is exactly this part."""
    wanted = STEP.findall(part.path)
    return len(trace.trail) == len(wanted) and agree([plain(name) for name in trace.trail], wanted)


def plain(taken: str) -> str:
    """What was taken, an attribute and a key by name alike."""
    inner = taken.strip("[]")
    return taken if not inner or inner.lstrip("-").isdigit() else inner


def agree(taken: list[str], wanted: list[str]) -> bool:
    """Whether two ways end alike, `[]` standing for any item."""
    pairs = zip(reversed(taken), reversed(wanted), strict=False)
    return all(one == two or (two == "[]" and one.startswith("[")) for one, two in pairs)


def steps_of(value: Value) -> list[str]:
    """What a value takes of the variable it begins with, in order."""
    found: list[str] = []
    while isinstance(value, Attribute | Item):
        found.append(value.name if isinstance(value, Attribute) else plain(taken_by(value.key)))
        value = value.base
    return [*(value.name.split(".")[1:] if isinstance(value, Ref) else ()), *reversed(found)]


def may_be_part(project: Project, value: Value, spot: Spot, wanted: set[tuple[str, ...]]) -> bool:
    """Whether a value ends like one of these ways, itself or in what its variable is bound to: `answer.text or ""` is something else."""
    if isinstance(value, Ref) and "." not in value.name:
        bindings = project.resolver.bindings(spot.path)
        known = bindings.reaching(bindings.names.get((spot.scope, value.name), []), spot.block, spot.at)
        return bool(known) and all(ends_like(binding.value, wanted) for binding in known)
    return ends_like(value, wanted)


def ends_like(value: Value | None, wanted: set[tuple[str, ...]]) -> bool:
    """Whether what is taken last is what one of these ways takes last."""
    taken = steps_of(value) if value is not None else []
    return bool(taken) and any(agree(taken, list(way)) for way in wanted)


def judged(project: Project, reading: Reading) -> Verdict:
    """The verdict on one reading."""
    call = reading.trace.ref
    related = (Related(project.flow.call_place(call), "the answer is asked for here"),) if call is not None else ()
    if is_guarded(project, reading):
        return satisfied(reading.place, "whether it is there is asked first, or its absence is handled", related=related)
    why = f"the call gives `{reading.reason}`, and then it can be missing" if reading.reason else ALWAYS
    severity = None if reading.reason else Severity.MEDIUM
    return violated(reading.place, MESSAGES[reading.part.then].format(path=reading.part.path, why=why), related=related, severity=severity)


def is_guarded(project: Project, reading: Reading) -> bool:
    """Whether a condition on the way asks about the part, or a `try` takes its absence."""
    bindings = project.resolver.bindings(reading.spot.path)
    if is_tried(bindings, reading.spot.block) or called_in_try(project, reading.spot):
        return True
    told = set(reading.part.told)
    functions = {(reading.spot.path, reading.spot.scope)}
    functions |= {(place.path, scope) for place in reading.trace.path for scope in scopes_of(project, place)}
    return any(told & names_asked(project.resolver.bindings(path), scope) for path, scope in functions)


def scopes_of(project: Project, place: Place) -> Iterator[int]:
    """The functions that bear a place's symbol."""
    if place.path in project.python:
        yield from (index for index, scope in enumerate(project.python[place.path].scopes) if scope.symbol == place.symbol)


def is_tried(bindings: Bindings, block: int) -> bool:
    """Whether a `try` stands around a place in its function."""
    return next(bindings.enclosing(block, TRY), None) is not None


def called_in_try(project: Project, spot: Spot) -> bool:
    """Whether everybody who calls the function around a place does so in a `try`."""
    callers = project.resolver.callers(spot.path, spot.scope) if spot.scope > 0 else ()
    return bool(callers) and all(is_tried(project.resolver.bindings(ref.path), project.resolver.call(ref).block) for ref in callers or ())


# truncation


def truncated(project: Project) -> Iterator[Verdict]:
    """Structured answers with a limit are parsed only where it is known that they are whole, or a failure is handled."""
    limited = {site.ref: site for site in project.calls("llm.chat") if has_limit_and_schema(project, site)}
    for site in project.calls(*PARSERS) if limited else ():
        text = project.given(site, "text") if site.role != "parse.regex" else None
        for trace in project.flow.sources(text, site.spot) if text is not None else ():
            asked = limited.get(trace.ref) if trace.ref is not None and trace.kind == "output" else None
            if asked is None:
                continue
            related = (Related(asked.place, "the answer is asked for here"),)
            bindings = project.resolver.bindings(site.path)
            if is_tried(bindings, site.call.block) or called_in_try(project, site.spot) or reads_ending(project, {site.path, asked.path}):
                yield satisfied(site.place, "why the answer ended is read, or a failure handled", related=related)
            else:
                yield violated(site.place, MESSAGES["cut"], related=related)
            break


def has_limit_and_schema(project: Project, site: Site) -> bool:
    """Whether a call limits its answer and asks for structure, so that only its end can spoil it."""
    return all(project.argument(site, name).given is Given.CALL and not project.argument(site, name).is_none for name in ("max_output", "schema"))


def reads_ending(project: Project, paths: set[str]) -> bool:
    """Whether one of the files reads why an answer ended."""
    endings = project.words.endings
    return any(endings & words_in(project, path) for path in paths)


def words_in(project: Project, path: str) -> set[str]:
    """Every name, attribute and key that a file mentions."""
    bindings = project.resolver.bindings(path)
    values = [value for value, _ in bindings.values] + [call.func for call in bindings.facts.calls]
    values += [block.value for block in bindings.facts.blocks if block.value is not None]
    return {word for value in values for part in within(bindings, value) for piece in prefixes(part) for word in words_of(piece)}
