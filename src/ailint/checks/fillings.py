"""Templates of messages and what their variables are filled with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Literal
from ailint.project.called import calls_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.prompts import Message
    from ailint.project.things import Spot

VARIABLE = re.compile(r"(?<!\{)\{(\w{1,60})\}(?!\})")
FILLING = frozenset(
    {"invoke", "ainvoke", "stream", "astream", "batch", "abatch", "run", "arun", "partial", "format_messages", "aformat_messages", "format_prompt"}
)

Fillings = dict[str, list[tuple["Value", "Spot"]]]


def sent_through_variables(project: Project, message: Message) -> Iterator[Trace]:
    """The traces of what somebody outside sent that fills the variables of a message's template."""
    for name in sorted(variables(project, message)):
        for value, spot in fillings(project).get(name, ()):
            if spot.path == message.place.path or imports(project, spot.path, message.place.path):
                yield from project.flow.sent(value, spot, against="instructions")


def variables(project: Project, message: Message) -> set[str]:
    """The names between braces in the texts of a message."""
    written = [trace.value.value for trace in project.flow.texts(message.content, message.spot) if isinstance(trace.value, Literal)]
    return {name for text in written if isinstance(text, str) for name in VARIABLE.findall(text)}


def fillings(project: Project) -> Fillings:
    """Variable → what chains and templates are given for it, by name or in a dictionary."""
    return project.shared("fillings", lambda: collected(project))


def collected(project: Project) -> Fillings:
    """The same, not yet kept."""
    found: Fillings = {}
    for ref, call in calls_written(project.resolver, FILLING):
        spot = project.resolver.spot(ref)
        given = [(name, value, spot) for name, value in call.keywords]
        entries = project.arguments.entries.read(call.args[0], spot).values if call.args else {}
        given += [(name, value, here) for name, values in entries.items() for value, here in values]
        for name, value, here in given:
            found.setdefault(name, []).append((value, here))
    return found


def imports(project: Project, path: str, other: str) -> bool:
    """Whether a file takes something of another one."""
    return any(project.resolver.modules.find(path, one.module, one.level) == other for one in project.python[path].imports)
