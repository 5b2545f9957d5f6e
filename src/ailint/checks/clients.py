"""Model clients and the calls that go through each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ailint.facts import Place, Ref
from ailint.knowledge import Meaning
from ailint.project import Project
from ailint.project.sites import Site
from ailint.project.things import CallRef, External

CLIENTS = frozenset({"llm.client"})


@dataclass(frozen=True, slots=True)
class Use:
    """One call as seen through one of the clients that may stand behind it."""

    site: Site
    meaning: Meaning
    thing: External


@dataclass(slots=True)
class Client:
    """What makes a client, and the calls that go through it."""

    site: Site
    uses: list[Use] = field(default_factory=list)


@dataclass(slots=True)
class Clients:
    """The clients of a project in the order of the code, and the uses behind which no client is seen."""

    made: dict[CallRef, Client]
    loose: list[Use]


def clients(project: Project, *roles: str) -> Clients:
    """Every client that talks over a network, with its calls of these roles."""
    found = Clients({site.ref: Client(site) for site in project.calls(*CLIENTS) if not site.meaning.local}, [])
    for use in uses(project, *roles):
        maker = client_behind(project, use.thing)
        if maker is None:
            found.loose.append(use)
        else:
            found.made.setdefault(maker.ref, Client(maker)).uses.append(use)
    return found


def uses(project: Project, *roles: str) -> Iterator[Use]:
    """Every call of these roles over a network, once for each thing that it may call."""
    for site in project.calls(*roles):
        for meaning, thing in ((site.meaning, site.thing), *site.others):
            if not meaning.local:
                yield Use(site, meaning, thing)


def client_behind(project: Project, thing: External) -> Site | None:
    """What made the client, the first call of those that made what is called."""
    for maker in thing.makers:
        site = project.sites.at(maker) or factory(project, maker)
        if site is not None and not site.meaning.local and (site.role in CLIENTS or not site.role):
            return site
    return None


def factory(project: Project, ref: CallRef) -> Site | None:
    """A function of a library that makes clients for any of its services: `make_client("name")`."""
    for thing in project.resolver.callee(ref):
        if isinstance(thing, External) and not thing.makers:
            meanings = project.knowledge.meanings(thing.origin)
            if meanings and meanings[0].returns and not meanings[0].role:
                return Site(ref, project.resolver.call(ref), project.choose(ref.path, meanings), thing, project.python[ref.path])
    return None


def called(site: Site) -> str:
    """What a call calls, as the code names it: `OpenAI`, `client.chat.completions.create`."""
    func = site.call.func
    return func.name if isinstance(func, Ref) else getattr(func, "name", site.meaning.name.rpartition(".")[2])


def spelling(meaning: Meaning, name: str) -> str:
    """The library's own name for one of our arguments, empty where it has none."""
    return next((spelled.partition("|")[0] for spelled in meaning.arguments.get(name, ())), "")


def places(project: Project, found: Iterable[Use], but: Place) -> Iterator[tuple[Place, str]]:
    """Where the uses stand, each once, with what is called there."""
    seen = {but}
    for use in found:
        if use.site.place not in seen and project.role(use.site.path) != "test":
            seen.add(use.site.place)
            yield use.site.place, called(use.site)
