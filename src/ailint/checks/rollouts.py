"""Where models and agents get their traffic: all of it at once, or in steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place
from ailint.knowledge.rollouts import load_rollouts
from ailint.project.arguments import Given
from ailint.project.commands import begins_with, command_lines
from ailint.project.pipelines import steps
from ailint.project.resources import resources
from ailint.project.sections import documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Command
    from ailint.knowledge.rollouts import RolloutTable, Served, Shift
    from ailint.project import Project
    from ailint.project.resources import Resource
    from ailint.project.sections import Section
    from ailint.project.sites import Site

DEPLOYED = frozenset({"app", "script"})
SETTINGS = frozenset({"yaml", "json"})
SHARE = re.compile(r"[=:]\s*[\"']?(\d+)\b")
WHOLE = 100
GUARD = "environment"


class Move(NamedTuple):
    """A place where a version gets traffic: whether in steps (None where that cannot be told), and what gets it, in words."""

    place: Place
    in_steps: bool | None
    what: str


def moves(project: Project) -> Iterator[Move]:
    """Every such place, in code, infrastructure files and commands."""
    table = load_rollouts()
    for site in project.calls("model.deploy"):
        if project.role(site.path) in DEPLOYED:
            yield from of_call(project, site)
    for resource in resources(project):
        if project.role(resource.place.path) in DEPLOYED:
            yield from of_resource(resource, table)
    for path, file in project.files.items():
        if file.format in SETTINGS and project.role(path) in DEPLOYED:
            yield from (found for section in documents(file) for found in of_file(section, table))
    yield from of_commands(project, table)


def of_call(project: Project, site: Site) -> Iterator[Move]:
    """A deployment in code; nothing where a version is put where none runs yet."""
    what, arguments = f"`{site.meaning.name}`", site.meaning.arguments
    if "onto" in arguments and project.argument(site, "onto").given in {Given.ABSENT, Given.DEFAULT}:
        return
    if "share" in arguments:
        split, share = project.argument(site, "split"), project.argument(site, "share")
        if split.given is Given.CALL:
            yield Move(site.place, in_steps=True, what=what)
        elif share.given is Given.CALL:
            yield Move(site.place, in_steps=any(number < WHOLE for number in share.numbers) if share.numbers else None, what=what)
        return
    found = project.argument(site, "steps") if "steps" in arguments else None
    unclear = found is not None and found.given is Given.UNKNOWN
    yield Move(site.place, None if unclear else found is not None and found.given is Given.CALL and not found.is_none, what)


def of_resource(resource: Resource, table: RolloutTable) -> Iterator[Move]:
    """A resource that serves a model."""
    for served in table.resources:
        if resource.kind in served.kinds:
            what = f"the {served.what} `{resource.name}`"
            if served.share:
                yield from by_share(resource.place, (setting.raw for setting in resource.section.below(*served.share).settings), what)
            else:
                yield Move(resource.place, configured(resource.section, served), what)


def configured(section: Section, served: Served) -> bool:
    """Whether a resource says how its traffic moves in steps, or serves several versions."""
    if served.several:
        return len(list(section.all(*served.several))) > 1
    return any(says(section, path) for path in served.steps)


def says(section: Section, path: tuple[str, ...]) -> bool:
    """Whether something stands under a path, places in lists left out."""
    keys = (tuple(part for part in setting.key[len(section.key) :] if not part.isdigit()) for setting in section.settings)
    return any(key[: len(path)] == path for key in keys)


def of_file(section: Section, table: RolloutTable) -> Iterator[Move]:
    """A file that is made for one endpoint."""
    for served in table.files:
        shares = section.below(*served.share)
        if shares and served.schema in section.text("$schema"):
            yield from by_share(shares.place, (setting.raw for setting in shares.settings), f"the {served.what} `{section.text('name')}`")


def by_share(place: Place, shares: Iterable[str], what: str) -> Iterator[Move]:
    """A verdict by the percentages of versions; nothing where no version has any."""
    written = list(shares)
    numbers = [int(share) for share in written if share.isdigit()]
    if len(numbers) != len(written):
        yield Move(place, None, what)
    elif serving := [number for number in numbers if number]:
        yield Move(place, len(serving) > 1 or serving[0] < WHOLE, what)


# commands


def of_commands(project: Project, table: RolloutTable) -> Iterator[Move]:
    """Commands of pipelines and scripts that give a version its traffic."""
    guarded = {id(command) for step in steps(project) if step.job.below(GUARD) for command in step.commands}
    for path, file in project.files.items():
        if project.role(path) in DEPLOYED:
            for command in file.commands:
                for found in of_command(path, command, table):
                    yield found._replace(in_steps=True) if id(command) in guarded else found


def of_command(path: str, command: Command, table: RolloutTable) -> Iterator[Move]:
    """What one command does; joined lines count as one."""
    for words in command_lines(command.text):
        for shift in table.commands:
            if begins_with(words, shift.command):
                yield from moved(Place(path, command.span), words, shift)


def moved(place: Place, words: tuple[str, ...], shift: Shift) -> Iterator[Move]:
    """What a command line does by its options."""
    what = f"the {shift.what}"
    options = {word.partition("=")[0] for word in words}
    if shift.share:
        shares = [share for option in shift.share for share in values_of(words, option)]
        numbers = [found for share in shares for found in SHARE.findall(share)]
        if shares:
            yield from by_share(place, numbers or ["?"], what)
    elif shift.steps:
        yield Move(place, not options.isdisjoint(shift.steps), what)
    elif shift.always or not options.isdisjoint(shift.whole):
        yield Move(place, in_steps=False, what=what)


def values_of(words: tuple[str, ...], option: str) -> Iterator[str]:
    """What stands after an option: in its own word, or in those that follow up to the next option."""
    taking = False
    for word in words:
        if word.startswith(f"{option}="):
            yield word.removeprefix(option)
        elif word.startswith("-"):
            taking = word == option
        elif taking:
            yield f"={word}" if word.isdigit() else word
