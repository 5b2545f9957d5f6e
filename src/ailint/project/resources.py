"""Resources: what infrastructure files declare, whatever language they are written in."""

from __future__ import annotations

import re
from itertools import groupby
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place
from ailint.project.sections import Section, documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ailint.facts import FileFacts
    from ailint.project.project import Project

COMPOSE = re.compile(r"^(?:docker-)?compose[\w.-]*\.ya?ml$|[\w.-]*docker-compose[\w.-]*\.ya?ml$", re.IGNORECASE)
SERVERLESS = re.compile(r"^serverless[\w.-]*\.ya?ml$")
DEPTH = {"resource": 3, "data": 3, "module": 2}
DEEPEST = 4


class Resource(NamedTuple):
    """One thing that a file declares.

    platform: `terraform`, `bicep`, `arm`, `cloudformation`, `serverless`, `kubernetes`, `compose`; kind: the platform's own word for it
    (`aws_lambda_function`, `AWS::Lambda::Function`, `Deployment`; for Bicep and ARM without the API's version; `data.…` and `module` of
    Terraform; `function` of a serverless.yml; `service` of a compose file). `section` holds its properties.
    """

    platform: str
    kind: str
    name: str
    section: Section
    place: Place


def resources(project: Project, *platforms: str) -> Iterator[Resource]:
    """Every resource of the repository, or of some platforms."""
    found = project.shared("resources", lambda: tuple(one for file in project.files.values() for one in declared(file)))
    return (one for one in found if not platforms or one.platform in platforms)


def declared(file: FileFacts) -> Iterator[Resource]:
    """The resources of one file."""
    if not file.settings:
        return
    if file.format in {"terraform", "bicep"} or file.path.endswith(".tf.json"):
        yield from _blocks(file)
    elif file.format in {"yaml", "json"}:
        for section in documents(file):
            yield from _declared_in(section)


def _blocks(file: FileFacts) -> Iterator[Resource]:
    """`resource "kind" "name"` and the like; further settings of one block follow its first."""
    platform = "bicep" if file.format == "bicep" else "terraform"
    depth = DEPTH | {"module": 3} if platform == "bicep" else DEPTH
    for key, group in groupby(file.settings, key=lambda setting: setting.key[: depth.get(setting.key[0], 1)]):
        if len(key) != depth.get(key[0]):
            continue
        section = Section(file.path, key, tuple(group))
        if platform == "bicep":
            yield from _bicep(section, "", 0)
        else:
            kind = "module" if key[0] == "module" else f"data.{key[1]}" if key[0] == "data" else key[1]
            yield Resource(platform, kind, key[-1], section, section.place)


def _bicep(section: Section, parent: str, depth: int) -> Iterator[Resource]:
    """A resource, and those within it, whose kinds go on from its own."""
    own = section.key[-2].partition("@")[0]
    kind = f"{parent}/{own}" if parent else own if section.key[0] == "resource" else "module"
    yield Resource("bicep", kind, section.key[-1], section, section.place)
    for inner in section.below("resource").children.values() if depth < DEEPEST else ():
        for one in inner.children.values():
            yield from _bicep(one, kind, depth + 1)


def _declared_in(section: Section) -> Iterator[Resource]:
    name = basename(section.path)
    if COMPOSE.search(name) or _is_compose(section):
        yield from _children(section.below("services"), "compose", lambda _: "service")
    elif SERVERLESS.match(name):
        yield from _children(section.below("functions"), "serverless", lambda _: "function")
        yield from _children(section.below("resources", "Resources"), "cloudformation", lambda one: one.text("Type"))
    elif section.get("apiVersion") and section.get("kind"):
        yield from _kubernetes(section)
    elif any(setting.key[0] == "Resources" for setting in section.settings):
        yield from _children(section.below("Resources"), "cloudformation", lambda one: one.text("Type"))
    elif any(setting.key[0] == "resources" for setting in section.settings) and "$schema" in section.children:
        yield from _arm(section.below("resources"), "", 0)


def _is_compose(section: Section) -> bool:
    return any(setting.key[0] == "services" and setting.key[2:] == ("image",) for setting in section.settings)


def _children(section: Section, platform: str, kind: Callable[[Section], str]) -> Iterator[Resource]:
    for name, one in section.children.items():
        if found := kind(one):
            yield Resource(platform, found, name, one, one.place)


def _kubernetes(section: Section) -> Iterator[Resource]:
    kind = section.get("kind")
    if kind is None:
        return
    if kind.raw == "List":
        for one in section.below("items").children.values():
            yield from _kubernetes(one)
    else:
        yield Resource("kubernetes", kind.raw, section.text("metadata", "name"), section, Place(section.path, kind.span))


def _arm(section: Section, parent: str, depth: int) -> Iterator[Resource]:
    for one in section.children.values():
        if own := one.text("type"):
            kind = f"{parent}/{own}" if parent else own
            yield Resource("arm", kind, one.text("name"), one, one.place)
            if depth < DEEPEST:
                yield from _arm(one.below("resources"), kind, depth + 1)
