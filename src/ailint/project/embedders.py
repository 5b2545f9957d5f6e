"""Embedders: which model makes the vectors, as far as that is certain, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.project.arguments import Argument, Given
from ailint.project.text import HOLE
from ailint.project.things import Data, Environment, External

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place
    from ailint.knowledge.tables import Model
    from ailint.project.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Thing

ELSEWHERE = "elsewhere"
WEIGHTS = "huggingface"
MAKING = ("embed.client", "embed.call")


class Embedder(NamedTuple):
    """What makes vectors. `model` is its id, empty where it cannot be told; `variable` the one of the environment that may replace it.

    `dimensions` is the length of its vectors, None where that is not known.
    """

    model: str
    known: Model | None
    dimensions: int | None
    variable: str
    place: Place

    @property
    def name(self) -> str:
        """One name for the model, however it is spelled: without folders, and in small letters."""
        return self.model.rpartition("/")[2].lower().removesuffix(":latest")

    @property
    def is_certain(self) -> bool:
        """Whether the tables know the model, and nothing outside the repository chooses another."""
        return self.known is not None and not self.variable


def embedders(project: Project) -> tuple[Embedder, ...]:
    """Every embedder of the application's own code, once for each call that makes vectors or a client for them."""
    return project.shared("embedders", lambda: tuple(_all(project)))


def _all(project: Project) -> Iterator[Embedder]:
    for site in project.calls(*MAKING):
        if project.role(site.path) in {"app", "script", "notebook"} and site.meaning.arguments:
            yield embedder(project, site)


def embedder(project: Project, site: Site) -> Embedder:
    """The embedder of one call."""
    model, variable = _chosen(project, project.argument(site, "model"))
    known = find(project, model, site.thing.origin) if model else None
    return Embedder(model, known, _length(project.argument(site, "dimensions"), known), variable, site.place)


def embedder_of(project: Project, thing: Thing) -> Embedder | None:
    """The embedder that an object is, where one call is seen to make it."""
    if not (isinstance(thing, External) and thing.makers and thing.complete):
        return None
    site = project.sites.at(thing.makers[0])
    return embedder(project, site) if site is not None and site.role in {"embed.client", "model.load"} else None


def _chosen(project: Project, argument: Argument) -> tuple[str, str]:
    """The id that a call is certain to run, and the variable that may replace it; empty where several are possible."""
    if argument.given is Given.DEFAULT:
        return str(argument.default or ""), ""
    variables = [thing.name for thing in argument.things if isinstance(thing, Environment)]
    texts = {_text(project, thing) for thing in argument.things if not isinstance(thing, Environment)}
    if argument.given is not Given.CALL or len(texts) != 1 or len(variables) > 1:
        return "", ""
    return texts.pop(), variables[0] if variables else ""


def _text(project: Project, thing: Thing) -> str:
    text = project.texts.flat(thing.value, thing.spot) if isinstance(thing, Data) and not thing.is_none else ""
    return "" if HOLE in text else text


def find(project: Project, name: str, origin: str) -> Model | None:
    """What the tables know of an embedding model, at the provider of its client or as weights that run anywhere."""
    provider = project.models.provider_of(origin)
    here = project.models.find(name, provider) if provider not in {"", ELSEWHERE} else None
    found = here or project.models.find(name, WEIGHTS) or project.models.find(name)
    return found if found is not None and found.type == "embedding" else None


def _length(asked: Argument, known: Model | None) -> int | None:
    """The length of the vectors: as asked for, else the model's own."""
    if asked.given is Given.ABSENT or asked.is_none:
        return known.dimensions if known is not None else None
    numbers = asked.numbers
    return int(numbers[0]) if len(numbers) == 1 and len(asked.things) == 1 else None
