"""Chat calls that give the model no rules of their task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Collection, Literal, Mapping, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.prompts import SYSTEM_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

LONG_TEXT = 120


def no_system_instruction(project: Project) -> Iterator[Verdict]:
    """A chat call with written-out messages has a system message or instructions, or says what to do in the user's turn."""
    for site in project.calls("llm.chat"):
        messages = project.given(site, "messages")
        if messages is None:
            continue
        roles = message_roles(messages)
        if roles is None:
            yield unknown(site.place, "the messages are put together elsewhere")
        elif roles & SYSTEM_ROLES or project.argument(site, "system").given is not Given.ABSENT or instructs(project, site, messages):
            yield satisfied(site.place, "the model is told its task")
        else:
            yield violated(site.place, "The messages hold only what user and assistant say: nothing tells the model its task and limits")


def message_roles(messages: Value) -> set[str] | None:
    """The roles of a list written out in full, None where any of it cannot be told."""
    if not isinstance(messages, Collection) or not messages.items:
        return None
    roles = set()
    for item in messages.items:
        written = dict(pairs(item)).get("role")
        if not (isinstance(written, Literal) and isinstance(written.value, str)):
            return None
        roles.add(written.value)
    return roles


def pairs(item: Value) -> Iterator[tuple[str, Value]]:
    """The entries of a message written as a dictionary, by constant key."""
    if isinstance(item, Mapping):
        for key, value in item.entries:
            if isinstance(key, Literal):
                yield str(key.value), value


def instructs(project: Project, site: Site, messages: Value) -> bool:
    """Whether a user message brings the instructions with it."""
    items = messages.items if isinstance(messages, Collection) else ()
    contents = [value for item in items for name, value in pairs(item) if name == "content"]
    texts = [trace for value in contents for trace in project.flow.texts(value, site.spot)]
    fixed = [prompt for prompt in project.prompts if prompt.place in {trace.place for trace in texts}]
    return any(prompt.instructs or len(prompt.fixed) > LONG_TEXT for prompt in fixed)
