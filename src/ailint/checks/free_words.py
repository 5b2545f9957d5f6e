"""Conditions that look for words in a text, and which model calls such a text comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.output_parsed_without_schema import is_free_text
from ailint.facts import Attribute, CallResult, Collection, Comprehension, Literal, Operation, Ref, Value
from ailint.project.bindings import tail
from ailint.project.flow import PARSED
from ailint.project.iteration import receiver
from ailint.project.things import CallRef, Data, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.checks.branches import Branch
    from ailint.project import Project
    from ailint.project.flow import Trace

WORD = re.compile(r"\s*[\[(*\"']{0,2}[^\W\d_]")  # no fence, tag or brace: markup is looked for when a text is cleaned
KEY = re.compile(r"[a-z][a-z0-9_]*")
STARTS = frozenset({"startswith", "endswith"})
RESHAPING = frozenset({"lower", "upper", "strip", "casefold", "lstrip", "rstrip", "title", "capitalize"})
NUMBERS = frozenset({"builtins.float()", "builtins.int()"})
COMPARING = frozenset({"<", "<=", ">", ">=", "==", "!="})
DEEPEST = 3
NEAR = 300  # visits: what decides a branch is asked for close by


class Sought(NamedTuple):
    """A text that a condition tests: `words` it is held against, none where it is read as a number; `as_text`: it can be nothing but text."""

    value: Value
    spot: Spot
    words: tuple[str, ...]
    as_text: bool = False


def sought_in(project: Project, condition: Value, branch: Branch, kind: str = "") -> Iterator[Sought]:
    """The texts that a condition tests."""
    if kind == "case":
        block = project.python[branch.spot.path].blocks[branch.block]
        yield from equal_to(condition, block.target, branch.spot)
    else:
        yield from sought(project, condition, branch.spot)


def sought(project: Project, condition: Value, spot: Spot, depth: int = 0) -> Iterator[Sought]:
    """The texts that one condition tests, by itself or in the function of the project that it asks."""
    match condition:
        case Operation(operator="in" | "not in", operands=(Literal() as word, text)):
            yield from held_against(text, spot, (word,))
        case Operation(operator="==" | "!=", operands=(first, second)) if is_word(first) or is_word(second):
            yield from equal_to(second, first, spot) if is_word(first) else equal_to(first, second, spot)
        case Operation(operator=operator, operands=operands) if operator in COMPARING:
            for operand in operands:
                yield from read_as_number(project, operand, spot)
        case CallResult(call=call):
            yield from asked(project, CallRef(spot.path, call), depth)
        case Ref() if depth < DEEPEST:
            yield from kept(project, condition, spot, depth)


def held_against(text: Value, spot: Spot, words: tuple[Value, ...], *, as_text: bool = False) -> Iterator[Sought]:
    """A text that is searched for words; a list of them, or markup, is none."""
    if not isinstance(text, Collection) and all(is_word(word) for word in words):
        yield Sought(text, spot, tuple(str(word.value) for word in words if isinstance(word, Literal)), as_text)


def equal_to(text: Value, other: Value | None, spot: Spot) -> Iterator[Sought]:
    """A text that is compared with one or several words."""
    words = other.items if isinstance(other, Collection) else (other,) if other is not None else ()
    if words and not isinstance(text, Literal | Collection):
        yield from held_against(text, spot, words, as_text=True)


def is_word(value: Value) -> bool:
    """Whether a value is a word of language, written out."""
    return isinstance(value, Literal) and isinstance(value.value, str) and bool(WORD.match(value.value))


def read_as_number(project: Project, operand: Value, spot: Spot) -> Iterator[Sought]:
    """The text that a compared number is read out of: `float(answer)`, kept in a variable or given back by a function."""
    if not isinstance(operand, Ref | CallResult):
        return
    for thing in project.things(operand, spot):
        if isinstance(thing, External) and thing.origin in NUMBERS and thing.makers:
            ref = thing.makers[-1]
            for value in project.resolver.call(ref).args[:1]:
                yield Sought(value, project.resolver.spot(ref), (), as_text=True)


def asked(project: Project, ref: CallRef, depth: int) -> Iterator[Sought]:
    """What a call used as a condition tests: `text.startswith("YES")`, `any(word in text for …)`, a function of the project."""
    call = project.resolver.call(ref)
    spot = project.resolver.spot(ref)
    owner, method = receiver(call)
    if method in STARTS and owner is not None and call.args:
        words = call.args[0].items if isinstance(call.args[0], Collection) else call.args[:1]
        yield from held_against(owner, spot, words, as_text=True)
    elif call.name in {"any", "all"} and call.args and isinstance(call.args[0], Comprehension):
        inner = call.args[0]
        if isinstance(inner.element, Operation) and inner.element.operator in {"in", "not in"}:
            yield Sought(inner.element.operands[1], Spot(spot.path, spot.scope, inner.block, spot.at), ())
    elif depth < DEEPEST:
        for thing in project.resolver.callee(ref):
            if isinstance(thing, Function):
                yield from answered(project, thing, depth + 1)


def answered(project: Project, function: Function, depth: int) -> Iterator[Sought]:
    """What a function of the project tests to give its answer."""
    bindings = project.resolver.bindings(function.path)
    for index in bindings.steps_by_scope.get(function.scope, ()):
        step = bindings.facts.steps[index]
        if step.kind == "return" and step.value is not None:
            yield from sought(project, step.value, Spot(function.path, function.scope, step.block, index), depth)


def kept(project: Project, name: Ref, spot: Spot, depth: int) -> Iterator[Sought]:
    """What a variable used as a condition was found out by: `approved = "yes" in answer`."""
    for thing in project.things(name, spot):
        if isinstance(thing, Data) and isinstance(thing.value, Operation):
            yield from sought(project, thing.value, thing.spot, depth + 1)
        elif isinstance(thing, External) and thing.makers:
            yield from asked(project, thing.makers[-1], depth + 1)


# the words


def free_words(project: Project, given: Sought) -> Iterator[CallRef]:
    """The model calls whose free text is sought in; none where the code itself writes the word that is looked for."""
    if is_mapping(project, given):
        return
    traces = [
        trace for trace in project.flow.sources(given.value, given.spot, visits=NEAR) if is_free_text(project, trace) and PARSED not in trace.trail
    ]
    found = [trace for trace in traces if trace.ref is not None and is_text(project, trace, given)]
    if found and not writes_itself(project, given):
        yield from (trace.ref for trace in found if trace.ref is not None)


def is_mapping(project: Project, given: Sought) -> bool:
    """Whether the tested variable holds entries, by what else is done with it: `answer["action"]`, `answer.get("action")`."""
    if not isinstance(given.value, Ref):
        return False
    bindings = project.resolver.bindings(given.spot.path)
    return bindings.holder(given.spot.scope, given.value.name) in bindings.keyed


def writes_itself(project: Project, given: Sought) -> bool:
    """Whether the word that is looked for may have been put there by the code: `return "ERROR"` for a failure."""
    own = [text.value.value for text in project.flow.texts(given.value, given.spot) if isinstance(text.value, Literal)]
    return any(word in str(text) for word in given.words for text in own)


def is_text(project: Project, trace: Trace, given: Sought) -> bool:
    """Whether what was taken of the answer is its text, rather than an object around it or a field that was parsed out of it."""
    site = project.sites.at(trace.ref) if trace.ref is not None else None
    if site is None or not (given.as_text or not is_key(given) or is_reshaped(project, given)):
        return False
    taken = [part.strip("[]") for part in trace.trail if not is_place(part)]
    ways = [[name for name in output.replace("[]", "").split(".") if name] for output in site.meaning.output]
    return taken in ways or (not taken and (given.as_text or is_reshaped(project, given)))


def is_key(given: Sought) -> bool:
    """Whether the word could as well be the key of an entry."""
    return any(KEY.fullmatch(word) for word in given.words)


def is_place(part: str) -> bool:
    """Whether a part of a trail is the place in a sequence."""
    return part == "[]" or (part.startswith("[") and part.strip("[]-").isdigit())


def is_reshaped(project: Project, given: Sought) -> bool:
    """Whether the tested value is what a method of texts gives: `answer.lower()`."""
    return any(makes_text(project, value, spot) for value, spot in ((given.value, given.spot), *bound(project, given)))


def makes_text(project: Project, value: Value, spot: Spot) -> bool:
    """Whether a value is the result of a method that only texts have."""
    if not isinstance(value, CallResult):
        return False
    func = project.python[spot.path].calls[value.call].func
    return tail(func) in RESHAPING and isinstance(func, Ref | Attribute)


def bound(project: Project, given: Sought) -> Iterator[tuple[Value, Spot]]:
    """What the tested variable was last given."""
    if isinstance(given.value, Ref):
        bindings = project.resolver.bindings(given.spot.path)
        names = bindings.names.get((given.spot.scope, given.value.name), [])
        for binding in bindings.reaching(names, given.spot.block, given.spot.at):
            if binding.value is not None:
                yield binding.value, Spot(given.spot.path, binding.scope, binding.block, binding.step)
