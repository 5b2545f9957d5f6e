"""What an exception handler makes of a failure."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from ailint.facts import Call, CallResult, Collection, Literal, Mapping, Ref, Step, Value
from ailint.project.bindings import LOOPS, Bindings, tail
from ailint.project.prompts import nested
from ailint.project.things import CallRef, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

BROAD = frozenset({"Exception", "BaseException", "builtins.Exception", "builtins.BaseException"})
LOUD = frozenset({"log.warning", "log.error", "log.exception"})
FAILURE = re.compile(r"error|fail|exception")
FALLBACK = re.compile(r"fallback|degraded|default|apolog|canned|unavailable")
NOWHERE = Spot("", 0, 0, 0)
ERRORS = range(400, 600)
TOP_LEVEL = frozenset({"main", "run", "cli", "__main__"})


class Handling(Enum):
    """What becomes of a failure."""

    REPORTED = auto()  # raised again, answered as an error, counted, logged with its traceback, shown to the user
    DATA = auto()  # turned into a value that looks like an answer
    EXIT = auto()  # ends the process with status 0
    SILENT = auto()  # nothing is left of it


def is_broad(types: Value | None) -> bool:
    """Whether a handler catches everything."""
    if types is None:
        return True
    if isinstance(types, Collection):
        return any(is_broad(item) for item in types.items)
    return isinstance(types, Ref) and types.name in BROAD


def handlers(_: Project, bindings: Bindings) -> Iterator[tuple[int, bool]]:
    """Every handler block of a file, and whether it is broad."""
    for index, block in enumerate(bindings.facts.blocks):
        if block.kind == "handler":
            yield index, is_broad(block.value)


def handling(project: Project, bindings: Bindings, block: int) -> Handling:
    """What a handler makes of the failure that reaches it."""
    inside = set(bindings.inside(block))
    steps = [(index, step) for index, step in enumerate(bindings.facts.steps) if step.block in inside]
    sites = [site for index in inside for call in bindings.calls_by_block.get(index, ()) if (site := project.site(bindings.path, call)) is not None]
    if any(reports(project, site) for site in sites) or helper_reports(project, bindings, inside):
        return Handling.REPORTED
    if is_told(bindings, block, steps, sites):
        return Handling.REPORTED
    leaves = [site for site in sites if site.role == "exit"]
    if leaves:
        return Handling.EXIT if all(status_of(site) in {None, 0} for site in leaves) else Handling.REPORTED
    return handed_on(bindings, block, steps, logged=any(site.role in LOUD for site in sites))


def is_told(bindings: Bindings, block: int, steps: list[tuple[int, Step]], sites: list[Site]) -> bool:
    """Whether the failure is raised again, now or later, answered as an error, or kept where somebody sees it."""
    raised = any(step.kind == "raise" for _, step in steps) or raised_later(bindings, block)
    return raised or error_answer(bindings, steps, sites) or at_top_level(bindings, block) or recorded(bindings, block, steps)


def handed_on(bindings: Bindings, block: int, steps: list[tuple[int, Step]], *, logged: bool) -> Handling:
    """What a handler that at most writes to the log makes of the failure for its caller."""
    given = [step.value for _, step in steps if step.kind in {"return", "yield"} and step.value is not None]
    passed_through = {parameter.name for parameter in bindings.facts.scopes[bindings.facts.blocks[block].scope].parameters}
    if logged and any(falls_back(value, passed_through) for value in given):
        return Handling.REPORTED
    if logged and not given and not answers(bindings, block):
        return Handling.REPORTED
    return Handling.DATA if given or logged else Handling.SILENT


def falls_back(value: Value, parameters: set[str]) -> bool:
    """Whether a value is, by its name, an answer kept for this case, or what the function was given, unchanged."""
    names = [part.name for part in parts_of(value) if isinstance(part, Ref)]
    return any(FALLBACK.search(name.lower()) for name in names) or (isinstance(value, Ref) and value.name in parameters)


def recorded(bindings: Bindings, block: int, steps: list[tuple[int, Step]]) -> bool:
    """Whether the failure is kept where somebody can see it: in a field for errors, a list of failures, an answer that says it failed."""
    caught = bindings.facts.blocks[block].target
    for _, step in steps:
        if step.kind in {"bind", "augment"} and (
            step.value == caught or any(isinstance(t, Ref) and FAILURE.search(t.name.lower()) for t in (step.target,))
        ):
            return True
        if step.value is not None and any(says_failed(part) for part in parts_of(step.value)):
            return True
    if not isinstance(caught, Ref):
        return False
    return any(keeps(call, caught.name) for index in bindings.inside(block) for call in calls_in(bindings, index))


def calls_in(bindings: Bindings, block: int) -> Iterator[Call]:
    """Calls directly in a block."""
    yield from (bindings.facts.calls[index] for index in bindings.calls_by_block.get(block, ()))


def says_failed(value: Value) -> bool:
    """Whether a dictionary says of itself that it is an error: `{"error": …}`, `{"success": False}`, `{"status": "error"}`."""
    if not isinstance(value, Mapping):
        return False
    for key, item in value.entries:
        name = str(key.value).lower() if isinstance(key, Literal) else ""
        if FAILURE.search(name) and not (isinstance(item, Literal) and not item.value):
            return True
        if name in {"success", "ok"} and isinstance(item, Literal) and item.value is False:
            return True
        if name == "status" and isinstance(item, Literal) and FAILURE.search(str(item.value).lower()):
            return True
    return False


def keeps(call: Call, name: str) -> bool:
    """Whether a call puts the error into a collection or queue."""
    if tail(call.func) not in {"append", "add", "put", "put_nowait", "set_exception", "record_exception"}:
        return False
    return any(isinstance(part, Ref) and part.name == name for value in call.args for part in parts_of(value))


def parts_of(value: Value) -> Iterator[Value]:
    """A value and all values inside it."""
    yield from (part for part, _ in nested(value, NOWHERE))


def reports(project: Project, site: Site) -> bool:
    """Whether a call in a handler tells of the failure: an error answer, a metric, a traceback in the log, a message to the user."""
    if site.role in {"http.error", "metric", "ui.error", "log.exception"}:
        return True
    if site.role in LOUD:
        info = project.written(site, "exc_info")
        return info is not None and any(constant is not False for constant in info.constants or [True])
    return site.role in {"llm.chat", "agent.run"}


def helper_reports(project: Project, bindings: Bindings, inside: set[int]) -> bool:
    """Whether a function of the project that the handler calls raises or answers with an error."""
    for index in inside:
        for call in bindings.calls_by_block.get(index, ()):
            for thing in project.resolver.callee(CallRef(bindings.path, call)):
                if isinstance(thing, Function):
                    facts = project.python[thing.path]
                    if any(step.kind == "raise" and step.scope == thing.scope for step in facts.steps):
                        return True
    return False


def error_answer(bindings: Bindings, steps: list[tuple[int, Step]], sites: list[Site]) -> bool:
    """Whether a web handler answers with an error status: `return {...}, 500` or a response made with one."""
    for index, step in steps:
        if step.kind in {"return", "yield"} and step.value is not None:
            spot = Spot(bindings.path, step.scope, step.block, index)
            for value, _ in nested(step.value, spot):
                if isinstance(value, Literal) and isinstance(value.value, int) and not isinstance(value.value, bool) and value.value in ERRORS:
                    return True
                if isinstance(value, CallResult) and has_error_status(bindings, value.call):
                    return True
    return any(has_error_status(bindings, site.ref.index) for site in sites)


def has_error_status(bindings: Bindings, call: int) -> bool:
    """Whether a call is given an HTTP status of 400 or more, or a constant named like one."""
    for name, value in bindings.facts.calls[call].keywords:
        if name in {"status", "status_code", "code"}:
            if isinstance(value, Literal):
                return isinstance(value.value, int) and value.value >= ERRORS.start
            return isinstance(value, Ref) and any(word in value.name.upper() for word in ("ERROR", "HTTP_4", "HTTP_5", "UNAVAILABLE", "BAD_"))
    return False


def raised_later(bindings: Bindings, block: int) -> bool:
    """Whether a loop of attempts around the handler is followed by a raise."""
    scope = bindings.facts.blocks[block].scope
    loop = next(
        (index for index in bindings.ancestors(block) if bindings.facts.blocks[index].kind in LOOPS and bindings.facts.blocks[index].scope == scope),
        None,
    )
    if loop is None:
        return False
    end = bindings.facts.blocks[loop].span.end_line
    outer = set(bindings.ancestors(bindings.facts.blocks[loop].parent))
    raises = [step for step in bindings.facts.steps if step.kind == "raise"]
    after = (step for step in raises if step.scope == scope and step.span.line > end and step.block in outer | {loop})
    return any(after) or any(else_of(bindings, step, loop) for step in raises)


def else_of(bindings: Bindings, step: Step, loop: int) -> bool:
    """Whether a raise stands in the `else` of a loop, which runs when no attempt succeeded."""
    block = bindings.facts.blocks[step.block]
    return block.kind == "else" and block.owner == loop


def at_top_level(bindings: Bindings, block: int) -> bool:
    """Whether the handler is that of a command-line program's outermost function."""
    scope = bindings.facts.scopes[bindings.facts.blocks[block].scope]
    return scope.kind == "module" or scope.name in TOP_LEVEL


def status_of(site: Site) -> object:
    """What the process exits with: a constant, None where nothing is given, `computed` for all else."""
    return site.call.args[0].value if site.call.args and isinstance(site.call.args[0], Literal) else "computed" if site.call.args else None


def answers(bindings: Bindings, block: int) -> bool:
    """Whether the function around the handler gives its caller a value elsewhere, so that falling through gives None for an answer."""
    scope = bindings.facts.blocks[block].scope
    return any(
        bindings.facts.steps[i].kind in {"return", "yield"} and bindings.facts.steps[i].value is not None
        for i in bindings.steps_by_scope.get(scope, ())
    )
