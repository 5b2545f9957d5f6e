"""Whether what a call makes is kept: put where it stays, or made only while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.told import within
from ailint.facts import CallResult, Collection, Item, Literal, Mapping, Operation, Ref, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Bindings

GUARDS = frozenset({"if"})
STARTING = frozenset({"lifespan", "startup", "on_startup", "main"})


def made_once(bindings: Bindings, call: int) -> bool:
    """Whether an object is made only where none is there yet, or put where it stays."""
    made = bindings.facts.calls[call]
    if any(asks_for_none(block.value) for block in bindings.enclosing(made.block, GUARDS)):
        return True
    name = bindings.facts.scopes[made.scope].name
    return name in STARTING or stored(bindings, call, own=name != "__init__")


def asks_for_none(test: Value | None) -> bool:
    """Whether a condition holds only while there is no object yet: `x is None`, `not x`, `key not in cache`."""
    match test:
        case Operation(operator="is" | "not" | "not in"):
            return True
        case Operation(operator="==", operands=parts):
            return any(isinstance(part, Literal) and part.value is None for part in parts)
        case Operation(operator="and", operands=parts):
            return any(asks_for_none(part) for part in parts)
        case _:
            return False


def stored(bindings: Bindings, call: int, *, own: bool = True) -> bool:
    """Whether a call's result goes into an attribute, an item of a container, or a global; `own`: fields of the object itself count."""
    made = bindings.facts.calls[call]
    return any(
        stays(bindings, target, made.scope, own=own) or (isinstance(target, Ref) and passed_on(bindings, target.name, made.scope, own=own))
        for target in targets_of(bindings, call)
    )


def targets_of(bindings: Bindings, call: int) -> Iterator[Value]:
    """What a call's result, or part of it, is bound to."""
    made = bindings.facts.calls[call]
    for step in bindings.facts.steps[made.step : made.step + 2]:
        if step.kind == "bind" and step.scope == made.scope and step.target is not None:
            yield from step.target.items if isinstance(step.target, Collection) else (step.target,)
            return


def passed_on(bindings: Bindings, name: str, scope: int, *, own: bool) -> bool:
    """Whether a variable is put where it stays later in the function, by itself or in a dictionary or the like."""
    return any(stays(bindings, target, scope, own=own) for target in holders(bindings, name, scope))


def holders(bindings: Bindings, name: str, scope: int) -> Iterator[Value]:
    """What later statements of the function put a variable into."""
    for index in bindings.steps_by_scope.get(scope, ()):
        step = bindings.facts.steps[index]
        if step.kind == "bind" and step.target is not None and step.value is not None and not isinstance(step.target, Collection):
            held = isinstance(step.value, Ref | Collection | Mapping) or is_dict(bindings, step.value)
            if held and any(isinstance(part, Ref) and part.name == name for part in within(bindings, step.value)):
                yield step.target


def is_dict(bindings: Bindings, value: Value) -> bool:
    """Whether a value is `dict(…)`."""
    return isinstance(value, CallResult) and bindings.facts.calls[value.call].name == "dict"


def collected(bindings: Bindings, call: int) -> bool:
    """Whether each result of a repeated call is put into a container, so that all of them are kept."""
    scope = bindings.facts.calls[call].scope
    for target in targets_of(bindings, call):
        if isinstance(target, Item):
            return True
        if isinstance(target, Ref) and any(isinstance(holder, Item) for holder in holders(bindings, target.name, scope)):
            return True
    return False


def stays(bindings: Bindings, target: Value, scope: int, *, own: bool) -> bool:
    """Whether what is bound outlives the function: an attribute, an item of something that is not local, a global."""
    if isinstance(target, Ref):
        head, _, rest = target.name.partition(".")
        if rest:
            return own or bindings.method_owner(scope, head) is None
        return (scope, target.name) in bindings.globals
    return isinstance(target, Item) and not (isinstance(target.base, Ref) and (scope, target.base.name) in bindings.names)
