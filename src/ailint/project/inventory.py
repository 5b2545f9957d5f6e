"""The inventory: the libraries, models, prompts, agents, tools, stores, evaluations, trace tools and guardrails of a project."""

from __future__ import annotations

import hashlib
import re
from posixpath import basename, splitext
from typing import TYPE_CHECKING, Any

from ailint.facts import CallResult, Collection, Literal, Mapping, Ref
from ailint.project.arguments import Given
from ailint.project.bindings import tail
from ailint.project.packages import packages
from ailint.project.things import Data, External
from ailint.project.tools import functions_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from ailint.facts import FileFacts, Value
    from ailint.project.project import Project
    from ailint.project.prompts import Prompt
    from ailint.project.sites import Site
    from ailint.project.things import Thing, Things

ROLES = frozenset({"app", "script", "eval", "notebook"})
RUN_MODELS = ("llm", "embed", "agent", "rerank", "moderation", "realtime", "model.load")
MADE = frozenset({"llm.client", "embed.client", "agent.define"})
SETTINGS = frozenset({"yaml", "toml", "json", "env"})
MODEL_KEY = re.compile(r"model|llm|engine|provider", re.IGNORECASE)
SAMPLE = re.compile(r"example|sample|template|\.dist$", re.IGNORECASE)
EVALUATIONS = ("evaluation", "retrieval-evaluation")
SHOWN_OF_DIGEST = 12

Item = dict[str, Any]
Where = tuple[str, str, int]


def inventory(project: Project, selected: Container[str] | None = None) -> dict[str, list[Item]]:
    """The AI of a project, or of the files `selected`, by what it is. Items have `name`, `path`, `line` first; tests and examples do not count."""
    found = everything(project)
    return {kind: [one for one in in_order(items) if selected is None or one["path"] in selected] for kind, items in found.items()}


def everything(project: Project) -> dict[str, Iterable[Item]]:
    """The items by kind, in no order."""
    return {
        "libraries": libraries(project),
        "models": [*called_models(project), *default_models(project), *configured_models(project)],
        "prompts": [*prompts(project), *prompt_files(project)],
        "agents": made(project, "agent.define"),
        "tools": [*tool_functions(project), *ready_tools(project), *listed_tools(project)],
        "vector_stores": stores(project),
        "embedders": embedders(project),
        "evaluations": proofs(project, *EVALUATIONS),
        "tracing": proofs(project, "tracing"),
        "guardrails": proofs(project, "guardrails"),
    }


def item(name: str, path: str, line: int, **more: Any) -> Item:  # noqa: ANN401 -- fields of any plain type
    """An entry of the inventory; its name is one line."""
    return {"name": " ".join(name.split()), "path": path, "line": line, **more}


def in_order(items: Iterable[Item]) -> list[Item]:
    """The items by place, each name once at a place."""
    distinct: dict[tuple[str, int, str], Item] = {}
    for one in items:
        distinct.setdefault((one["path"], one["line"], one["name"]), one)
    return [distinct[key] for key in sorted(distinct)]


def counts(project: Project, path: str) -> bool:
    """Whether a file belongs to what the team runs."""
    return project.role(path) in ROLES


def sites(project: Project, *roles: str) -> Iterator[Site]:
    """The calls of these roles in files that count."""
    return (site for site in project.calls(*roles) if counts(project, site.path))


def libraries(project: Project) -> Iterator[Item]:
    """The libraries that the code imports, each at its first import, once for every version that sub-projects ask for."""
    for package, place in packages(project, ROLES).items():
        yield item(package.name, place.path, place.span.line, version=package.version)


# models


def called_models(project: Project) -> Iterator[Item]:
    """The ids that a call may run, where they are written."""
    for site in sites(project, *RUN_MODELS):
        provider = project.models.provider_of(site.thing.origin)
        for name, path, line in {**dict.fromkeys(traced(project, site)), **dict.fromkeys(given(project, site))}:
            if name.strip() and counts(project, path):
                yield item(name, path, line, **described(project, name, provider))


def traced(project: Project, site: Site) -> Iterator[Where]:
    """The texts that reach a call as its model, through whatever functions."""
    for spelling in site.meaning.arguments.get("model", ()):
        for value, spot in project.arguments.values(site.ref, spelling, site.meaning.positional):
            for trace in project.flow.texts(value, spot):
                if isinstance(trace.value, Literal) and isinstance(trace.value.value, str):
                    yield trace.value.value, trace.place.path, trace.place.span.line


def given(project: Project, site: Site) -> Iterator[Where]:
    """The constants that are a call's or its client's model, defaults of variables of the environment included."""
    for _, argument in project.every_argument(site, "model"):
        for thing in argument.things:
            if isinstance(thing, Data) and isinstance(thing.value, Literal) and isinstance(thing.value.value, str) and thing.value.span is not None:
                yield thing.value.value, thing.spot.path, thing.value.span.line


def default_models(project: Project) -> Iterator[Item]:
    """The models that a library chooses, since nobody else does."""
    for site in sites(project, *MADE):
        argument = project.argument(site, "model") if site.is_constructor else None
        if argument is not None and argument.given is Given.DEFAULT and isinstance(argument.default, str):
            more = described(project, argument.default, project.models.provider_of(site.thing.origin))
            yield item(argument.default, site.path, site.call.span.line, **more, chosen_by=site.meaning.library)


def configured_models(project: Project) -> Iterator[Item]:
    """The ids in settings files that the tables know."""
    for path, file in project.files.items():
        if file.format in SETTINGS and counts(project, path) and not SAMPLE.search(basename(path)):
            for setting in file.settings:
                key = next((part for part in reversed(setting.key) if not part.isdigit()), "")
                if isinstance(setting.value, str) and MODEL_KEY.search(key) and project.models.find(setting.value) is not None:
                    yield item(setting.value, path, setting.span.line, **described(project, setting.value, ""))


def described(project: Project, name: str, provider: str) -> Item:
    """What the tables say of a model."""
    found = (project.models.find(name, provider) if provider in project.models.by_provider else None) or project.models.find(name)
    shutdown = found.shutdown.isoformat() if found is not None and found.shutdown is not None else None
    return {
        "provider": found.provider if found is not None else None,
        "type": found.type if found is not None else None,
        "kind": found.kind if found is not None else None,
        "shutdown": shutdown,
    }


# prompts


def prompts(project: Project) -> Iterator[Item]:
    """The instructions in the code that reach a model."""
    for prompt in project.prompts:
        path = prompt.place.path
        if counts(project, path) and prompt.instructs:
            text = prompt.fixed.replace("\x00", "")
            more = {"sha256": digest(text), "statements": prompt.statements, "roles": sorted(prompt.roles)}
            yield item(name_of(project, prompt), path, prompt.place.span.line, **more)


def name_of(project: Project, prompt: Prompt) -> str:
    """What a prompt is called: the variable it is kept in, else the function or class it stands in, else its module."""
    steps = project.python[prompt.place.path].steps
    kept = (step.target for step in steps if step.kind == "bind" and step.value == prompt.value and isinstance(step.target, Ref))
    return next((tail(target) for target in kept), prompt.place.symbol or stem(prompt.place.path))


def prompt_files(project: Project) -> Iterator[Item]:
    """Files of prompts."""
    for path, file in project.files.items():
        if file.text is not None and counts(project, path):
            lines = [line for line in file.text.head.splitlines() if line.strip()]
            yield item(stem(path), path, 1, sha256=whole_digest(file), statements=len(lines), roles=[])


def whole_digest(file: FileFacts) -> str | None:
    """The digest of a file's text, None where only its head was read."""
    return digest(file.text.head) if file.text is not None and file.text.length == len(file.text.head) else None


def digest(text: str) -> str:
    """The first digits of a text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:SHOWN_OF_DIGEST]


def stem(path: str) -> str:
    """A file's name without its ending."""
    return splitext(basename(path))[0]


# agents and tools


def made(project: Project, *roles: str) -> Iterator[Item]:
    """What calls of these roles make, under the name they give it, else under the library's; a call on what is made already makes nothing."""
    for site in sites(project, *roles):
        if not site.thing.makers:
            yield item(given_name(project, site) or class_name(site.thing.origin), site.path, site.call.span.line, library=site.meaning.library)


def given_name(project: Project, site: Site) -> str:
    """The name that a call gives to what it makes."""
    spellings = {"name", *site.meaning.arguments.get("name", ())}
    values = (project.given(site, "name"), *(value for keyword, value in site.call.keywords if keyword in spellings))
    return next((value.value for value in values if isinstance(value, Literal) and isinstance(value.value, str)), "")


def class_name(origin: str) -> str:
    """The library's name of what a call makes: of the class, where a class method makes it."""
    parts = origin.split(".")
    return next((part for part in reversed(parts) if part[:1].isupper()), parts[-1])


def tool_functions(project: Project) -> Iterator[Item]:
    """Functions that a model may call."""
    for path, index in project.flow.tools:
        if counts(project, path):
            scope = project.python[path].scopes[index]
            yield item(scope.name, path, scope.span.line)


def ready_tools(project: Project) -> Iterator[Item]:
    """Tools that a library brings, or that are made of something other than a function of the project."""
    for site in sites(project, "tool.def"):
        given = project.given(site, "function")
        of_function = given is not None and any(functions_in(project.resolver, given, site.spot))
        if not of_function and not decorates(site):
            yield item(given_name(project, site) or class_name(site.thing.origin), site.path, site.call.span.line, library=site.meaning.library)


def decorates(site: Site) -> bool:
    """Whether a call is a decorator."""
    return any(isinstance(value, CallResult) and value.call == site.ref.index for scope in site.facts.scopes for value in scope.decorators)


def listed_tools(project: Project) -> Iterator[Item]:
    """What models and agents are handed in their lists of tools: objects of a library, and functions told of by name and schema."""
    for site in sites(project, "llm", "agent.define", "agent.run"):
        for thing in entries(project, project.argument(site, "tools").things):
            if isinstance(thing, Data) and isinstance(thing.value, Mapping) and (name := schema_name(thing)):
                yield item(name, thing.spot.path, thing.value.span.line)
            elif isinstance(thing, External) and thing.makers and project.sites.at(thing.makers[0]) is None:
                maker = thing.makers[0]
                yield item(class_name(thing.origin), maker.path, project.resolver.call(maker).span.line)


def entries(project: Project, things: Things) -> Iterator[Thing]:
    """What lists hold."""
    for thing in things:
        if isinstance(thing, Data) and isinstance(thing.value, Collection):
            yield from (found for entry in thing.value.items for found in project.things(entry, thing.spot))


def schema_name(schema: Data) -> str:
    """The name in the schema of a function: at its top, or below `function`."""
    fields = keyed(schema.value)
    fields = keyed(fields["function"]) if "function" in fields else fields
    name = fields.get("name")
    return name.value if isinstance(name, Literal) and isinstance(name.value, str) else ""


def keyed(value: Value) -> dict[object, Value]:
    """The entries of a dictionary display under its constant keys."""
    return {key.value: entry for key, entry in value.entries if isinstance(key, Literal)} if isinstance(value, Mapping) else {}


# stores, embedders, evidence


def stores(project: Project) -> Iterator[Item]:
    """Vector stores where they are opened or made."""
    for site in sites(project, "vector.client", "vector.write", "vector.query"):
        if site.role == "vector.client" or not (site.thing.makers or site.is_constructor):
            more = {"library": site.meaning.library, "storage": site.meaning.storage or None}
            yield item(class_name(site.thing.origin), site.path, site.call.span.line, **more)


def embedders(project: Project) -> Iterator[Item]:
    """What makes vectors: embedders, and calls of general clients."""
    for site in sites(project, "embed.client", "embed.call"):
        maker = project.sites.at(site.thing.makers[0]) if site.thing.makers else None
        if site.role == "embed.client" or maker is None or maker.role != "embed.client":
            names = {str(name): None for name in project.argument(site, "model").constants if name}
            yield item(class_name(site.thing.origin), site.path, site.call.span.line, library=site.meaning.library, models=list(names))


def proofs(project: Project, *practices: str) -> Iterator[Item]:
    """What proves that some sub-project has a practice, once a line."""
    found = (proof for subproject in project.subprojects for practice in practices for proof in project.evidence(practice, subproject))
    first = {(proof.path, proof.span.line): proof for proof in reversed(list(found))}
    return (item(proof.what, path, line, library=proof.library or None) for (path, line), proof in first.items())
