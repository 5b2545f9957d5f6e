"""Pipelines as triggers, jobs and steps, whichever vendor runs them."""

from __future__ import annotations

import re
from itertools import groupby
from posixpath import normpath
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place
from ailint.project.sections import Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Command, FileFacts
    from ailint.project.project import Project

TOLERANT = frozenset({"continue-on-error", "allow_failure", "continueOnError"})
NEEDS = ("needs", "dependsOn", "requires", "dependencies", "depends_on")
CONDITIONS = ("if", "condition", "when", "only")
ENVIRONMENTS = ("env", "variables", "environment")
WITH = ("with", "inputs")
SWALLOWED = re.compile(r"\|\|\s*(?:true|:|exit\s+0|echo\b[^&|;]*)\s*$|^\s*set\s+\+e\s*[;&]|;\s*(?:true|exit\s+0)\s*$")
SWITCH = re.compile(r"^\s*set\s+(?P<sign>[+-])[a-z]*e")
CHANGES = ("changes",)


class Trigger(NamedTuple):
    """What starts a pipeline: the event, and the paths that a change must touch, or that do not count. `section` has the rest."""

    event: str
    paths: tuple[str, ...]
    ignored: tuple[str, ...]
    section: Section


class Uses(NamedTuple):
    """Something ready-made that a step runs: its name, and the version or branch after `@`; `path` where it lies in the repository."""

    name: str
    ref: str
    path: str


class Step(NamedTuple):
    """Commands that stand together: `section` has the step's own settings, `job` those of its job (the same for vendors without steps)."""

    path: str
    commands: tuple[Command, ...]
    section: Section
    job: Section
    file: Section

    @property
    def uses(self) -> Uses | None:
        """What it uses, if anything."""
        text = next((command.uses for command in self.commands if command.uses), None)
        return used(text, self.path) if text else None

    @property
    def inputs(self) -> dict[str, str]:
        """What is handed to what it uses."""
        return _table(self.section, WITH)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that the file, the job and the step set, the nearest last."""
        return {name: value for part in (self.file, self.job, self.section) for name, value in _table(part, ENVIRONMENTS).items()}

    @property
    def conditions(self) -> tuple[str, ...]:
        """When it runs, as written for the job and the step."""
        return tuple(dict.fromkeys(text for part in (self.job, self.section) for key in CONDITIONS for text in part.texts(key)))

    @property
    def needs(self) -> tuple[str, ...]:
        """The jobs that run before its own."""
        return tuple(dict.fromkeys(name for key in NEEDS for name in self.job.texts(key)))

    @property
    def tolerated(self) -> Place | None:
        """Where the step or its job is allowed to fail; None where it is not."""
        for part in (self.section, self.job):
            for key in TOLERANT:
                setting = part.get(key)
                if setting is not None and setting.value is True:
                    return Place(self.path, setting.span)
                if setting is None and part.below(key):  # some exit codes only
                    return part.below(key).place
        return None

    def ignores(self, command: Command) -> Place | None:
        """Where it is said that the failure of one of its commands does not stop the pipeline; None where it does."""
        place = self.tolerated
        if place is None and SWALLOWED.search(command.text):
            place = Place(self.path, command.span)
        if place is None:
            before = self.commands[: self.commands.index(command)]
            switches = [(found["sign"], other) for other in before if (found := SWITCH.match(other.text))]
            place = Place(self.path, switches[-1][1].span) if switches and switches[-1][0] == "+" else None
        return place

    def permissions(self) -> dict[str, str] | None:
        """What the job's token may do; None where the file leaves that to the repository. `*` stands for everything."""
        for part in (self.job, self.file):
            found = part.below("permissions")
            if found:
                whole = found.get()
                return {"*": whole.raw} if whole is not None and whole.raw != "{}" else _table(part, ("permissions",))
        return None


def steps(project: Project) -> tuple[Step, ...]:
    """Every step of every pipeline, in order."""
    return project.shared("steps", lambda: tuple(step for file in project.files.values() for step in steps_of(file)))


def steps_of(file: FileFacts) -> Iterator[Step]:
    """The steps of one file."""
    if file.format == "workflow" and file.settings:
        whole = Section(file.path, (), file.settings)
        for key, group in groupby((command for command in file.commands if command.key), key=lambda command: step_key(command.key)):
            yield Step(file.path, tuple(group), whole.below(*key), whole.below(*job_key(key)), whole)


def step_key(key: tuple[str, ...]) -> tuple[str, ...]:
    """The path of the step that a command's path lies in."""
    places = [at for at, part in enumerate(key[:-1]) if part in {"steps", "step"}]
    if not places:
        return job_key(key)
    end = places[-1] + 1
    return key[: end + 1] if key[end : end + 1] and key[end].isdigit() else key[:end]


def job_key(key: tuple[str, ...]) -> tuple[str, ...]:
    """The path of the job that a path lies in: below the last `jobs`, else the outermost part."""
    places = [at for at, part in enumerate(key[:-1]) if part == "jobs"]
    return key[: places[-1] + 2] if places else key[:1]


def used(text: str, path: str) -> Uses:
    """What a `uses` says; local ones begin with `./`, seen from the root, or are templates beside the file."""
    if text.startswith("./"):
        return Uses(text, "", normpath(text))
    if text.endswith((".yml", ".yaml")) and "@" not in text:
        folder = path.rpartition("/")[0]
        return Uses(text, "", text.lstrip("/") if text.startswith("/") else normpath(f"{folder}/{text}" if folder else text))
    name, _, ref = text.rpartition("@") if "@" in text else (text, "", "")
    return Uses(name, ref, "")


def triggers(file: FileFacts) -> Iterator[Trigger]:
    """What starts the pipelines of a file, where the file says so."""
    whole = Section(file.path, (), file.settings)
    for event, section in whole.below("on").children.items():
        if event.isdigit():  # `on: [push]`
            yield Trigger(section.settings[0].raw, (), (), section)
        else:
            yield Trigger(event, section.texts("paths"), section.texts("paths-ignore"), section)
    if bare := whole.get("on"):
        yield Trigger(bare.raw, (), (), whole.below("on"))
    for key, event in (("trigger", "push"), ("pr", "pull_request")):
        section = whole.below(key)
        if section and section.text() != "none":
            yield Trigger(event, section.texts("paths", "include"), section.texts("paths", "exclude"), section)


def changes(step: Step) -> tuple[str, ...]:
    """The paths that a change must touch for the step's job to run, where its own rules say so."""
    return tuple(setting.raw for setting in step.job.settings if any(part in CHANGES for part in setting.key[len(step.job.key) :]))


def _table(section: Section, keys: tuple[str, ...]) -> dict[str, str]:
    """Names and values below one of the keys, also where they are listed as `name` and `value`."""
    found: dict[str, str] = {}
    for key in keys:
        for name, one in section.below(key).children.items():
            if name.isdigit():
                if one.text("name"):
                    found[one.text("name")] = one.text("value")
            elif one.get():
                found[name] = one.text()
    return found
