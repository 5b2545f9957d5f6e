"""Failed model calls that look like successes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.handlers import Handling, handlers, handling, is_broad
from ailint.facts import Call, Literal, Mapping, Place, Related, Verdict, satisfied, violated
from ailint.project.things import CallRef, External, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings

MODEL_ROLES = frozenset({"llm.chat", "agent.run"})
WAITING = frozenset({"offload", "bound"})
GUARD = re.compile(r"guard|moderat|safety")
PROBE = re.compile(r"probe|(?:^|_)ping(?:_|$)|health|availab|reachable|test_connection|check_connection")
MOST_ASKED = 40


def llm_error_swallowed(project: Project) -> Iterator[Verdict]:
    """The failure of a model call is raised, answered as an error, or reported; never handed on as an answer."""
    for path, facts in project.python.items():
        if project.role(path) in {"test", "generated", "vendored"}:
            continue
        for block, broad in handlers(facts):
            bindings = project.resolver.bindings(path)
            guard = is_guard(bindings, block)
            if (not broad and not (guard and permits(bindings, block))) or is_probe(bindings, block):
                continue
            call = model_call(project, bindings, facts.blocks[block].owner)
            if call is not None:
                yield judged(project, bindings, block, call, guard=guard)


def model_call(project: Project, bindings: Bindings, body: int) -> CallRef | None:
    """The first call in a `try` body, outside handlers nearer to it, that asks a model, itself or through a function of the project."""
    asked = 0
    for index, call in bindings.calls_within(body):
        if call.scope != bindings.facts.blocks[body].scope or not nearest(bindings, call, body):
            continue
        ref = CallRef(bindings.path, index)
        site = project.sites.at(ref)
        if site is not None and site.role in MODEL_ROLES:
            return ref
        asked += 1
        if asked < MOST_ASKED and wraps_model(project, ref):
            return ref
    return None


def nearest(bindings: Bindings, call: Call, body: int) -> bool:
    """Whether the broad handler of this `try` is the first that the call's failure meets."""
    for index in bindings.ancestors(call.block):
        if index == body:
            return True
        inner = bindings.facts.blocks[index]
        if inner.kind == "try" and any(is_broad(bindings.facts.blocks[h].value) for h in handlers_of(bindings, index)):
            return False
    return False


def handlers_of(bindings: Bindings, body: int) -> Iterator[int]:
    """The handler blocks of a `try`."""
    parent = bindings.facts.blocks[body].parent
    yield from (i for i in bindings.children.get(parent, ()) if bindings.facts.blocks[i].kind == "handler" and bindings.facts.blocks[i].owner == body)


def wraps_model(project: Project, ref: CallRef) -> bool:
    """Whether the call is of a project function that asks a model, or waits for one that does."""
    site = project.sites.at(ref)
    if site is not None:
        return site.role in WAITING and project.returns_model_output(ref)
    for thing in project.resolver.callee(ref):
        if isinstance(thing, Function):
            return project.asks_model(thing) or project.flow.speaks_for_model(thing)
        if isinstance(thing, External) and project.knowledge.plain(thing.origin) in project.flow.words.awaiting:
            return project.returns_model_output(ref)
    return False


def is_guard(bindings: Bindings, block: int) -> bool:
    """Whether the function is one that is to stop what must not pass, by what it and its class are called."""
    return bool(GUARD.search(bindings.facts.scopes[bindings.facts.blocks[block].scope].symbol.lower()))


def is_probe(bindings: Bindings, block: int) -> bool:
    """Whether the function only finds out whether something answers, by what it is called: a failure is one of its answers."""
    return bool(PROBE.search(bindings.facts.scopes[bindings.facts.blocks[block].scope].name.lower()))


def permits(bindings: Bindings, block: int) -> bool:
    """Whether the handler answers with a decision, a truth value or a record of one, rather than with words."""
    inside = set(bindings.inside(block))
    answers = [step.value for step in bindings.facts.steps if step.block in inside and step.kind == "return"]
    return any(isinstance(v, Mapping) or (isinstance(v, Literal) and (v.value is None or isinstance(v.value, bool))) for v in answers)


def judged(project: Project, bindings: Bindings, block: int, call: CallRef, *, guard: bool) -> Verdict:
    """The verdict on one handler of a model call's failure."""
    facts = bindings.facts
    place = Place(bindings.path, facts.blocks[block].span, facts.scopes[facts.blocks[block].scope].symbol)
    related = (Related(project.flow.call_place(call), "the model is asked here"),)
    outcome = handling(project, bindings, block)
    if guard and outcome is Handling.DATA and permits(bindings, block):
        return violated(place, "When the model behind this guard fails, what it was to judge is let through", related=related)
    if outcome is Handling.REPORTED:
        return satisfied(place, "the failure is raised, answered as an error, or reported", related=related)
    messages = {
        Handling.DATA: "A failed model call is turned into a value that the caller takes for an answer",
        Handling.EXIT: "A failed model call ends the process as if all were well",
        Handling.SILENT: "A failed model call is swallowed: nothing is raised, counted or logged with its cause",
    }
    return violated(place, messages[outcome], related=related)
