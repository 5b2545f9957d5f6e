"""Long-lived keys for services of a cloud on which software has an identity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from ailint.checks.surroundings import is_for_development
from ailint.facts import Item, Literal, Outcome, Place, Related, Severity, Value, Verdict, satisfied, unknown, violated
from ailint.knowledge.cloud import CloudTable, Identity, Keyed, load_cloud
from ailint.project.pipelines import steps
from ailint.project.resources import Resource, resources
from ailint.project.sections import is_open_ended
from ailint.project.things import Data, Environment, External

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.profile import SubProject
    from ailint.project.things import CallRef

MOST_RELATED = 6


class Keyhole(NamedTuple):
    """A place that takes a key, or could: which service it is of, and the verdict on it."""

    service: str
    verdict: Verdict


def cloud_static_credentials(project: Project) -> Iterator[Verdict]:
    """Software and pipelines sign in as themselves; one finding a service and part of the repository."""
    table = load_cloud()
    for found in (_in_code(project, table), _in_resources(project, table), _in_pipelines(project, table)):
        yield from _one_a_service(project, found)


def _one_a_service(project: Project, found: Iterable[Keyhole]) -> Iterator[Verdict]:
    """The first violation of each service in each sub-project, the others beside it; and all else."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for service, verdict in found:
        if verdict.outcome is Outcome.VIOLATED and project.role(verdict.place.path) in {"app", "script"}:
            groups.setdefault((service, project.subproject_of(verdict.place.path).path), []).append(verdict)
        else:
            yield verdict
    for first, *others in groups.values():
        related = tuple(Related(other.place, "also here") for other in others[:MOST_RELATED])
        yield replace(first, related=(*first.related, *related))


# code


def _in_code(project: Project, table: CloudTable) -> Iterator[Keyhole]:
    dual: dict[tuple[str, str], bool] = {}
    for identity in table.identities:
        pattern = re.compile(identity.clients)
        for name in identity.names:
            for ref in project.resolver.calls_by_tail.get(name, ()):
                if any(pattern.search(origin) for origin in _origins(project, ref)) and _speaks_of(project, ref.path, identity):
                    part = project.subproject_of(ref.path)
                    key = part.path, identity.service
                    if key not in dual:
                        dual[key] = _uses_identities(project, part, identity)
                    yield from _of_client(project, ref, identity, dual=dual[key])


def _origins(project: Project, ref: CallRef) -> Iterator[str]:
    """What is called, and for a factory what it gives: `client("name")` is the client of that service."""
    for thing in (*project.resolver.callee(ref), *project.resolver.result(ref)):
        if isinstance(thing, External):
            yield project.knowledge.plain(thing.origin)


def _speaks_of(project: Project, path: str, identity: Identity) -> bool:
    """Whether a file is about the service's AI, where its keys open more than that."""
    facts = project.python[path]
    names = (*facts.words, *(f"{one.module}.{one.name}" for one in facts.imports))
    return not identity.beside or any(re.search(identity.beside, name) for name in names)


def _uses_identities(project: Project, part: SubProject, identity: Identity) -> bool:
    """Whether a sub-project imports, or depends on, what gives it an identity."""
    imports = (imported for path in part.files if path in project.python for imported in project.python[path].imports)
    named = {found.name for path in part.files if path in project.files for found in project.files[path].dependencies if found.kind == "requirement"}
    return not named.isdisjoint(identity.packages) or any(
        f"{one.module}.".startswith(f"{library}.") for one in imports for library in identity.libraries
    )


def _of_client(project: Project, ref: CallRef, identity: Identity, *, dual: bool) -> Iterator[Keyhole]:
    call = project.resolver.call(ref)
    place = Place(ref.path, call.span, project.python[ref.path].scopes[call.scope].symbol)
    if any(name in identity.identity for name, _ in call.keywords):
        yield Keyhole(identity.service, satisfied(place, "it signs in with an identity"))
        return
    key = next((value for name, value in call.keywords if name in identity.keys), None)
    if key is None and "0" in identity.keys and call.args:
        key = call.args[0]
    if key is None or (not identity.always and _is_literal(project, key, ref)):
        return
    if dual:
        yield Keyhole(identity.service, satisfied(place, "identities are used as well"))
    elif not _is_of_deployment(project, key, ref):
        yield Keyhole(identity.service, unknown(place, "the key is handed over by whoever uses this"))
    elif identity.always or identity.libraries or isinstance(key, Item):
        words = f"{identity.service} is used with a long-lived key, where {identity.instead} needs none"
        yield Keyhole(identity.service, violated(place, words))
    else:
        yield Keyhole(identity.service, unknown(place, "without a key, the client looks for an identity by itself"))


def _is_of_deployment(project: Project, key: Value, ref: CallRef) -> bool:
    """Whether a key belongs to the deployment: its environment holds it, or the repository names the file."""
    things = project.things(key, project.resolver.spot(ref))
    return bool(things) and all(isinstance(thing, Environment) or (isinstance(thing, Data) and isinstance(thing.value, Literal)) for thing in things)


def _is_literal(project: Project, key: Value, ref: CallRef) -> bool:
    """Whether it is a text in the code, which is another rule's matter, or nothing at all."""
    things = project.things(key, project.resolver.spot(ref))
    return bool(things) and all(isinstance(thing, Data) and isinstance(thing.value, Literal) for thing in things)


# infrastructure


def _in_resources(project: Project, table: CloudTable) -> Iterator[Keyhole]:
    kinds = {kind: keyed for keyed in table.keyed for kind in keyed.kinds}
    for resource in resources(project):
        keyed = kinds.get(resource.kind)
        if keyed is not None and _is_declared(resource, keyed) and _is_meant(resource, keyed, table):
            yield Keyhole("resources", _resource(resource, keyed))


def _is_declared(resource: Resource, keyed: Keyed) -> bool:
    """Whether the resource is made here, not only looked up."""
    return resource.section.find(*keyed.kind) is not None if keyed.kind else True


def _is_meant(resource: Resource, keyed: Keyed, table: CloudTable) -> bool:
    kind = resource.section.find(*keyed.kind) if keyed.kind else None
    return kind is None or kind.raw in table.keyed_kinds


def _resource(resource: Resource, keyed: Keyed) -> Verdict:
    setting = resource.section.find(*keyed.path)
    above = resource.section.find(*keyed.path[:-1]) if len(keyed.path) > 1 else None
    if setting is None and above is not None and is_open_ended(above):
        return unknown(resource.place, "its properties come from elsewhere")
    if setting is not None and is_open_ended(setting):
        return unknown(resource.place, "whether it takes keys is decided elsewhere")
    if setting is not None and setting.raw.lower() == keyed.closed:
        return satisfied(resource.place, "it takes no keys")
    place = Place(resource.section.path, setting.span) if setting is not None else resource.place
    severity = Severity.LOW if is_for_development(resource.section.path) else None
    return violated(place, f"It lets everybody in who has one of its keys: `{keyed.path[-1]}` does not say `{keyed.closed}`", severity=severity)


# pipelines


def _in_pipelines(project: Project, table: CloudTable) -> Iterator[Keyhole]:
    logins = {login.name: login for login in table.logins}
    for step in steps(project):
        login = logins.get(step.uses.name.lower()) if step.uses else None
        if login is not None:
            place = Place(step.path, step.commands[0].span)
            key = next((name for name in login.keys if step.inputs.get(name)), None)
            words = f"The pipeline signs in with a long-lived key in `{key}`, where {login.instead} needs none"
            yield Keyhole(login.name, violated(place, words) if key else satisfied(place, "the pipeline signs in as itself"))
