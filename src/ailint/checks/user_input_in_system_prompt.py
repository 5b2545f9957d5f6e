"""What a user sends, where the model expects the application's own instructions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.client_roles import open_roles
from ailint.checks.fillings import sent_through_variables
from ailint.checks.paths import way
from ailint.checks.sent import declaration, field_name, labels, routes, sent_in, serves_as_model, subject
from ailint.facts import Verdict, satisfied, unknown, violated
from ailint.project.prompts import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.prompts import Message

WHO_OR_WHERE = re.compile(
    r"(?:^|_)(?:id|uuid|name|username|nickname|email|locale|lang|language|languages|tz|timezone|country|region|city|currency|date|time|day|"
    r"version|model|provider|temperature|platform|os|device|role|gender|age|units?|type|kind|format|mode|status)$",
    re.IGNORECASE,
)
OWN_SETTING = re.compile(r"system|instruct|preferences?\b|custom|config|settings?\b|template", re.IGNORECASE)


def user_input_in_system_prompt(project: Project) -> Iterator[Verdict]:
    """Nothing that a user writes becomes part of the instructions, and no caller sends messages in the system's role."""
    for message in messages(project):
        if message.role == "system":
            yield judged(project, message)
    yield from open_roles(project)


def judged(project: Project, message: Message) -> Verdict:
    """The verdict on one system message."""
    sent = (*sent_in(project, message), *sent_through_variables(project, message))
    traces = [trace for trace in sent if not names_who_or_where(trace)]
    if not traces:
        return satisfied(message.place, "no words of a user among the instructions")
    free = [trace for trace in traces if not is_own_setting(project, trace)]
    if not free:
        return unknown(message.place, "the caller sets the instructions on purpose")
    return violated(message.place, f"{subject(free[0])} becomes part of the system prompt", related=way(free[0], message.place))


def names_who_or_where(trace: Trace) -> bool:
    """Whether what was sent names a person, a place, a language or the like: personalisation, and no text."""
    return bool(WHO_OR_WHERE.search(snake(field_name(trace))))


def is_own_setting(project: Project, trace: Trace) -> bool:
    """Whether what was sent is, by its name or the interface's, how the caller wants the own assistant to behave."""
    declared = declaration(project, trace)
    names = (field_name(trace), declared.name if declared is not None else "", *labels(project, trace), *routes(project, trace))
    return serves_as_model(project, trace) or any(OWN_SETTING.search(snake(name)) for name in names)


def snake(name: str) -> str:
    """`userName` as `user_Name`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
