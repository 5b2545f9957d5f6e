"""Whether what a call makes is kept: put where it stays, or made only while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Item, Literal, Operation, Ref, Value

if TYPE_CHECKING:
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
    for step in bindings.facts.steps[made.step : made.step + 2]:
        if step.kind == "bind" and step.scope == made.scope and step.target is not None:
            if stays(bindings, step.target, step.scope, own=own):
                return True
            return isinstance(step.target, Ref) and passed_on(bindings, step.target.name, made.scope, own=own)
    return False


def passed_on(bindings: Bindings, name: str, scope: int, *, own: bool) -> bool:
    """Whether a variable is put where it stays later in the function."""
    steps = (bindings.facts.steps[index] for index in bindings.steps_by_scope.get(scope, ()))
    found = (step for step in steps if step.kind == "bind" and isinstance(step.value, Ref) and step.value.name == name)
    return any(step.target is not None and stays(bindings, step.target, scope, own=own) for step in found)


def stays(bindings: Bindings, target: Value, scope: int, *, own: bool) -> bool:
    """Whether what is bound outlives the function: an attribute, an item of something that is not local, a global."""
    if isinstance(target, Ref):
        head, _, rest = target.name.partition(".")
        if rest:
            return own or bindings.method_owner(scope, head) is None
        return (scope, target.name) in bindings.globals
    return isinstance(target, Item) and not (isinstance(target.base, Ref) and (scope, target.base.name) in bindings.names)
