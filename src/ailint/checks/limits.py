"""How long a call may take: what a time limit given to it comes to."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from ailint.facts import Collection, Literal, Operation, Value
from ailint.project.arguments import Argument, Given
from ailint.project.things import Data, Environment, External, Spot, Thing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project

NUMBERS = frozenset({"builtins.float()", "builtins.int()", "builtins.float", "builtins.int", "builtins.max()", "builtins.min()"})
DEEPEST = 4


class Kind(Enum):
    """What can be said of a limit."""

    NUMBER = auto()
    OUTSIDE = auto()  # given, its number comes from outside the code
    NONE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit; `seconds` where it is a number. `written`: somebody gave it, rather than the library."""

    kind: Kind
    seconds: float = math.inf
    written: bool = False

    def is_within(self, most: float) -> bool:
        """Whether it certainly ends a wait before `most` seconds."""
        return self.kind is Kind.OUTSIDE or (self.kind is Kind.NUMBER and self.seconds < most)


UNKNOWN = Limit(Kind.UNKNOWN)


def limit_of(project: Project, argument: Argument) -> Limit:
    """What an effective timeout comes to."""
    match argument.given:
        case Given.ABSENT:
            return Limit(Kind.NONE) if argument.stated else UNKNOWN
        case Given.DEFAULT:
            return Limit(Kind.NUMBER, float(argument.default)) if isinstance(argument.default, int | float) else UNKNOWN
        case Given.CALL:
            return scaled(joined(limits(project, argument.things, 0)), argument.scale)
        case _:
            return UNKNOWN


def scaled(limit: Limit, scale: float) -> Limit:
    """A limit that somebody gave, in seconds."""
    return Limit(limit.kind, limit.seconds * scale, written=True)


def joined(found: Iterable[Limit]) -> Limit:
    """One limit for all alternatives: the longest, where they agree that there is one."""
    alternatives = list(found)
    kinds = {limit.kind for limit in alternatives}
    if not kinds or Kind.UNKNOWN in kinds or (Kind.NONE in kinds and len(kinds) > 1):
        return UNKNOWN
    if kinds == {Kind.NUMBER}:
        return Limit(Kind.NUMBER, max(limit.seconds for limit in alternatives))
    return Limit(kinds.pop() if len(kinds) == 1 else Kind.OUTSIDE)


def limits(project: Project, things: Iterable[Thing], depth: int) -> Iterator[Limit]:
    """The limit that each alternative of a value is. A variable of the environment decides over the default beside it."""
    alternatives = list(things)
    if any(isinstance(thing, Environment) for thing in alternatives):
        alternatives = [thing for thing in alternatives if not (isinstance(thing, Data) and thing.is_none)]
    for thing in alternatives:
        yield from limits_of(project, thing, depth)


def limits_of(project: Project, thing: Thing, depth: int) -> Iterator[Limit]:
    """The limit that one alternative of a value is."""
    match thing:
        case _ if depth > DEEPEST:
            yield UNKNOWN
        case Data(value=value, spot=spot):
            yield written(project, value, spot, depth)
        case Environment():
            yield Limit(Kind.OUTSIDE)
        case External(origin=origin, makers=(*_, maker)) if origin in NUMBERS:
            for value in project.resolver.call(maker).args:
                yield from limits(project, project.things(value, project.resolver.spot(maker)), depth + 1)
        case External():
            yield constructed(project, thing, depth)
        case _:
            yield UNKNOWN


def written(project: Project, value: Value, spot: Spot, depth: int) -> Limit:
    """A limit that stands in the code: a number, None, a pair of limits, a product."""
    match value:
        case Literal():
            return literal(value)
        case Collection(items=(*_, last)):
            return joined(limits(project, project.things(last, spot), depth + 1))
        case Operation(operator="*" | "+" as operator, operands=operands):
            return computed(operator, [joined(limits(project, project.things(operand, spot), depth + 1)) for operand in operands])
        case _:
            return UNKNOWN


def literal(value: Literal) -> Limit:
    """The limit that a constant is; numbers may be written as text."""
    match value.value:
        case None:
            return Limit(Kind.NONE)
        case str(text):
            return Limit(Kind.NUMBER, float(text)) if text.replace(".", "", 1).isdigit() else UNKNOWN
        case bool():
            return UNKNOWN
        case number:
            return Limit(Kind.NUMBER, float(number))


def computed(operator: str, parts: list[Limit]) -> Limit:
    """The limit that a product or sum is."""
    if all(part.kind is Kind.NUMBER for part in parts):
        seconds = [part.seconds for part in parts]
        return Limit(Kind.NUMBER, math.prod(seconds) if operator == "*" else sum(seconds))
    return Limit(Kind.OUTSIDE) if all(part.kind in {Kind.NUMBER, Kind.OUTSIDE} for part in parts) else UNKNOWN


def constructed(project: Project, thing: External, depth: int) -> Limit:
    """A limit that is an object of its own, such as one with a limit each for connecting and reading."""
    meanings = project.knowledge.meanings(thing.origin)
    if not thing.makers or not meanings or "timeout" not in meanings[0].arguments:
        return UNKNOWN
    argument = project.arguments.effective(thing.makers[-1], meanings[0], External(thing.origin), "timeout")
    if argument.given is Given.CALL:
        return joined(limits(project, argument.things, depth + 1))
    return limit_of(project, argument)
