"""Vector stores and model servers that answer whoever reaches the machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.surroundings import is_for_development, is_for_production, only_development
from ailint.facts import Place, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.knowledge.images import AiImage, load_images
from ailint.project.containers import Container, containers, filled
from ailint.project.resources import Resource, resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sections import Section

KINDS = frozenset({"server", "store", "gateway"})
OWN_MACHINE = re.compile(r"^(?:127\.|localhost$|::1$|\[::1\]$)")
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 -- looked for, not bound
SETTINGS_FILE = re.compile(r"\.(?:ya?ml|json|conf|cfg|toml|ini|xml|properties)(?::|$)|/config(?::|/|$)")
PUBLIC_SERVICES = frozenset({"LoadBalancer", "NodePort"})
INTERNAL = re.compile(r"internal|private", re.IGNORECASE)


def vector_store_exposed(project: Project) -> Iterator[Verdict]:
    """No store and no model server is published without asking for a key."""
    images = load_images()
    origins = {site.thing.origin for site in project.calls("vector.client", "vector.write", "vector.query")}
    run = [
        (container, image)
        for container in containers(project)
        if container.section and (image := images.find(container.image.repository)) is not None and _is_judged(image, origins)
    ]
    by_place = {(container.place.path, container.section.key): (container, image) for container, image in run}
    for service in resources(project, "compose"):
        found = by_place.get((service.place.path, service.section.key))
        if found is not None:
            yield from _of_compose(*found)
    yield from _of_clusters(project, run)


def _is_judged(image: AiImage, origins: set[str]) -> bool:
    known = not image.only_with or any(re.search(image.only_with, origin) for origin in origins)
    return image.kind in KINDS and bool(image.ports) and known


# compose


def _of_compose(container: Container, image: AiImage) -> Iterator[Verdict]:
    """The verdict on a service whose ports are published."""
    path = container.place.path
    if is_for_development(path) or only_development(container.section.texts("profiles")):
        return
    severity = None if is_for_production(path, *container.section.texts("profiles")) else Severity.MEDIUM
    network = container.section.get("network_mode")
    if network is not None and network.raw == "host" and EVERYWHERE & set(container.words):
        how = f"{image.what} listens on every network of the machine"
        yield _judged(container, image, Place(path, network.span), how, severity)
        return
    published = next((port for port in _ports(container.section) if _is_open(port) and _inside(port) in image.ports), None)
    if published is None:
        return
    place = Place(path, published.settings[0].span)
    yield _judged(container, image, place, f"port {_inside(published)} of {image.what} is published to every network of the machine", severity)


def _ports(section: Section) -> list[Section]:
    return [port for port in section.below("ports").children.values() if port]


def _is_open(port: Section) -> bool:
    """Whether a port is bound to more than the own machine."""
    if port.get() is None:
        return not OWN_MACHINE.match(filled(port.text("host_ip"), {}))
    return not OWN_MACHINE.match(filled(port.text(), {}))


def _inside(port: Section) -> int:
    """The port within the container; 0 where it cannot be told."""
    text = port.text("target") or filled(port.text(), {}).partition("/")[0].rpartition(":")[2]
    return int(text) if text.isdecimal() else 0


def _judged(container: Container, image: AiImage, place: Place, how: str, severity: Severity | None) -> Verdict:
    variables = container.variables
    related = (Related(container.place, "the image"),)
    opened = image.opened_by(variables)
    if opened is not None:
        return violated(place, f"{_sentence(how)}, and `{opened}` lets everybody in", severity=severity, related=related)
    if image.closed or image.asks_for_key(variables, container.words):
        return satisfied(place, f"{image.what} asks for a key")
    if reason := _hidden(container.section):
        return unknown(place, f"{reason} may set a key")
    none = "it has no check of its own" if not (image.keys or image.flags) else "nothing here makes it ask for a key"
    return violated(place, f"{_sentence(how)}, and {none}", severity=severity, related=related)


def _hidden(section: Section) -> str:
    """What else may set a key: a file of variables, mounted settings, variables of a secret."""
    for key, what in (("env_file", "its file of variables"), ("envFrom", "its secret"), ("secrets", "its secret"), ("configs", "its configuration")):
        if section.below(key):
            return what
    mounted = any(SETTINGS_FILE.search(setting.raw) for key in ("volumes", "volumeMounts") for setting in section.below(key).settings)
    return "a settings file that is mounted" if mounted else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


# clusters


def _of_clusters(project: Project, run: list[tuple[Container, AiImage]]) -> Iterator[Verdict]:
    """The verdicts on services of a cluster that lead out of it."""
    declared = list(resources(project, "kubernetes"))
    for service in declared:
        if service.kind == "Service" and service.section.text("spec", "type") in PUBLIC_SERVICES and not _is_internal(service.section):
            for workload in declared:
                yield from _behind(service, workload, run)


def _behind(service: Resource, workload: Resource, run: list[tuple[Container, AiImage]]) -> Iterator[Verdict]:
    selector = {name: one.text() for name, one in service.section.below("spec", "selector").children.items()}
    labels = {name: one.text() for name, one in _pod(workload.section, "metadata", "labels").children.items()}
    if not selector or not selector.items() <= labels.items() or is_for_development(service.place.path):
        return
    kind = service.section.get("spec", "type")
    if kind is None:
        return
    place = Place(service.place.path, kind.span)
    for container, image in run:
        if container.place.path == workload.place.path and _within(container, workload):
            yield _judged(container, image, place, f"{image.what} is reachable from outside the cluster as a `{kind.raw}`", None)


def _pod(section: Section, *key: str) -> Section:
    """A part of the pod that a workload starts, or of the pod itself."""
    return section.below("spec", "template", *key) or section.below(*key)


def _within(container: Container, workload: Resource) -> bool:
    spans = [setting.span for setting in workload.section.settings]
    return any(span == container.place.span for span in spans)


def _is_internal(section: Section) -> bool:
    annotations = section.below("metadata", "annotations").settings
    return bool(section.below("spec", "loadBalancerSourceRanges")) or any(INTERNAL.search("/".join((*one.key, one.raw))) for one in annotations)
