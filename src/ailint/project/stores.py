"""Vector stores: which calls speak of the same collection, as far as its name or place is told."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Literal
from ailint.project.arguments import Given
from ailint.project.things import Data, Environment

if TYPE_CHECKING:
    from ailint.project.arguments import Argument
    from ailint.project.project import Project
    from ailint.project.sites import Site

PLACES = ("persist", "path", "location", "namespace")
NAMED = ("name", "persist", "path")


class Collection(NamedTuple):
    """What is told of a collection: its kind of store, and name, place and partition; '' where one is not given, None where it is not told."""

    family: str
    told: dict[str, str | None]

    def is_same(self, other: Collection) -> bool:
        """Whether two are certainly one collection: nothing told differs, and a name or folder is the same."""
        if self.family != other.family:
            return False
        pairs = {key: (self.told[key], other.told[key]) for key in self.told}
        if any(one is not None and two is not None and one != two for one, two in pairs.values()):
            return False
        return any(pairs[key][0] and pairs[key][0] == pairs[key][1] for key in NAMED)


def collection_of(project: Project, site: Site) -> Collection:
    """The collection that a call writes, reads or opens."""
    owner, _ = project.knowledge.split(project.knowledge.plain(site.thing.origin))
    family = (owner or site.thing.origin).rpartition(".")[2].removeprefix("Async").removesuffix("VectorStore").removesuffix("VectorStoreRetriever")
    told = {key: _told(store_argument(project, site, key)) for key in ("name", *PLACES)}
    saved = _saved(project, site)
    return Collection(family, told | ({"path": saved} if saved else {}))


def store_argument(project: Project, site: Site, key: str) -> Argument:
    """The argument of a call or of what made its store; a call that makes the store itself takes those of the class."""
    owner, _ = project.knowledge.split(project.knowledge.plain(site.thing.origin))
    meanings = project.knowledge.meanings(owner) if owner and not site.thing.makers else ()
    if meanings and meanings[0].is_class:
        found = project.arguments.at(site.ref, meanings[0].arguments.get(key, ()), site.meaning.positional)
        return found or project.arguments.default_of(meanings[0], key)
    return project.argument(site, key)


def _told(argument: Argument) -> str | None:
    """The one value of an argument: a text, or the variable that holds it."""
    if argument.given is Given.ABSENT:
        return ""
    if argument.given is Given.DEFAULT:
        return str(argument.default)
    values = {_value(thing) for thing in argument.things}
    return values.pop() if len(values) == 1 else None


def _value(thing: object) -> str | None:
    match thing:
        case Data(value=Literal(value=str(text))):
            return posixpath.normpath(text) if text.startswith((".", "/")) else text
        case Data(value=Literal(value=None)):
            return ""
        case Environment(name=name):
            return f"${name}"
        case _:
            return None


def _saved(project: Project, site: Site) -> str | None:
    """Where the store that a call makes is saved."""
    for save in project.calls_in(site.path, "vector.save"):
        if site.ref in save.thing.makers or (site.thing.makers and site.thing.makers == save.thing.makers):
            return _told(project.written(save, "path") or project.argument(save, "path"))
    return None
