"""Tests that compare what a live model says word for word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.exercised import is_test, mocks
from ailint.checks.paths import way
from ailint.checks.reach import reach_of
from ailint.facts import CallResult, Collection, Literal, Operation, Place, Ref, Span, Value, Verdict, satisfied, unknown, violated
from ailint.project.structure import given_to
from ailint.project.things import Class, Instance, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import PythonFacts
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.sites import Site

EQUALITIES = frozenset({"assertEqual", "assertEquals", "assert_equal"})
SNAPSHOT = re.compile(r"^snapshot(?:_\w+)?$")
PLAIN_MARKS = frozenset({"parametrize", "asyncio", "anyio", "usefixtures", "filterwarnings", "timeout", "flaky"})
LABEL = re.compile(r"[^\W\d]+(?:[_-][^\W\d]+)*")


class Compared(NamedTuple):
    """A comparison that a test insists on: the text, and what must be the same."""

    text: str
    value: Value
    spot: Spot
    span: Span


def exact_match_on_llm_output(project: Project) -> Iterator[Verdict]:
    """No test of a live model insists on the very words of its answer."""
    asking = reach_of(project, "llm.chat", "agent.run")
    for path in project.python:
        if is_test(project, path) and not mocks(project, path):
            for compared in comparisons(project.python[path], path):
                traces = project.flow.model_output(compared.value, compared.spot)
                if traces and asking.function(path, compared.spot.scope):
                    yield judged(project, compared, traces[0])


def judged(project: Project, compared: Compared, trace: Trace) -> Verdict:
    """The verdict on one comparison."""
    facts = project.python[compared.spot.path]
    place = Place(compared.spot.path, compared.span, facts.scopes[compared.spot.scope].symbol)
    site = project.sites.at(trace.ref) if trace.ref is not None else None
    if trace.kind != "output" or (site is not None and project.written(site, "schema") is not None):
        return satisfied(place, "The answer has a schema, whose values are few")
    if site is not None and is_scripted(project, site):
        return satisfied(place, "The model is one of the tests' own, which says what the test has it say")
    if marked(facts, compared.spot.scope):
        return satisfied(place, "The test is marked, and so can be left out of the usual run")
    if LABEL.fullmatch(compared.text):
        return unknown(place, f"`{compared.text}` may be one of a few labels that the prompt allows")
    return violated(place, f"The answer of the model must be {shown(compared.text)} to the letter", related=way(trace, place))


def is_scripted(project: Project, site: Site) -> bool:
    """Whether the model asked, or the one that an agent is given, is of a class that the tests bring along."""
    resolver = project.resolver
    made = [thing for maker in site.thing.makers for thing in resolver.callee(maker)]
    for maker in site.thing.makers:
        handed = (thing for value in given_to(resolver.call(maker)) for thing in resolver.things(value, resolver.spot(maker)))
        made += [thing.cls for thing in handed if isinstance(thing, Instance)]
    return any(isinstance(thing, Class) and is_test_model(project, thing) for thing in made)


def is_test_model(project: Project, cls: Class) -> bool:
    """Whether a class of the tests is derived from a library's client of models."""
    return is_test(project, cls.path) and any(project.resolver.has_role(base, "llm.client") for base in project.resolver.lineage(cls))


def shown(text: str) -> str:
    """What is compared with, in words."""
    return f"`{text[:40]}{'…' if len(text) > 40 else ''}`" if text else "that of a recorded run"  # noqa: PLR2004 -- what fits a message


def comparisons(facts: PythonFacts, path: str) -> Iterator[Compared]:
    """Equalities with a constant text, or with a snapshot, that a file asserts."""
    for index, step in enumerate(facts.steps):
        if step.kind == "assert" and step.value is not None:
            for pair in equalities(step.value):
                yield from compared(pair, Spot(path, step.scope, step.block, index), step.span)
    for call in facts.calls:
        if len(call.args) > 1 and call.name in EQUALITIES:
            yield from compared((call.args[0], call.args[1]), Spot(path, call.scope, call.block, call.step), call.span)


def equalities(test: Value) -> Iterator[tuple[Value, Value]]:
    """The two sides of each equality that must hold."""
    if isinstance(test, Operation) and test.operator == "==" and len(test.operands) == 2:  # noqa: PLR2004 -- left and right
        yield test.operands[0], test.operands[1]
    elif isinstance(test, Operation) and test.operator == "and":
        for part in test.operands:
            yield from equalities(part)


def compared(pair: tuple[Value, Value], spot: Spot, span: Span) -> Iterator[Compared]:
    """The comparison of a pair, if one side is a constant text or a snapshot."""
    for one, other in (pair, pair[::-1]):
        if isinstance(one, Literal) and isinstance(one.value, str) and one.value.strip():
            yield Compared(one.value.strip(), other, spot, span)
        elif isinstance(one, Ref) and SNAPSHOT.match(one.name):
            yield Compared("", other, spot, span)


def marked(facts: PythonFacts, scope: int) -> bool:
    """Whether a test, its class or its module bears a mark of its own kind: `integration`, `live`, `skipif`."""
    while scope > 0:
        if any(is_mark(facts, decorator) for decorator in facts.scopes[scope].decorators):
            return True
        scope = facts.scopes[scope].parent
    given = (step.value for step in facts.steps if isinstance(step.target, Ref) and step.target.name == "pytestmark")
    return any(is_mark(facts, part) for value in given for part in (value.items if isinstance(value, Collection) else (value,)))


def is_mark(facts: PythonFacts, value: Value | None) -> bool:
    """Whether a decorator is a mark that selects."""
    func = facts.calls[value.call].func if isinstance(value, CallResult) else value
    if not isinstance(func, Ref):
        return False
    owner, _, name = func.name.rpartition(".")
    return (owner.endswith("mark") and name not in PLAIN_MARKS) or name.startswith("skip")
