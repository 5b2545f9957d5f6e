"""What a branch or a loop comes to: whether it only tidies up or shows something, and whether a person or a queue sets its pace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.branches import Branch, heads
from ailint.facts import CallResult, Ref
from ailint.project.structure import LOOPS
from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from ailint.facts import Step
    from ailint.project import Project
    from ailint.project.bindings import Bindings

SHOWING = ("log", "ui", "metric")
PRINTING = frozenset({"print", "pprint", "echo", "secho"})
ASKING = re.compile(r"^(?:input|chat_input|raw_input|prompt|confirm|recv\w*|receive\w*|readline|prompt_async|get_input|get_user_\w*|user_input)$")
DEEPEST = 3


def tidies(project: Project, bindings: Bindings, branch: Branch) -> bool:
    """Whether all that hangs on a branch is the tested text itself, or what is shown of it."""
    tested = heads(bindings, branch.test)
    if branch.block < 0:
        return all(heads(bindings, option) & tested for option in branch.options)
    inside = set(bindings.inside(branch.block))
    steps = [step for step in bindings.facts.steps if step.block in inside]
    return all(is_small(project, bindings, step, tested) for step in steps)


def is_small(project: Project, bindings: Bindings, step: Step, tested: set[str]) -> bool:
    """Whether a statement only rewrites the tested text, or shows something."""
    if step.kind in {"bind", "augment"}:
        return isinstance(step.target, Ref) and step.target.name in tested
    if step.kind == "expression" and isinstance(step.value, CallResult):
        site = project.sites.at(CallRef(bindings.path, step.value.call))
        shows = site is not None and site.role.partition(".")[0] in SHOWING
        return shows or bindings.facts.calls[step.value.call].name in PRINTING
    return step.kind == "pass"


def waits_for_person(project: Project, bindings: Bindings, block: int) -> bool:
    """Whether a block stands in a loop that goes round once for each thing that a person says."""
    if block < 0:
        return False
    scope = bindings.facts.blocks[block].scope
    for index in bindings.ancestors(block):
        here = bindings.facts.blocks[index]
        if here.scope != scope:
            return False
        if here.kind in LOOPS and asks_person(project, bindings, index):
            return True
    return False


def asks_person(project: Project, bindings: Bindings, block: int, depth: int = 0) -> bool:
    """Whether code in a block, or in the functions that it calls, waits for what a person or a connection sends."""
    return any(waits(project, CallRef(bindings.path, index), depth) for index, _ in bindings.calls_within(block))


def waits(project: Project, ref: CallRef, depth: int) -> bool:
    """Whether a call waits for somebody."""
    site = project.sites.at(ref)
    if site is not None:
        return site.role == "ui.input" or (site.role == "ui.chat" and bool(ASKING.match(site.call.name)))
    functions = [thing for thing in project.resolver.callee(ref) if isinstance(thing, Function)]
    if not functions or depth >= DEEPEST:
        return bool(ASKING.match(project.resolver.call(ref).name))
    bodies = ((project.resolver.bindings(function.path), project.resolver.scope(function).body) for function in functions)
    return any(asks_person(project, bindings, body, depth + 1) for bindings, body in bodies)
