"""Model clients and the calls that go through each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ailint.facts import Place, Ref, Value
from ailint.project.arguments import Given
from ailint.project.sites import Site
from ailint.project.things import CallRef, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.knowledge import Meaning
    from ailint.project import Project

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
            use = Use(site, meaning, thing)
            if not meaning.local and not (site.role == "llm.chat" and embeds(project, use)):
                yield use


def embeds(project: Project, use: Use) -> bool:
    """Whether a call of a service for everything asks for vectors here, by its body or by its model."""
    if "url" in use.meaning.arguments:
        return False
    if "input" in use.meaning.arguments and project.arguments.effective(use.site.ref, use.meaning, use.thing, "input").given is Given.CALL:
        return True
    constants = project.arguments.effective(use.site.ref, use.meaning, use.thing, "model").constants
    found = [project.models.find(name, project.models.provider_of(use.thing.origin)) for name in constants if isinstance(name, str)]
    return bool(found) and all(model is not None and model.type == "embedding" for model in found)


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


def calls_decide(project: Project, client: Client) -> bool:
    """Whether what a client is made with says little: its calls name the model, and none of them is seen."""
    methods = project.knowledge.methods(client.site.meaning.name, "llm.chat")
    named = project.argument(client.site, "model").given is Given.CALL
    return not client.uses and not named and any("model" in method.arguments for method in methods)


def runs_no_model(project: Project, client: Client) -> bool:
    """Whether all that is seen of a client's use is something else: files, lists of models, counted tokens."""
    names = tuple(f"{name}." for name in bound_names(project, client.site))
    calls = enumerate(client.site.facts.calls) if names else ()
    methods = [CallRef(client.site.path, index) for index, call in calls if isinstance(call.func, Ref) and call.func.name.startswith(names)]
    own = [ref for ref in methods if client.site.ref in makers(project, project.resolver.call(ref).func, project.resolver.spot(ref))]
    return bool(own) and not any(runs_model(project, ref) for ref in own)


def bound_names(project: Project, site: Site) -> Iterator[str]:
    """The names that what a call makes is bound to, where it is made."""
    step = site.facts.steps[site.call.step] if site.call.step < len(site.facts.steps) else None
    if step is not None and step.kind in {"bind", "enter"} and isinstance(step.target, Ref) and site.ref in makers(project, step.value, site.spot):
        yield step.target.name


def makers(project: Project, value: Value | None, spot: Spot) -> set[CallRef]:
    """The calls that made what a value may be."""
    things = project.things(value, spot) if value is not None else ()
    return {maker for thing in things if isinstance(thing, External) for maker in thing.makers}


def runs_model(project: Project, ref: CallRef) -> bool:
    """Whether a call names a model and is not there to count tokens; what nobody knows may."""
    meanings = [m for thing in project.resolver.callee(ref) if isinstance(thing, External) for m in project.knowledge.meanings(thing.origin)]
    return any("model" in meaning.arguments and meaning.role != "llm.count" for meaning in meanings)


def called(site: Site) -> str:
    """What a call calls, as the code names it: `OpenAI`, `client.chat.completions.create`."""
    func = site.call.func
    return func.name if isinstance(func, Ref) else getattr(func, "name", site.meaning.name.rpartition(".")[2])


def has_place_for(project: Project, use: Use, name: str) -> bool:
    """Whether the tables say where an argument of the call, or of what made its client, would stand."""
    makers = (project.arguments.maker_meaning(maker) for maker in use.thing.makers)
    owner = project.arguments.owner_meaning(use.site.path, use.thing)
    return any(meaning is not None and name in meaning.arguments for meaning in (use.meaning, owner, *makers))


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
