"""Containers: the images that files run or build on, with ports, variables and commands where they say so."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place
from ailint.project.sections import Section, documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ailint.facts import FileFacts, Setting
    from ailint.project.project import Project

SETTINGS = frozenset({"yaml", "json", "terraform", "bicep"})
VARIABLE = re.compile(r"\$\{(?P<braced>\w+)(?::?-(?P<default>[^{}$]*))?\}|\$(?P<bare>\w+)")
OPTIONS = re.compile(r"^(?:--[\w-]+(?:=\S*)?\s+)*")
DIGEST = "@sha256:"
OPEN = ("$", "{{", "<%")


class Image(NamedTuple):
    """The parts of an image's name; '' where there is no tag or digest."""

    repository: str
    tag: str
    digest: str


@dataclass(frozen=True, slots=True)
class Container:
    """An image where it is named. `section` is what runs it, a service of a compose file or a container of a pod; empty in a Dockerfile."""

    image: Image
    place: Place
    section: Section

    @property
    def variables(self) -> dict[str, str]:
        """The variables that it is started with; '' for one that the surroundings give."""
        found: dict[str, str] = {}
        for key in ("environment", "env"):
            for name, one in self.section.below(key).children.items():
                if name.isdigit() and one.get():
                    left, _, value = one.text().partition("=")
                    found[left] = value
                elif name.isdigit():
                    found[one.text("name")] = one.text("value")
                else:
                    found[name] = one.text()
        return found

    @property
    def words(self) -> tuple[str, ...]:
        """Its command line, as far as the file gives one."""
        return tuple(word for key in ("entrypoint", "command", "args") for text in self.section.texts(key) for word in _words(text))


def containers(project: Project) -> tuple[Container, ...]:
    """Every image that a file names, in order."""
    return project.shared("containers", lambda: tuple(one for file in project.files.values() for one in named(file)))


def named(file: FileFacts) -> Iterator[Container]:
    """The images that one file names: what it builds on, what it runs."""
    if file.format == "dockerfile":
        yield from _bases(file)
    elif file.format in SETTINGS:
        for section in documents(file):
            yield from _run(section)


def parsed(text: str) -> Image:
    """The parts of an image's name as written."""
    rest, _, digest = text.partition("@")
    head, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        head, tag = rest, ""
    return Image(head.removeprefix("docker.io/"), tag, digest)


def is_open(text: str) -> bool:
    """Whether part of a text is put in only later."""
    return any(mark in text for mark in OPEN)


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with the variables put in that have a value or a default: `${TAG:-latest}`."""
    return VARIABLE.sub(lambda found: values.get(found["braced"] or found["bare"]) or found["default"] or found[0], text)


def _bases(file: FileFacts) -> Iterator[Container]:
    arguments = {setting.key[1]: setting.raw for setting in file.settings if setting.key[0] == "ARG" and setting.raw}
    stages: set[str] = set()
    for setting in file.settings:
        if setting.key[0] == "FROM":
            words = OPTIONS.sub("", setting.raw).split()
            if words and words[0].lower() not in stages:
                yield Container(parsed(filled(words[0], arguments)), Place(file.path, setting.span), Section(file.path, (), ()))
            stages.add(words[-1].lower() if words else "")


def _run(section: Section) -> Iterator[Container]:
    for setting in section.settings:
        if setting.key[-1].lower() == "image" and isinstance(setting.value, str):
            owner = _below(section, setting.key[:-1])
            if not owner.below("build"):
                yield Container(parsed(filled(setting.raw, {})), Place(section.path, setting.span), owner)
        elif setting.key[-2:] == ("image", "repository") and isinstance(setting.value, str):
            yield _in_parts(section, setting)


def _in_parts(section: Section, setting: Setting) -> Container:
    """`image: {repository: …, tag: …}`, as charts have it; no tag is the chart's own version."""
    parts = _below(section, setting.key[:-1])
    tag, registry = parts.text("tag"), parts.text("registry")
    written = parts.get("tag")
    name = f"{registry}/{setting.raw}" if registry else setting.raw
    place = Place(section.path, written.span if written is not None and tag else setting.span)
    return Container(Image(name, tag or "{{", parts.text("digest")), place, _below(section, setting.key[:-2]))


def _below(section: Section, key: tuple[str, ...]) -> Section:
    return section.below(*key[len(section.key) :])


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
