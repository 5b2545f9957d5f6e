"""Where versions of services' APIs are written: in code, in addresses, in settings files."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ailint.facts import Item, Literal, Mapping, Place, Ref, Span, Template, Value
from ailint.project.things import CallRef, Data, Environment, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import FileFacts, Setting
    from ailint.knowledge.api_versions import ApiService, ApiVersions
    from ailint.project import Project
    from ailint.project.sites import Site

CLIENTS = ("llm", "embed", "agent", "moderation", "vector")
PLAIN = frozenset({"api_version", "api-version"})
QUERIES = frozenset({"params", "default_query"})
IN_QUERY = re.compile(r"[?&]api-version=")
IN_ADDRESS = re.compile(r"[?&]api-version=([\w.-]+)")
SAMPLE = re.compile(r"(?:^|[._-])(?:examples?|samples?|templates?|dist)(?:$|[._-])", re.IGNORECASE)
UNJUDGED = frozenset({"test", "generated", "vendored"})


@dataclass(frozen=True, slots=True)
class Written:
    """A version as it is written; empty where it comes from outside the code. `used` is the client that is given it."""

    service: ApiService
    version: str
    place: Place
    used: Place | None = None
    address: str = ""


def written(project: Project, table: ApiVersions) -> Iterator[Written]:
    """Every version of a known service, what clients are given first."""
    yield from given(project, table)
    for path in project.vocabulary.files_matching(table.hint):
        if project.role(path) not in UNJUDGED:
            yield from named(project, table, path)
            yield from in_values(project, table, path)
    for file in project.files.values():
        if file.settings and project.role(file.path) not in UNJUDGED and not SAMPLE.search(file.path.rpartition("/")[2]):
            yield from in_settings(table, file)


# code


def given(project: Project, table: ApiVersions) -> Iterator[Written]:
    """Versions that clients of libraries are given."""
    for site in project.calls(*CLIENTS):
        service = table.of_client(site.thing.origin) if "api_version" in site.meaning.arguments else None
        argument = project.written(site, "api_version") if service is not None else None
        if service is None or argument is None:
            continue
        address = address_of(project, site)
        texts = [thing for thing in argument.things if isinstance(thing, Data) and is_text(thing.value)]
        for found in literals(project, service, texts):
            yield replace(found, used=site.place, address=address)
        if not texts and any(isinstance(thing, Environment) for thing in argument.things):
            yield Written(service, "", site.place)


def address_of(project: Project, site: Site) -> str:
    """The address that a request or client is given."""
    value = project.given(site, "base_url") or project.given(site, "url")
    return project.texts.flat(value, site.spot) if value is not None else ""


def named(project: Project, table: ApiVersions, path: str) -> Iterator[Written]:
    """Versions under a name that tells the service: variables, parameters, variables of the environment."""
    facts = project.python[path]
    for index, step in enumerate(facts.steps):
        if step.kind == "bind" and step.value is not None:
            service = of_target(project, table, step.target, Spot(path, step.scope, step.block, index))
            yield from texts_of(project, service, step.value, Spot(path, step.scope, step.block, index))
    for scope in facts.scopes:
        for parameter in scope.parameters:
            if parameter.default is not None:
                yield from texts_of(project, table.of_name(parameter.name), parameter.default, Spot(path, scope.parent, scope.block, 0))
    for index, call in enumerate(facts.calls):
        for keyword, value in call.keywords:
            yield from texts_of(project, table.of_name(keyword), value, Spot(path, call.scope, call.block, call.step))
            if keyword in QUERIES:
                yield from in_query(project, table, CallRef(path, index), value)
    yield from defaults(project, table, path)


def in_query(project: Project, table: ApiVersions, ref: CallRef, query: Value) -> Iterator[Written]:
    """Versions in the query that a request or client is given as a dictionary, beside the address that tells the service."""
    site = project.sites.at(ref)
    address = address_of(project, site) if site is not None else ""
    service = table.of_address(address) if address else None
    if site is None or service is None:
        return
    for thing in project.things(query, site.spot):
        if isinstance(thing, Data) and isinstance(thing.value, Mapping):
            for key, value in thing.value.entries:
                if isinstance(key, Literal) and key.value in PLAIN:
                    yield from (replace(found, address=address) for found in texts_of(project, service, value, thing.spot))


def of_target(project: Project, table: ApiVersions, target: Value | None, spot: Spot) -> ApiService | None:
    """The service that the name of an assignment's target tells."""
    match target:
        case Item(key=Literal(value=str() as name)):
            return table.of_name(name)
        case Ref(name=name):
            owner, _, last = name.rpartition(".")
            return table.of_name(name) or (of_attribute(project, table, owner, last, spot) if owner else None)
        case _:
            return None


def of_attribute(project: Project, table: ApiVersions, owner: str, name: str, spot: Spot) -> ApiService | None:
    """The service whose version is set in a library's module: `library.api_version = …`."""
    if not any(known.endswith(f".{name}") for known in table.attributes):
        return None
    origins = (thing.origin for thing in project.things(Ref(owner), spot) if isinstance(thing, External))
    return next((table.attributes[full] for origin in origins if (full := f"{origin}.{name}") in table.attributes), None)


def defaults(project: Project, table: ApiVersions, path: str) -> Iterator[Written]:
    """Versions for the case that the environment holds none."""
    for site in project.calls_in(path, "env.read"):
        name, default = project.given(site, "name"), project.given(site, "default")
        if default is not None and isinstance(name, Literal):
            yield from texts_of(project, table.of_name(str(name.value)), default, site.spot)


def in_values(project: Project, table: ApiVersions, path: str) -> Iterator[Written]:
    """Versions in dictionaries and in addresses."""
    for value, spot in project.resolver.bindings(path).values:
        match value:
            case Mapping():
                yield from in_mapping(project, table, value, spot)
            case Template() | Literal(value=str()):
                yield from in_text(project, table, value, spot)
            case _:
                pass


def in_mapping(project: Project, table: ApiVersions, mapping: Mapping, spot: Spot) -> Iterator[Written]:
    """Versions under a key that tells the service, or under a plain one beside others that do."""
    for key, value in mapping.entries:
        if isinstance(key, Literal) and isinstance(key.value, str):
            service = table.of_neighbours(words(mapping)) if key.value in PLAIN else table.of_name(key.value)
            yield from texts_of(project, service, value, spot)


def words(mapping: Mapping) -> str:
    """The constant keys and values of a dictionary."""
    parts = (part for entry in mapping.entries for part in entry if isinstance(part, Literal))
    return " ".join(str(part.value) for part in parts)


def in_text(project: Project, table: ApiVersions, value: Template | Literal, spot: Spot) -> Iterator[Written]:
    """The version in the query of an address: written out, or put in from a name."""
    parts = value.parts if isinstance(value, Template) else (value,)
    fixed = [str(part.value) if isinstance(part, Literal) else "" for part in parts]
    at = next((place for place, text in enumerate(fixed) if IN_QUERY.search(text)), None)
    if at is None:
        return
    text = project.texts.flat(value, spot)
    service = None if re.search(r"\s", text) else table.of_address(text)
    found = IN_ADDRESS.search(fixed[at])
    if service is None:
        return
    if found is None:
        inner = parts[at + 1] if at + 1 < len(parts) else None
        yield from literals(project, service, texts_in(project, inner, spot)) if inner is not None else ()
    elif value.span is not None:
        yield Written(service, found.group(1), Place(spot.path, spot_of(parts[at], value.span), symbol(project, spot.path, spot)))


def spot_of(part: Value, whole: Span) -> Span:
    """Where a part of a text is written."""
    return part.span if isinstance(part, Literal) and part.span is not None else whole


def texts_of(project: Project, service: ApiService | None, value: Value, spot: Spot) -> Iterator[Written]:
    """The constants that a value may be, as versions of a service."""
    if service is not None:
        yield from literals(project, service, texts_in(project, value, spot))


def texts_in(project: Project, value: Value, spot: Spot) -> list[Data]:
    """The texts that a value may be."""
    return [thing for thing in project.things(value, spot) if isinstance(thing, Data) and is_text(thing.value)]


def literals(project: Project, service: ApiService, found: Iterable[Data]) -> Iterator[Written]:
    """Constants as versions, each where it is written."""
    for thing in found:
        if isinstance(thing.value, Literal) and isinstance(thing.value.value, str) and thing.value.span is not None:
            yield Written(service, thing.value.value, Place(thing.spot.path, thing.value.span, symbol(project, thing.spot.path, thing.spot)))


def symbol(project: Project, path: str, spot: Spot) -> str:
    """The function around a spot, where that is in the file."""
    return project.python[path].scopes[spot.scope].symbol if path == spot.path else ""


def is_text(value: Value) -> bool:
    """Whether a value is a constant text."""
    return isinstance(value, Literal) and isinstance(value.value, str) and bool(value.value)


# settings files


def in_settings(table: ApiVersions, file: FileFacts) -> Iterator[Written]:
    """Versions in a settings file: under a telling name, under a plain one beside others that tell, in an address."""
    tables: dict[tuple[str, ...], list[Setting]] = {}
    for setting in file.settings:
        tables.setdefault(setting.key[:-1], []).append(setting)
    for setting in file.settings:
        if isinstance(setting.value, str) or setting.raw:
            yield from in_setting(table, file.path, setting, tables[setting.key[:-1]])


def in_setting(table: ApiVersions, path: str, setting: Setting, beside: list[Setting]) -> Iterator[Written]:
    """The version in one setting, in the light of those `beside` it."""
    text = setting.raw or str(setting.value)
    name, value = name_of(setting, text, beside)
    if name in PLAIN:
        service = table.of_neighbours(" ".join(f"{other.key[-1]} {other.raw}" for other in beside if other is not setting))
    else:
        service = table.of_name(name)
    if service is None and (found := IN_ADDRESS.search(value)) and not re.search(r"\s", value):
        service, value = table.of_address(value), found.group(1)
    if service is not None and value and "$" not in value:
        yield Written(service, value.strip("\"'"), Place(path, setting.span))


def name_of(setting: Setting, text: str, beside: list[Setting]) -> tuple[str, str]:
    """Name and value of a setting; those of variables also as `- NAME=value` and as `name: NAME, value: …`."""
    key = setting.key[-1] if setting.key else ""
    if key.isdigit() and "=" in text:
        name, _, value = text.partition("=")
        return name, value
    if key == "value":
        return next((other.raw for other in beside if other.key[-1] == "name"), key), text
    return key, text
