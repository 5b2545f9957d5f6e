"""The stage that a repository has reached, told from how it is served and deployed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.knowledge.deployment import load_deployment
from ailint.project.commands import begins_with, command_lines, pipeline_runs
from ailint.project.pipelines import steps
from ailint.project.resources import resources
from ailint.settings import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import FileFacts
    from ailint.knowledge.deployment import DeploymentTable
    from ailint.project import Project

OWN = frozenset({"app", "script"})
SERVING = ("route", "ui.chat")
ENVIRONMENT = re.compile(r"^prod(?:uction)?\b", re.IGNORECASE)
EDITORS = ".devcontainer/"
MANY = 10  # sub-projects with AI, beyond which one of them does not speak for all
PRODUCTS = frozenset({"application", "library", "training", "infrastructure"})


class Sign(NamedTuple):
    """Something that speaks for a stage, and where it stands; line 0 is the whole file."""

    stage: Stage
    words: str
    path: str
    line: int = 0

    @property
    def place(self) -> str:
        """`path:line`."""
        return f"{self.path}:{self.line}" if self.line else self.path


class Proposal(NamedTuple):
    """A stage and the reason for it."""

    stage: Stage
    reason: str


def propose(project: Project) -> Proposal:
    """The latest stage that something speaks for; poc where nothing does."""
    kinds = {part.kind for part in project.subprojects} - {"none"}
    if kinds and not kinds & PRODUCTS:
        return Proposal(Stage.POC, "this is a collection of examples, not a product")
    signs = [sign for sign in _signs(project, load_deployment()) if _speaks_for_all(project, sign)]
    if not signs:
        return Proposal(Stage.POC, "nothing here deploys it, releases it or serves it from a container")
    latest = max((sign.stage for sign in signs), key=lambda stage: stage.rank)
    return Proposal(latest, _reason([sign for sign in signs if sign.stage is latest]))


def _speaks_for_all(project: Project, sign: Sign) -> bool:
    """Whether a sign is more than what one of many recipes beside each other does."""
    many = sum(part.kind != "none" for part in project.subprojects) > MANY
    return not many or project.subproject_of(sign.path).path == "."


def _reason(signs: list[Sign]) -> str:
    first = signs[0]
    others = len({sign.place for sign in signs} - {first.place})
    more = f", and {others} more {'place' if others == 1 else 'places'} like it" if others else ""
    return f"{first.words} ({first.place}{more})"


def _signs(project: Project, table: DeploymentTable) -> Iterator[Sign]:
    yield from _deploying(project, table)
    yield from _infrastructure(project, table)
    yield from _releasing(project, table)
    yield from _by_hand(project, table)
    yield from _serving(project, table)


def _deploying(project: Project, table: DeploymentTable) -> Iterator[Sign]:
    """Pipelines that put a version into service."""
    for words, path, line in _pipelines(project):
        if command := _one_of(words, table.commands):
            yield Sign(Stage.PRODUCTION, f"a pipeline deploys with `{command}`", path, line)
    yield from _using(project, table.actions, "a pipeline deploys with")
    for step in steps(project):
        name = step.job.text("environment") or step.job.text("environment", "name")
        if ENVIRONMENT.match(name):
            yield Sign(Stage.PRODUCTION, f"a pipeline works on the environment `{name}`", step.path, step.job.place.span.line)


def _releasing(project: Project, table: DeploymentTable) -> Iterator[Sign]:
    """Pipelines that hand a package or an image to others, who may run it in production."""
    for words, path, line in _pipelines(project):
        if command := _one_of(words, table.releases.commands):
            yield Sign(Stage.PRODUCTION, f"a pipeline releases it with `{command}`", path, line)
    yield from _using(project, table.releases.actions, "a pipeline releases it with")


def _using(project: Project, actions: Iterable[str], words: str) -> Iterator[Sign]:
    known = {action.lower() for action in actions}
    for step in steps(project):
        name = step.uses.name if step.uses else ""
        if name.lower() in known and step.inputs.get("push", "true").lower() != "false":
            yield Sign(Stage.PRODUCTION, f"{words} `{name}`", step.path, step.commands[0].span.line)


def _infrastructure(project: Project, table: DeploymentTable) -> Iterator[Sign]:
    """Resources that code runs on."""
    for found in resources(project):
        if project.role(found.place.path) in OWN and table.runs_code(found.platform, found.kind):
            yield Sign(Stage.PRODUCTION, f"`{found.kind}` is declared", found.place.path, found.place.span.line)


def _by_hand(project: Project, table: DeploymentTable) -> Iterator[Sign]:
    """Targets and scripts that deploy when somebody calls them."""
    for path, file in project.files.items():
        for command in file.commands if project.role(path) in OWN else ():
            if command.source in {"make", "script"}:
                for words in command_lines(command.text):
                    if name := _one_of(words, table.commands):
                        yield Sign(Stage.PILOT, f"`{name}` deploys it by hand", path, command.span.line)


def _serving(project: Project, table: DeploymentTable) -> Iterator[Sign]:
    """An application that answers requests, with what starts it elsewhere than on a laptop."""
    started = [path for path in project.paths if project.role(path) in OWN and EDITORS not in path]
    if host := next((path for path in started if table.is_host_file(path)), ""):
        yield Sign(Stage.PILOT, "a hosting platform is told how to start it", host)
    image = next((path for path in started if table.is_container_file(path)), "")
    if image and (answer := _answering(project, started)):
        yield Sign(Stage.PILOT, f"{answer}, from an image", image)


def _answering(project: Project, paths: Iterable[str]) -> str:
    """Where the application answers requests: a route, a chat, a port that an image opens; empty where it does not."""
    site = next((site for site in project.calls(*SERVING) if project.role(site.path) in OWN), None)
    if site is not None:
        return f"{site.path}:{site.call.span.line} answers people or programs"
    applications = {part.path for part in project.subprojects if part.kind == "application"}
    for path in paths:
        file = project.files.get(path)
        if file is not None and applications and _opens_port(file):
            return "it answers on a port"
    return ""


def _opens_port(file: FileFacts) -> bool:
    """Whether a Dockerfile or a compose file opens one."""
    if file.format == "dockerfile":
        return any(setting.key[0] == "EXPOSE" for setting in file.settings)
    return any(setting.key[0] == "services" and "ports" in setting.key for setting in file.settings)


def _pipelines(project: Project) -> Iterator[tuple[tuple[str, ...], str, int]]:
    return ((run.words, run.path, run.command.span.line) for run in pipeline_runs(project) if run.words)


def _one_of(words: tuple[str, ...], commands: Iterable[str]) -> str:
    return next((command for command in commands if begins_with(words, command)), "")
