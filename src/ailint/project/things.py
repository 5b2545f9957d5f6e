"""What a name can stand for, once it is resolved across the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ailint.facts import Literal, Value

if TYPE_CHECKING:
    from collections.abc import Iterable


class CallRef(Struct, frozen=True, cache_hash=True, gc=False):
    """One call of the project: the file and the index in its facts."""

    path: str
    index: int


class External(Struct, frozen=True, cache_hash=True, gc=False):
    """Something of a library, by origin. `makers` are the calls that made and configured it, the first one first.

    `complete` is False where part of how it was made is out of sight: a parameter known by its annotation only. `chain` is the
    `prompt | model` that it is asked through, where it is a step of one.
    """

    origin: str
    makers: tuple[CallRef, ...] = ()
    complete: bool = True
    chain: Data | None = None


class Class(Struct, frozen=True, cache_hash=True, gc=False):
    """A class of the project."""

    path: str
    scope: int


class Instance(Struct, frozen=True, cache_hash=True, gc=False):
    """An object of a project class, and the call that made it, where one is seen."""

    cls: Class
    maker: CallRef | None = None


class Function(Struct, frozen=True, cache_hash=True, gc=False):
    """A function of the project; `bound` is the object whose method it is."""

    path: str
    scope: int
    bound: Instance | Class | None = None
    makers: tuple[CallRef, ...] = ()


class Module(Struct, frozen=True, cache_hash=True, gc=False):
    """A module or package of the project; a path ending in `/` is a package without `__init__`."""

    path: str


class Spot(Struct, frozen=True, cache_hash=True, gc=False):
    """Where something stands, as precisely as name resolution needs it; `at` is a step."""

    path: str
    scope: int
    block: int
    at: int


class Data(Struct, frozen=True, cache_hash=True, gc=False):
    """A value written in the project, with where it stands, so that names inside it can be resolved."""

    value: Value
    spot: Spot

    @property
    def is_none(self) -> bool:
        """Whether it is a written None."""
        return isinstance(self.value, Literal) and self.value.value is None


class Environment(Struct, frozen=True, cache_hash=True, gc=False):
    """A variable of the environment. Its default, if any, stands beside it as another thing."""

    name: str


class Opaque(Struct, frozen=True, cache_hash=True, gc=False):
    """Something that cannot be told."""

    why: str = ""


Thing = External | Class | Instance | Function | Module | Data | Environment | Opaque
Things = tuple[Thing, ...]
UNKNOWN: Things = (Opaque(),)
MOST_ALTERNATIVES = 8


def distinct(things: Iterable[Thing]) -> Things:
    """Without repeats, in order; too many alternatives are cut and marked as unknown."""
    found: list[Thing] = []
    for thing in things:
        if thing not in found:
            found.append(thing)
        if len(found) > MOST_ALTERNATIVES:
            return (*found[:MOST_ALTERNATIVES], Opaque("too many alternatives"))
    return tuple(found) or UNKNOWN
