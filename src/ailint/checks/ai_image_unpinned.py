"""Images of AI servers, and the models put into them, without a version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.merging import one_a_line
from ailint.checks.surroundings import is_for_development, only_development
from ailint.facts import Place, Severity, Verdict, satisfied, unknown, violated
from ailint.knowledge.images import AiImage, Images, load_images
from ailint.project.commands import command_lines
from ailint.project.containers import Container, containers, is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

MOVING = re.compile(r"(?:^|[._-])(?:latest|nightly|edge|head)(?:$|[._-])", re.IGNORECASE)
VERSION = re.compile(r"(?<!cuda)(?<!cuda-)(?<!cu)(?<![\d.])\d+\.\d+", re.IGNORECASE)
COMMIT_OR_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{6,}|(?:^|[._-])[0-9a-f]{7,40}(?:$|[._-])")
MAJOR = re.compile(r"^v?\d+(?:$|-)")


def ai_image_unpinned(project: Project) -> Iterator[Verdict]:
    """Every image of an AI server has a version or digest, and so has every model that is fetched into one."""
    images = load_images()
    yield from one_a_line((*_of_images(project, images), *_of_models(project, images)))


def _of_images(project: Project, images: Images) -> Iterator[Verdict]:
    for container in containers(project):
        image = images.find(container.image.repository)
        if image is not None and not image.general:
            yield _judged(container, image)


def _judged(container: Container, image: AiImage) -> Verdict:
    tag, place = container.image.tag, container.place
    if container.image.digest or is_version(tag):
        return satisfied(place, f"{image.what} has the version `{container.image.digest or tag}`")
    if is_open(tag) or is_open(container.image.digest):
        return unknown(place, "the tag comes from outside the file")
    if MAJOR.match(tag):
        return violated(place, f"`{tag}` fixes only the major version of {image.what}, the rest moves", severity=Severity.LOW)
    words = f"`{tag}` is whatever {image.what} was last published" if tag else f"Without a tag, this is whatever {image.what} was last published"
    return violated(place, words, severity=Severity.LOW if _is_for_development(container) else None)


def is_version(tag: str) -> bool:
    """Whether a tag stands for one build, or for a minor version at least."""
    return COMMIT_OR_DAY.search(tag) is not None or (VERSION.search(tag) is not None and not MOVING.search(tag))


def _is_for_development(container: Container) -> bool:
    return is_for_development(container.place.path) or only_development(container.section.texts("profiles"))


def _of_models(project: Project, images: Images) -> Iterator[Verdict]:
    """Models that Dockerfiles and compose files fetch by name."""
    for file in project.files.values():
        for command in file.commands:
            if command.source == "docker":
                yield from _fetched(command.text, Place(file.path, command.span), images)
    for container in containers(project):
        for key in ("entrypoint", "command", "args"):
            for setting in container.section.below(key).settings:
                yield from _fetched(setting.raw, Place(container.place.path, setting.span), images)


def _fetched(text: str, place: Place, images: Images) -> Iterator[Verdict]:
    for words in command_lines(text.replace("&", ";")):
        for fetcher in images.table.models:
            if words[0].rpartition("/")[2] == fetcher.program and words[1:2] and words[1] in fetcher.verbs:
                yield from (_model(word, place) for word in words[2:3] if not word.startswith("-"))


def _model(name: str, place: Place) -> Verdict:
    tag = name.rpartition("/")[2].partition(":")[2]
    if is_open(name):
        return unknown(place, "the model comes from outside the file")
    if tag and tag != "latest":
        return satisfied(place, f"the model `{name}` has a tag")
    severity = Severity.LOW if is_for_development(place.path) else None
    return violated(place, f"`{name}` names no tag, so the image gets whatever model is behind `latest` on the day of the build", severity=severity)
