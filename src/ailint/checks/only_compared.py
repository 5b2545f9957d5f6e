"""Constants that are there to be compared with: what they name is never used for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, Choice, Operation, Ref, Value
from ailint.project.bindings import tail
from ailint.project.flow.engine import COMPARISONS
from ailint.project.nesting import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings


def is_only_compared(project: Project, name: str) -> bool:
    """Whether other values are compared with a constant of this name, and nobody takes it for anything else."""
    found = [use for path in project.vocabulary.files_with({name}) for use in uses(project.resolver.bindings(path), name)]
    return bool(found) and all(found)


def uses(bindings: Bindings, name: str) -> Iterator[bool]:
    """Whether each use of a name in a file is a comparison; where it is imported under another name, that is none."""
    facts = bindings.facts
    yield from (False for imported in facts.imports if imported.name == name != imported.alias)
    yield from (False for scope in facts.scopes for parameter in scope.parameters if is_it(parameter.default, name))
    yield from (use for block in facts.blocks if block.value is not None for use in compared(block.value, name))
    yield from (use for step in facts.steps if step.value is not None for use in compared(step.value, name))
    for call in facts.calls:
        given = (call.func.base,) if isinstance(call.func, Attribute) else ()
        values = (*given, *call.args, *(value for _, value in call.keywords), *call.spreads)
        yield from (use for value in values for use in compared(value, name))


def compared(value: Value, name: str, *, inside: bool = False) -> Iterator[bool]:
    """Whether each place where a name stands in a value is inside a comparison."""
    if is_it(value, name):
        yield inside
    is_comparison = isinstance(value, Operation) and value.operator in COMPARISONS
    tests = (value.test,) if isinstance(value, Choice) and value.test is not None else ()
    for part in (*tests, *within(value)):
        yield from compared(part, name, inside=inside or is_comparison)


def is_it(value: Value | None, name: str) -> bool:
    """Whether a value is the constant: by its plain name, or taken of its class or module."""
    return isinstance(value, Ref | Attribute) and tail(value) == name
