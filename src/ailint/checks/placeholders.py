"""Vectors that hold nothing: zeros, repeated constants, random numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Collection, Comprehension, Literal, Operation, Value
from ailint.project.things import CallRef, Data, External, Spot, Thing

if TYPE_CHECKING:
    from ailint.project import Project

FILLERS = "array.fill"
KEEPING = frozenset({"array", "asarray", "tensor", "list", "tolist", "astype", "to", "float", "reshape", "numpy"})
DEEPEST = 4


def is_placeholder(project: Project, value: Value, spot: Spot, depth: int = 0) -> bool:
    """Whether a value is a vector that stands for no text, or a list of such vectors."""
    match value:
        case _ if depth > DEEPEST:
            return False
        case Operation(operator="*", operands=(first, second)):
            return repeated(project, first, second, spot, depth) or repeated(project, second, first, spot, depth)
        case Comprehension(element=element, kind="list" | "generator"):
            return is_number(element) or is_placeholder(project, element, spot, depth + 1)
        case Collection(items=(_, *_) as items, kind="list"):
            return all(is_placeholder(project, item, spot, depth + 1) for item in items)
        case CallResult(call=index):
            return is_filled(project, CallRef(spot.path, index), depth)
        case _:
            return not isinstance(value, Literal) and any(stands_for_nothing(project, thing, value, depth) for thing in project.things(value, spot))


def repeated(project: Project, items: Value, times: Value, spot: Spot, depth: int) -> bool:
    """Whether one number is repeated as often as a vector is long, or one such vector for each text; a number a text is a list of scores."""
    if not isinstance(items, Collection) or not items.items:
        return False
    if all(is_number(item) for item in items.items):
        return not (isinstance(times, CallResult) and project.python[spot.path].calls[times.call].name == "len")
    return all(is_placeholder(project, item, spot, depth + 1) for item in items.items)


def is_filled(project: Project, ref: CallRef, depth: int) -> bool:
    """Whether a call makes an array that holds nothing, keeps one in another form, or is of a function of the project that does."""
    site = project.sites.at(ref)
    if site is not None:
        return site.role == FILLERS
    call = project.resolver.call(ref)
    if call.name in KEEPING:
        held = [call.func.base] if isinstance(call.func, Attribute) else []
        return any(is_placeholder(project, value, project.resolver.spot(ref), depth + 1) for value in (*held, *call.args[:1]))
    return any(stands_for_nothing(project, thing, CallResult(ref.index), depth) for thing in project.resolver.result(ref))


def stands_for_nothing(project: Project, thing: Thing, value: Value, depth: int) -> bool:
    """Whether what a value was resolved to is such a vector."""
    if isinstance(thing, Data):
        return thing.value != value and is_placeholder(project, thing.value, thing.spot, depth + 1)
    return isinstance(thing, External) and bool(thing.makers) and project.resolver.has_role(External(thing.origin.removesuffix("()")), FILLERS)


def is_number(value: Value) -> bool:
    """Whether a value is a written number."""
    return isinstance(value, Literal) and isinstance(value.value, int | float) and not isinstance(value.value, bool)


def is_empty(value: Value | None) -> bool:
    """Whether a value is a list with nothing in it."""
    return isinstance(value, Collection) and not value.items and value.kind == "list"
