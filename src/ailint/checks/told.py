"""What a handler leaves behind that tells of a failure: an error answer, a record of it, a message to whoever runs the code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Item, Literal, Mapping, Ref, Step, Value
from ailint.project.nesting import all_in
from ailint.project.things import CallRef, External, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Call
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

LOUD = frozenset({"log.warning", "log.error", "log.exception"})
QUIET = ("log.", "parse.")
FAILURE = re.compile(r"error|fail|exception")
FAILED_WORD = re.compile(r"errors?|failed|failure", re.IGNORECASE)
FAILURE_CLASS = re.compile(r"^_?[A-Z]\w*(?:Error|Fail|Exception)|^(?:Error|Fail)")
STATE_KEYS = re.compile(r"status|state|type|kind|reason|issue|warning|rationale|detail|note|outcome|level|verdict|event")
SUCCESS = frozenset({"success", "ok", "succeeded", "passed", "is_success"})
EXIT_CODE = re.compile(r"(?:^|_)(?:exit|return|ret)(?:_?code|_?status|val)?$|^(?:rc|status)$")
ANSWERING = re.compile(r"error|abort|respon|send|status|reply|json")
ADDING = frozenset({"append", "add", "put", "put_nowait", "extend", "insert", "appendleft", "set_exception", "record_exception"})
ERRORS = range(400, 600)


def within(bindings: Bindings, value: Value) -> Iterator[Value]:
    """A value and all values inside it, those handed to calls in it included."""
    for part in all_in(value):
        yield part
        if isinstance(part, CallResult):
            call = bindings.facts.calls[part.call]
            for inner in (*call.args, *(given for _, given in call.keywords)):
                yield from within(bindings, inner)


def mentions(bindings: Bindings, value: Value, name: str) -> bool:
    """Whether a value holds a variable, or something taken of it."""
    return bool(name) and any(isinstance(part, Ref) and part.name.partition(".")[0] == name for part in within(bindings, value))


def calls_in(bindings: Bindings, block: int) -> Iterator[tuple[int, Call]]:
    """Calls in a handler, in the blocks nested in it too."""
    yield from bindings.calls_within(block)


def reports(project: Project, site: Site) -> bool:
    """Whether a call in a handler tells of the failure: an error answer, a metric, a traceback in the log, a message to the user."""
    if site.role in {"http.error", "metric", "ui.error", "log.exception"}:
        return True
    if site.role in LOUD:
        info = project.written(site, "exc_info")
        return info is not None and any(constant is not False for constant in info.constants or [True])
    return site.role in {"llm.chat", "agent.run"}


def helper_reports(project: Project, bindings: Bindings, block: int) -> bool:
    """Whether a function of the project that the handler calls raises or answers with an error."""
    for index, _ in calls_in(bindings, block):
        for thing in project.resolver.callee(CallRef(bindings.path, index)):
            if isinstance(thing, Function) and any(step.kind == "raise" and step.scope == thing.scope for step in project.python[thing.path].steps):
                return True
    return False


def error_answer(project: Project, bindings: Bindings, block: int, steps: list[Step]) -> bool:
    """Whether the caller is answered with an error: a status of 400 or more, an event or object called an error."""
    for step in steps:
        given = all_in(step.value) if step.kind in {"return", "yield"} and step.value is not None else ()
        if any(is_error_value(bindings, part) for part in given):
            return True
    return any(is_error_call(project, bindings, index, call) for index, call in calls_in(bindings, block))


def is_error_value(bindings: Bindings, value: Value) -> bool:
    """Whether a returned value is an error status, or an object called an error."""
    if isinstance(value, Literal):
        return is_error_status(value)
    return isinstance(value, CallResult) and bool(FAILURE_CLASS.search(bindings.facts.calls[value.call].name))


def is_error_call(project: Project, bindings: Bindings, index: int, call: Call) -> bool:
    """Whether a call sends an error: by a status, by the kind of event, by a field for errors."""
    site = project.site(bindings.path, index)
    if site is not None and site.role.startswith(QUIET):
        return False
    name = call.name
    if ANSWERING.search(name.lower()) and any(is_error_status(value) for value in call.args):
        return True
    for keyword, value in call.keywords:
        if keyword in {"status", "status_code", "code"} and (is_error_status(value) or is_error_constant(value)):
            return True
        if FAILURE.search(keyword) and not (isinstance(value, Literal) and not value.value):
            return True
    return any(isinstance(value, Literal) and isinstance(value.value, str) and FAILED_WORD.fullmatch(value.value) for value in call.args[:1])


def is_error_status(value: Value) -> bool:
    """Whether a value is an HTTP status of 400 or more."""
    return isinstance(value, Literal) and isinstance(value.value, int) and not isinstance(value.value, bool) and value.value in ERRORS


def is_error_constant(value: Value) -> bool:
    """Whether a constant is named like an error status."""
    return isinstance(value, Ref) and any(word in value.name.upper() for word in ("ERROR", "HTTP_4", "HTTP_5", "UNAVAILABLE", "BAD_"))


def recorded(bindings: Bindings, block: int, steps: list[Step]) -> bool:
    """Whether the failure is kept where somebody can see it: in a field for errors, a list of failures, an answer that says it failed."""
    caught = name_of(bindings.facts.blocks[block].target)
    if any(keeps_failure(bindings, step, caught) for step in steps):
        return True
    values = [value for _, call in calls_in(bindings, block) for value in (*call.args, *(given for _, given in call.keywords))]
    if any(says_failed(bindings, part, caught) for value in values for part in within(bindings, value)):
        return True
    calls = calls_in(bindings, block)
    return any(call.name in ADDING and any(mentions(bindings, value, caught) for value in call.args) for _, call in calls)


def keeps_failure(bindings: Bindings, step: Step, caught: str) -> bool:
    """Whether a statement keeps the error itself, sets a field for errors, or makes a value that says it failed."""
    if step.value is not None and any(says_failed(bindings, part, caught) for part in within(bindings, step.value)):
        return True
    if step.kind in {"return", "yield"}:
        return hands_over(step.value, caught)
    if step.kind not in {"bind", "augment"}:
        return False
    if caught and name_of(step.value) == caught:
        return True
    targets = step.target.items if isinstance(step.target, Collection) else (step.target,)
    return any(tells(bindings, target_name(target), step.value, caught) for target in targets)


def hands_over(value: Value | None, caught: str) -> bool:
    """Whether the error itself is given back, alone or beside what else is returned."""
    parts = value.items if isinstance(value, Collection) else (value,)
    return bool(caught) and any(name_of(part) == caught for part in parts)


def tells(bindings: Bindings, name: str, value: Value | None, caught: str) -> bool:
    """Whether what is put under a name says that something failed."""
    constant = value.value if isinstance(value, Literal) else None
    if FAILURE.search(name):
        return not isinstance(value, Literal) or bool(constant)
    if name in SUCCESS:
        return constant is False
    if EXIT_CODE.search(name) and isinstance(constant, int):
        return bool(constant)
    if not STATE_KEYS.search(name) or value is None:
        return False
    texts = (part.value for part in within(bindings, value) if isinstance(part, Literal))
    return mentions(bindings, value, caught) or any(isinstance(text, str) and FAILURE.search(text.lower()) for text in texts)


def says_failed(bindings: Bindings, value: Value, caught: str) -> bool:
    """Whether a dictionary says of itself that it is an error: `{"error": …}`, `{"success": False}`, `{"status": "failed"}`."""
    if not isinstance(value, Mapping):
        return False
    return any(isinstance(key, Literal) and tells(bindings, str(key.value).lower(), item, caught) for key, item in value.entries)


def target_name(target: Value | None) -> str:
    """The last name of what is bound: `error` of `self.error` and of `result["error"]`."""
    if isinstance(target, Item):
        return str(target.key.value).lower() if isinstance(target.key, Literal) else ""
    return name_of(target).rpartition(".")[2].lower()


def name_of(value: Value | None) -> str:
    """The name that a value is, empty where it is none."""
    return value.name if isinstance(value, Ref) else ""


def shown(project: Project, bindings: Bindings, block: int) -> bool:
    """Whether the failure is printed where the answer would have been: a program that talks to whoever runs it."""
    caught = name_of(bindings.facts.blocks[block].target)
    printed = (call for index, call in calls_in(bindings, block) if is_print(project, bindings, index))
    if not any(mentions(bindings, value, caught) for call in printed for value in call.args):
        return False
    return any(is_print(project, bindings, index) for index, _ in calls_in(bindings, bindings.facts.blocks[block].owner))


def is_print(project: Project, bindings: Bindings, index: int) -> bool:
    """Whether a call prints."""
    if bindings.facts.calls[index].name != "print":
        return False
    things = project.resolver.callee(CallRef(bindings.path, index))
    return any(isinstance(thing, External) and thing.origin in {"builtins.print", "rich.print"} for thing in things)
