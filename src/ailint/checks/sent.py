"""What is known of what somebody outside sent: its name, its declaration, where it enters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Literal, Ref
from ailint.project.arguments import Given
from ailint.project.declared import followed, of_parameter
from ailint.project.flow import SERIALISED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.declared import Declared
    from ailint.project.flow import Trace
    from ailint.project.prompts import Message
    from ailint.project.sites import Site

PLACE = re.compile(r"-?\d*|:")
MODEL_API = re.compile(r"/completions|/responses$|/messages$|/api/chat$|/api/generate$")
WORD = re.compile(r"\w[\w-]{0,40}")


def sent_in(project: Project, message: Message) -> tuple[Trace, ...]:
    """The traces of what somebody outside sent that a message holds."""
    return project.flow.sent(message.content, message.spot, against="instructions")


def field_name(trace: Trace) -> str:
    """The name under which a value was sent: of the field taken last, else of the parameter; empty where nothing names it."""
    taken = [name.strip("[]") for name in trace.trail if name != SERIALISED]
    names = [name for name in taken if not PLACE.fullmatch(name) and WORD.fullmatch(name)]
    if names:
        return names[-1]
    return trace.value.name if isinstance(trace.value, Ref) else ""


def subject(trace: Trace) -> str:
    """What was sent, as the subject of a sentence."""
    name = field_name(trace)
    return f"`{name}`, which the caller sends," if name else "What a user sends"


def declaration(project: Project, trace: Trace) -> Declared | None:
    """How what was sent is declared, where a handler's parameter declares it."""
    if not isinstance(trace.value, Ref) or trace.spot is None:
        return None
    parameter = project.resolver.bindings(trace.spot.path).parameters.get((trace.spot.scope, trace.value.name))
    if parameter is None:
        return None
    whole = of_parameter(project.resolver, trace.spot.path, trace.spot.scope, parameter)
    return followed(project.resolver, whole, tuple(name for name in trace.trail if name != SERIALISED))


def labels(project: Project, trace: Trace) -> Iterator[str]:
    """The texts that a form shows beside its field."""
    call = project.resolver.call(trace.ref) if trace.ref is not None else None
    for value in (*call.args, *(value for _, value in call.keywords)) if call is not None else ():
        if isinstance(value, Literal) and isinstance(value.value, str):
            yield value.value


def routes(project: Project, trace: Trace) -> Iterator[str]:
    """The paths under which the handler that was sent the value is reached."""
    if trace.spot is None:
        return
    for decorator in project.python[trace.spot.path].scopes[trace.spot.scope].decorators:
        site = route_of(project, trace.spot.path, decorator)
        argument = project.argument(site, "path") if site is not None else None
        if argument is not None and argument.given is Given.CALL:
            yield from (str(constant) for constant in argument.constants)


def serves_as_model(project: Project, trace: Trace) -> bool:
    """Whether the value was sent to an interface that is a model API itself, whose callers write the instructions."""
    return any(MODEL_API.search(path) for path in routes(project, trace))


def route_of(project: Project, path: str, decorator: Value) -> Site | None:
    """The call that registers a route, where a decorator is one."""
    site = project.site(path, decorator.call) if isinstance(decorator, CallResult) else None
    return site if site is not None and site.role == "route" else None
