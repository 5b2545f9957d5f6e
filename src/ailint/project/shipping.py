"""How a project is built and shipped, as controls: pipelines that start by themselves, images with a version, locked dependencies."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING

from ailint.facts import Span
from ailint.project.containers import OPEN, containers
from ailint.project.pipelines import steps, triggers
from ailint.project.sections import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ailint.facts import FileFacts
    from ailint.project.project import Project

    Found = tuple[str, Span, str]

TOP = Span(1, 0, 1, 0)
CHANGING = frozenset({"push", "pull_request", "pull_request_target", "merge_group", "release", "deployment"})
LOCKS = frozenset({
    "uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pixi.lock", "conda-lock.yml", "pylock.toml",
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock",
})  # fmt: skip
NUMBERED = re.compile(r"^v?\d+\.\d+")
ROOT = re.compile(r"^(?:root|0)(?::|$)")


def pipelines(project: Project) -> Iterator[Found]:
    """Pipelines that a change or a release starts, each at what starts it."""
    running = {step.path for step in steps(project) if any(command.text or command.uses for command in step.commands)}
    for path in sorted(running):
        found = started_by(project.files[path])
        if found is not None:
            span, events = found
            yield path, span, f"a pipeline runs on {events}" if events else "a pipeline runs on each change"


def started_by(file: FileFacts) -> tuple[Span, str] | None:
    """Where it says what starts a pipeline, and the events among that which bring a change; no event where the vendor starts it by itself."""
    found = list(triggers(file))
    if not found:
        spelt = Section(file.path, (), file.settings).below("on")
        return None if spelt else (TOP, "")
    changing = [trigger for trigger in found if trigger.event in CHANGING]
    span = next((trigger.section.settings[0].span for trigger in changing if trigger.section.settings), TOP)
    return (span, " and ".join(dict.fromkeys(trigger.event for trigger in changing))) if changing else None


def images(project: Project) -> Iterator[Found]:
    """Images that are named with a version or a digest."""
    for container in containers(project):
        image = container.image
        written = image.tag and not any(mark in f"{image.repository}{image.tag}" for mark in OPEN)
        if image.digest or (written and NUMBERED.match(image.tag)):
            which = "by its digest" if image.digest else f"in version `{image.tag}`"
            yield container.place.path, container.place.span, f"the image `{image.repository}` is named {which}"


def users(project: Project) -> Iterator[Found]:
    """Dockerfiles whose last word on it is that somebody other than root runs the image."""
    for path, file in project.files.items():
        if file.format == "dockerfile":
            named = [setting for setting in file.settings if setting.key[0] == "USER"]
            if named and not ROOT.match(named[-1].raw.strip()):
                yield path, named[-1].span, f"the image runs as `{named[-1].raw.strip()}`"


def locks(project: Project) -> Iterator[Found]:
    """Lock files, which fix the version of every dependency."""
    yield from ((path, TOP, f"`{basename(path)}` fixes every dependency") for path in project.paths if basename(path) in LOCKS)


SHIPPING: dict[str, Callable[[Project], Iterator[Found]]] = {
    "pipeline": pipelines,
    "image-version": images,
    "image-user": users,
    "dependency-lock": locks,
}
