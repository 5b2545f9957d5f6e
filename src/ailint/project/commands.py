"""Command lines: what a pipeline, a Makefile or a script runs, and what that leads to."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Command
    from ailint.project.project import Project

SEPARATORS = re.compile(r"&&|\|\||[;|\n]")
ASSIGNMENT = re.compile(r"^[A-Za-z_]\w*=")
# what stands before a command and hands it on; the words after it that belong to it
RUNNERS = {
    **dict.fromkeys(("uv", "poetry", "pdm", "hatch", "pipenv", "rye", "conda", "pixi", "pipx", "coverage"), frozenset({"run"})),
    **dict.fromkeys(("npx", "bunx", "uvx", "sudo", "time", "exec", "env", "timeout", "nohup", "xvfb-run"), frozenset[str]()),
    "pnpm": frozenset({"exec", "dlx"}),
    "yarn": frozenset({"exec", "dlx"}),
    "docker": frozenset({"exec", "run", "compose"}),
}
TASK_RUNNERS = frozenset({
    "make", "just", "task", "npm", "pnpm", "yarn", "bun", "tox", "nox", "poe", "invoke", "inv", "poetry", "hatch", "pdm", "rye", "uv", "turbo",
    "nx", "mise", "dvc", "pixi",
})  # fmt: skip
PYTHON = re.compile(r"^python[\d.]*$")
ENTRY = re.compile(r"^([A-Za-z_][\w.]*):[A-Za-z_][\w.]*(?:\(.*\))?$")
MANIFESTS = ("pyproject.toml", "Pipfile", "pixi.toml")
COMMAND = "command"
FOLDER = "working-directory"
SHELLS = frozenset({"bash", "sh", "zsh"})


@dataclass(frozen=True, slots=True)
class Run:
    """One command that a pipeline runs, itself or through targets and scripts; `command` is the pipeline's.

    `within` is the sub-project that it is run for, where the pipeline names one.
    """

    words: tuple[str, ...]
    command: Command
    path: str
    within: str = ""


def command_lines(text: str) -> Iterator[tuple[str, ...]]:
    """The commands of a script, as words, without what only hands them on (`uv run`, `npx`, `VAR=value`)."""
    for part in SEPARATORS.split(text.replace("\\\n", " ")):
        words = stripped(split(part))
        if words:
            yield words


def split(text: str) -> list[str]:
    """The words of a command line, quotes taken off where they match."""
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()


def stripped(words: list[str]) -> tuple[str, ...]:
    """The words from the command proper on."""
    rest = list(words)
    while rest:
        first = rest[0].lstrip("@-")
        if ASSIGNMENT.match(first) or first in {"", "then", "do", "if", "else", "!"}:
            rest.pop(0)
        elif first in RUNNERS and (not RUNNERS[first] or (len(rest) > 1 and rest[1] in RUNNERS[first])):
            rest = without_options(rest[2:] if RUNNERS[first] else rest[1:])
        else:
            rest[0] = first
            break
    return tuple(rest)


def without_options(words: list[str]) -> list[str]:
    """The words from the first that is no option."""
    rest = list(words)
    while rest and rest[0].startswith("-"):
        rest.pop(0)
    return rest


def begins_with(words: tuple[str, ...], command: str) -> bool:
    """Whether the words are this command, under its own name or as a module of Python."""
    wanted = stripped(command.split())
    for spelling in (words, as_module(words)):
        if spelling[: len(wanted)] == wanted or (spelling and (spelling[0].partition("@")[0], *spelling[1:])[: len(wanted)] == wanted):
            return True
    return False


def program(command: str) -> str:
    """The name of the tool that a command runs."""
    words = as_module(stripped(command.split()))
    return words[0] if words else ""


def as_module(words: tuple[str, ...]) -> tuple[str, ...]:
    """`python -m tool …` as `tool …`."""
    if len(words) > 2 and PYTHON.match(words[0].rpartition("/")[2]) and words[1] == "-m":  # noqa: PLR2004 -- interpreter, flag, module
        return words[2:]
    return words


def pipeline_runs(project: Project) -> Iterator[Run]:
    """Everything that pipelines run, with targets and scripts that they call looked into."""
    targets: dict[str, list[tuple[str, Command]]] = {}
    for path, file in project.files.items():
        for command in file.commands:
            if command.source in {"make", "script"}:
                targets.setdefault(command.target, []).append((path, command))
                targets.setdefault(path, []).append((path, command))
                if path.endswith(MANIFESTS):
                    targets.setdefault(f"{COMMAND} {command.target}", []).append((path, command))
    for path, file in project.files.items():
        for command in file.commands:
            if command.source == "ci":
                within = working_in(project, path, command)
                yield from (Run(words, command, path, within) for words in reached(command.text, targets, set()))
                if command.uses:
                    yield Run((), command, path, within)


def working_in(project: Project, path: str, command: Command) -> str:
    """The sub-project that a command of a pipeline is run for, by its own text or by the folder that its job works in; empty for all."""
    inner = [part.path for part in project.subprojects if part.path != "."]
    settings = project.files[path].settings if inner else ()
    folders = {setting.raw.strip("./") for setting in settings if setting.key[-1:] == (FOLDER,) and command.target in setting.key}
    named = {part for part in inner if part in command.text or part in folders}
    return named.pop() if len(named) == 1 else ""


def reached(text: str, targets: dict[str, list[tuple[str, Command]]], seen: set[str]) -> Iterator[tuple[str, ...]]:
    """The commands of a text, and those of the targets and scripts that they call; each target once."""
    for words in command_lines(text):
        entry = ENTRY.match(words[0])
        yield ("python", "-m", entry[1]) if entry else words
        for name in called(words) - seen:
            seen.add(name)
            for _, command in targets.get(name, ()):
                yield from reached(command.text, targets, seen)


def called(words: tuple[str, ...]) -> set[str]:
    """The targets or shell scripts that a command may run, and the command that a manifest may give this name."""
    return {f"{COMMAND} {words[0]}"} | _targets(words)


def _targets(words: tuple[str, ...]) -> set[str]:
    if words[0] in TASK_RUNNERS:
        return {word for word in words[1:] if not word.startswith("-")}
    if words[0] in SHELLS or words[0].endswith(".sh"):
        return {word.removeprefix("./") for word in words if word.endswith(".sh")}
    return set()


def arguments(words: Iterable[str]) -> list[str]:
    """The words that are no options."""
    return [word for word in words if not word.startswith("-")]
