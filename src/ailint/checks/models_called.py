"""Which models a call may run, and at whose address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ailint.project.arguments import Argument, Given
from ailint.project.text import HOLE
from ailint.project.things import Data, Environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.checks.clients import Use
    from ailint.knowledge.hosts import Endpoint, Gateway
    from ailint.knowledge.tables import Model
    from ailint.project import Project

CHAT = frozenset({"chat", "completion"})


@dataclass(frozen=True, slots=True)
class Provider:
    """Who answers a call. `name` is a table's, empty where the model's id decides; `certain` is False at an address that nobody knows.

    `likely`: the library's own provider, where the address is out of sight rather than known to be another.
    """

    name: str = ""
    certain: bool = True
    likely: str = ""
    gateway: Gateway | None = None
    own: bool = False


NOBODY_KNOWS = Provider(certain=False)
OUT_OF_SIGHT = Provider(certain=False, likely="?")


def provider_of(project: Project, use: Use) -> Provider:
    """Who answers, by the address the client is given, else by its library; software that runs anywhere is its own provider."""
    if not use.meaning.metered and "url" not in use.meaning.arguments:
        return Provider(project.models.provider_of(use.thing.origin), own=True)
    found = endpoint_of(project, use)
    if isinstance(found, Provider):
        return replace(found, likely=project.models.provider_of(use.thing.origin)) if found is OUT_OF_SIGHT else found
    if found is not None and found.gateway is not None:
        return Provider(gateway=found.gateway)
    if found is not None:
        return Provider(found.name, own=not found.metered) if found.name in project.models.by_provider or not found.metered else NOBODY_KNOWS
    return Provider(project.models.provider_of(use.thing.origin))


def endpoint_of(project: Project, use: Use) -> Endpoint | Provider | None:
    """What the address stands for: None where none is given, `NOBODY_KNOWS` or `OUT_OF_SIGHT` where it cannot be told."""
    raw = use.meaning.arguments.get("url")
    argument = project.arguments.effective(use.site.ref, use.meaning, use.thing, "url" if raw else "base_url")
    if argument.given is Given.UNKNOWN:
        return OUT_OF_SIGHT if raw else None
    if argument.given is not Given.CALL or argument.is_none:
        return None
    texts = [project.texts.flat(thing.value, thing.spot) for thing in argument.things if isinstance(thing, Data) and not thing.is_none]
    known = [project.sites.raw.hosts.address(text) for text in texts if text.strip(HOLE)]
    if not known:
        return OUT_OF_SIGHT
    return known[0] if known[0] is not None and all(found == known[0] for found in known) else NOBODY_KNOWS


def model_argument(project: Project, use: Use) -> Argument:
    """The model that a call ends up with."""
    return project.arguments.effective(use.site.ref, use.meaning, use.thing, "model")


def models_of(project: Project, use: Use) -> list[Model | None]:
    """Each model that a call may run, None for one that the tables do not know or that cannot be told."""
    argument = model_argument(project, use)
    provider = provider_of(project, use)
    if not argument.things or not provider.certain:
        return [None]
    found: list[Model | None] = []
    for thing in argument.things:
        text = project.texts.flat(thing.value, thing.spot) if isinstance(thing, Data) and not thing.is_none else ""
        if text or not isinstance(thing, Environment):
            found.append(project.models.find(text, provider.name) if text else None)
    return found or [None]


def rejects(model: Model, *names: str) -> bool:
    """Whether a model is known to refuse one of our arguments."""
    return any(name in (model.rejects or ()) for name in names)


def takes_sampling(project: Project, use: Use) -> bool | None:
    """Whether the model takes `temperature` and the like; None where nobody can tell."""
    found = models_of(project, use)
    if all(model is not None for model in found):
        return joined(None if model is None or model.rejects is None else not rejects(model, "temperature") for model in found)
    return provider_takes_sampling(project, provider_of(project, use))


def provider_takes_sampling(project: Project, provider: Provider) -> bool | None:
    """Whether every chat model of a provider takes it, which answers for the model that is not known."""
    if provider.own:
        return True
    table = project.models.by_provider.get(provider.name)
    chats = [model for model in table.models if model.type in CHAT] if table is not None else []
    return True if chats and all(model.rejects is not None and not rejects(model, "temperature") for model in chats) else None


def joined(answers: Iterable[bool | None]) -> bool | None:
    """The answer that all agree on."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None
