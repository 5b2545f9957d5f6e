"""Interfaces whose callers choose the role of a message themselves, so that they can speak as the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.paths import way
from ailint.checks.sent import declaration, serves_as_model
from ailint.facts import Literal, Operation, Ref, Severity, satisfied, unknown, violated
from ailint.project.bindings import tail
from ailint.project.declared import CHOICES, fields, is_enum, types
from ailint.project.nesting import nested
from ailint.project.prompts import SYSTEM_ROLES
from ailint.project.structure import END
from ailint.project.things import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place, Value, Verdict
    from ailint.project import Project
    from ailint.project.declared import Declared, Type
    from ailint.project.flow import Trace
    from ailint.project.sites import Site
    from ailint.project.things import Class

ROLE = "role"
WITH_MESSAGES = ("messages", "prompt")
FREE_TEXT = frozenset({"builtins.str", "typing.Any", "?"})


def open_roles(project: Project) -> Iterator[Verdict]:
    """A verdict for each declared role of messages that callers send and a model is given as they are."""
    seen: set[Place] = set()
    for site in project.calls("llm.chat", "agent.run"):
        for trace in given_messages(project, site):
            role = declared_role(project, trace)
            if role is not None and role.place not in seen:
                seen.add(role.place)
                yield judged(project, site, trace, role)


def given_messages(project: Project, site: Site) -> Iterator[Trace]:
    """The traces of what somebody outside sent among the messages of a call."""
    for name in WITH_MESSAGES:
        for spelling in site.meaning.arguments.get(name, ()):
            for value, spot in project.arguments.values(site.ref, spelling, site.meaning.positional):
                yield from project.flow.sent(value, spot, against="instructions")


def declared_role(project: Project, trace: Trace) -> Declared | None:
    """The field that holds the role, where whole messages are handed on, or their role is."""
    declared = declaration(project, trace)
    if declared is None:
        return None
    if declared.name == ROLE and declared.owner is not None:
        return declared
    classes = (cls for one in types(project.resolver, declared.annotation, declared.spot) for cls in message_classes(project, one))
    return next((field for cls in classes for field in fields(project.resolver, cls, ROLE)), None)


def message_classes(project: Project, one: Type) -> Iterator[Class]:
    """The classes of single messages that a type stands for, itself or in a list."""
    if one.cls is not None:
        yield one.cls
    elif one.spot is not None:
        for argument in one.arguments:
            yield from (inner.cls for inner in types(project.resolver, argument, one.spot) if inner.cls is not None)


def judged(project: Project, site: Site, trace: Trace, role: Declared) -> Verdict:
    """The verdict on one declared role."""
    if not accepts_system(project, role):
        return satisfied(role.place, "no role of the system among those that a caller may send")
    if serves_as_model(project, trace):
        return unknown(role.place, "the interface is that of a model API, whose callers write the instructions")
    if any(is_tested(project, path, trace) for path in {role.place.path, site.path, *(place.path for place in trace.path)}):
        return unknown(role.place, "the code looks at the role of messages on their way")
    message = "Callers may send messages in the role `system`, and the model gets them as they are"
    return violated(role.place, message, related=way(trace, role.place), severity=Severity.MEDIUM)


def accepts_system(project: Project, role: Declared) -> bool:
    """Whether a declared role may be that of the system."""
    for one in types(project.resolver, role.annotation, role.spot):
        if one.origin in CHOICES:
            if any(isinstance(item, Literal) and item.value in SYSTEM_ROLES for item in one.arguments):
                return True
        elif one.cls is not None and is_enum(project.resolver, one.cls):
            if any(names_system(step.value) for step in project.python[one.cls.path].steps if step.scope == one.cls.scope):
                return True
        elif one.origin in FREE_TEXT and not one.notes:
            return True
    return False


def names_system(value: Value | None) -> bool:
    """Whether a member of an enumeration is the role of the system."""
    return isinstance(value, Literal) and value.value in SYSTEM_ROLES


def is_tested(project: Project, path: str, trace: Trace) -> bool:
    """Whether a file compares the role of what was sent."""
    return any(other.place == trace.place for value, spot in compared_roles(project, path) for other in project.flow.sources(value, spot))


def compared_roles(project: Project, path: str) -> Iterator[tuple[Value, Spot]]:
    """The roles of messages that conditions of a file compare, or `match` looks at."""
    facts = project.python[path]
    tests = [(block.value, block.kind, Spot(path, block.scope, index, END)) for index, block in enumerate(facts.blocks)]
    tests += [(step.value, step.kind, Spot(path, step.scope, step.block, index)) for index, step in enumerate(facts.steps) if step.kind == "filter"]
    for value, kind, spot in tests:
        for part, _ in nested(value, spot) if value is not None else ():
            operands = part.operands if isinstance(part, Operation) else (part,) if kind == "case" else ()
            yield from ((operand, spot) for operand in operands if is_role(operand))


def is_role(value: Value) -> bool:
    """`message.role`, `message["role"]`."""
    key = getattr(value, "key", None)
    return (isinstance(value, Ref) and "." in value.name and tail(value) == ROLE) or (isinstance(key, Literal) and key.value == ROLE)
