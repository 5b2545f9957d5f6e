"""Vector stores and agent memories that a restart empties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Literal, Place, Ref, Related, Severity, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given
from ailint.project.nesting import all_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge import Meaning
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

STORES = ("vector.client", "agent.memory")
SERVING = ("route", "ui.chat", "ui.input", "ui.callback")
IN_MEMORY = ":memory:"
LASTING = re.compile(r"local|disk|index|persist|file")
BRANCHES = frozenset({"if", "else", "case"})
ENVIRONMENT = ("test", "dev", "debug", "local", "env")


def in_memory_vector_store(project: Project) -> Iterator[Verdict]:
    """Where an application is served, what it knows survives a restart."""
    served = served_subprojects(project)
    saved = saving_places(project)
    for site in project.calls(*STORES, "vector.write"):
        store = opened(project, site)
        if store is None:
            continue
        subproject = project.subproject_of(site.path).path
        if subproject in served and project.role(site.path) in {"app", "script"}:
            yield from judged(project, site, store, saved.get(subproject))


def served_subprojects(project: Project) -> set[str]:
    """Sub-projects with a route, a user interface, or a container to run in."""
    served = {project.subproject_of(site.path).path for site in project.calls(*SERVING)}
    return served | {project.subproject_of(path).path for path in project.paths if is_deployment(path)}


def is_deployment(path: str) -> bool:
    """Whether a file describes how the application is run somewhere."""
    name = path.rpartition("/")[2].lower()
    return name.startswith(("dockerfile", "docker-compose", "compose.y")) or name in {"procfile", "fly.toml", "render.yaml", "app.yaml"}


def opened(project: Project, site: Site) -> Meaning | None:
    """The store that a call opens: its class, also where a write makes the store (`from_texts`)."""
    if site.role != "vector.write":
        return site.meaning
    if site.thing.makers or not site.thing.complete:
        return None
    owner, member = project.knowledge.split(project.knowledge.plain(site.thing.origin))
    made = project.knowledge.meanings(owner) if owner else ()
    return made[0] if made and member in made[0].fluent and made[0].storage else None


def saving_places(project: Project) -> dict[str, Place]:
    """Where each sub-project saves an index; a method of that name on something that cannot be told counts too."""
    names = project.knowledge.tails.get("vector.save", frozenset())
    refs = [ref for name in names if LASTING.search(name) for ref in project.resolver.calls_by_tail.get(name, ())]
    found = {project.subproject_of(ref.path).path: project.flow.call_place(ref) for ref in refs if project.role(ref.path) != "test"}
    return found | {project.subproject_of(site.path).path: site.place for site in project.calls("vector.save")}


def is_dumped(project: Project, site: Site) -> bool:
    """Whether the store, under the name it is bound to, is handed to a function that writes objects to files."""
    steps = project.python[site.path].steps
    step = steps[site.call.step] if site.call.step < len(steps) else None
    if step is None or step.kind != "bind" or not isinstance(step.target, Ref):
        return False
    calls = (call for call in project.python[site.path].calls if call.scope == site.call.scope and call.name in {"dump", "dumps"})
    return any(isinstance(value, Ref) and value.name == step.target.name for call in calls for value in call.args)


def one_of_several(project: Project, site: Site) -> bool:
    """Whether another branch of the same function opens a store that lasts."""
    bindings = project.resolver.bindings(site.path)
    if next(bindings.enclosing(site.call.block, BRANCHES), None) is None:
        return False
    others = (other for other in project.calls("vector.client", "vector.write") if other.path == site.path and other.call.scope == site.call.scope)
    stores = ((other, opened(project, other)) for other in others if other.call.block != site.call.block)
    return any(store is not None and kept_in(project, other, store) in {"elsewhere", "unknown"} for other, store in stores)


def judged(project: Project, site: Site, store: Meaning, saved: Place | None) -> Iterator[Verdict]:
    """The verdict on one store that is opened."""
    name = store.name.rpartition(".")[2]
    storage = kept_in(project, site, store)
    if storage == "elsewhere":
        yield satisfied(site.place, "what is stored survives a restart")
    elif storage == "unknown":
        yield unknown(site.place, "where the store keeps its data could not be told")
    elif storage == "saved" and saved is not None:
        yield satisfied(site.place, "the index is saved", related=(Related(saved, "saved here"),))
    elif is_dumped(project, site):
        yield satisfied(site.place, "the index is written to a file")
    elif one_of_several(project, site):
        yield unknown(site.place, "one of several stores, which the configuration chooses from")
    elif chosen_by_environment(project.resolver.bindings(site.path), site):
        yield satisfied(site.place, "used outside production only")
    elif storage in {"memory", "saved"} and not platform_keeps(project, site):
        severity = Severity.MEDIUM if in_session(project, site) else None
        yield violated(site.place, f"`{name}` keeps its data in this process only: a restart or a second worker loses it", severity=severity)


def kept_in(project: Project, site: Site, store: Meaning) -> str:
    """`memory`, `saved` (in the process until saved), `elsewhere`, or `unknown`; empty where the tables do not say."""
    storage = store.storage
    if storage in {"", "memory"}:
        return storage
    if storage == "server":
        return "elsewhere"
    given = [argument for name in ("location", "persist") if (argument := told(project, site, store, name)) is not None]
    if any(IN_MEMORY in argument.constants for argument in given):
        return "memory"
    if any(argument.given is Given.UNKNOWN or (argument.is_none and not nothing_written(project, site)) for argument in given):
        return "unknown"
    if any(not argument.is_none for argument in given):
        return "elsewhere"
    return "saved" if storage == "saved" else "memory"


def nothing_written(project: Project, site: Site) -> bool:
    """Whether no place for the data is named at the call, but for a None that stands there."""
    values = [value for name in ("location", "persist") if (value := project.given(site, name)) is not None]
    return all(isinstance(value, Literal) for value in values)


def told(project: Project, site: Site, store: Meaning, name: str) -> Argument | None:
    """What the call says of where the store keeps its data, or the library's own choice; None where nothing does."""
    for meaning in (site.meaning, store):
        found = project.arguments.at(site.ref, meaning.arguments.get(name, ()), site.meaning.positional)
        if found is not None:
            return found
    default = store.defaults.get(name)
    return None if default is None else Argument(Given.DEFAULT, default=default)


def chosen_by_environment(bindings: Bindings, site: Site) -> bool:
    """Whether the store stands behind a condition about the environment."""
    for block in bindings.enclosing(site.call.block, frozenset({"if", "else"})):
        if block.value is not None and any(word in text for text in words_of(bindings, block.value) for word in ENVIRONMENT):
            return True
    return False


def words_of(bindings: Bindings, value: Value) -> Iterator[str]:
    """Names and texts in a condition, those handed to calls in it included."""
    for part in all_in(value):
        if isinstance(part, Ref):
            yield part.name.lower()
        elif isinstance(part, Literal):
            yield str(part.value).lower()
        elif isinstance(part, CallResult):
            for argument in bindings.facts.calls[part.call].args:
                yield from words_of(bindings, argument)


def platform_keeps(project: Project, site: Site) -> bool:
    """Whether a platform that runs the graph brings its own persistence."""
    return site.role == "agent.memory" and any(path.rpartition("/")[2] == "langgraph.json" for path in project.paths)


def in_session(project: Project, site: Site) -> bool:
    """Whether the index is built of what one user sends, so that losing it costs that user's session only."""
    texts = project.given(site, "texts") or project.given(site, "documents")
    return texts is not None and any(trace.kind == "untrusted" for trace in project.flow.sources(texts, site.spot))
