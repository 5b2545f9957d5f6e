"""A provider's safety filters, as the code sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Choice, Collection, Comprehension, Literal, Mapping, Place, Ref, Span, Spread, Value
from ailint.project.arguments import Given
from ailint.project.things import CallRef, Data, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.project import Project
    from ailint.project.sites import Site

NOTHING = frozenset({"NONE", "OFF"})
DEEPEST = 8


Off = list[tuple[str, Place]]


def filters_set(site: Site, project: Project) -> list[Off] | None:
    """For each setting of filters that a call may have, what it switches off: words and places; None where the call sets none at all."""
    given = project.argument(site, "safety")
    if given.given is not Given.CALL or (given.is_none and site.role != "model.load"):
        return None
    if given.is_none or given.constants == [False]:
        return [[(str(given.constants[0]), site.place)]]
    found: list[Off] = []
    for thing in given.things:
        if isinstance(thing, Data):
            found.append(list({place: (word, place) for word, place in off_values(thing.value, thing.spot, project)}.values()))
        elif isinstance(thing, External) and means_nothing(thing.origin):
            found.append([(thing.origin.rpartition(".")[2], site.place)])
    return found


def filters_all_on(site: Site, project: Project) -> bool:
    """Whether a call sets filters and none of them off."""
    settings = filters_set(site, project) or []
    return bool(settings) and not any(settings)


def means_nothing(name: str) -> bool:
    """Whether a threshold's name says that nothing is blocked: `BLOCK_NONE`, `OFF`."""
    return name.rpartition(".")[2].rpartition("_")[2].upper() in NOTHING


def off_values(value: Value, spot: Spot, project: Project, depth: int = 0) -> Iterator[tuple[str, Place]]:
    """Thresholds inside a value that block nothing."""
    if depth > DEEPEST:
        return
    for part in parts(value, spot, project):
        yield from off_values(part, spot, project, depth + 1)
    match value:
        case Literal(value=str(text), span=span) if span is not None and means_nothing(text):
            yield text, placed(span, spot, project)
        case Ref():
            yield from named(value, spot, project, depth)
        case Attribute(name=name) if means_nothing(name):
            yield name, placed(project.python[spot.path].steps[spot.at].span, spot, project)


def named(value: Ref, spot: Spot, project: Project, depth: int) -> Iterator[tuple[str, Place]]:
    """What a name stands for: a member of a library's enumeration, or a value written elsewhere."""
    for thing in project.things(value, spot):
        if isinstance(thing, Data) and thing.value != value:
            yield from off_values(thing.value, thing.spot, project, depth + 1)
        elif isinstance(thing, External) and means_nothing(thing.origin) and "." in value.name:
            yield value.name.rpartition(".")[2], placed(Span(value.line, 0, value.line, 0), spot, project)


def parts(value: Value, spot: Spot, project: Project) -> tuple[Value, ...]:
    """The values that a value holds."""
    match value:
        case Mapping(entries=entries):
            return tuple(part for _, part in entries)
        case Collection(items=items) | Choice(options=items):
            return items
        case Comprehension(element=element):
            return (element,)
        case Spread(value=inner):
            return (inner,)
        case CallResult(call=index):
            call = project.resolver.call(CallRef(spot.path, index))
            return (*call.args, *(part for _, part in call.keywords))
        case _:
            return ()


def placed(span: Span, spot: Spot, project: Project) -> Place:
    """A span as a place of the repository."""
    return Place(spot.path, span, project.python[spot.path].scopes[spot.scope].symbol)
