"""Agents and models as pipelines, scripts and settings files run them, and what switches their checks off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename
from typing import TYPE_CHECKING, Literal

from msgspec import field

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table

if TYPE_CHECKING:
    from collections.abc import Sequence


class Action(Table, kw_only=True, frozen=True):
    """A ready-made step that runs a model. Keys as in `agents.yaml`."""

    name: str
    acts: bool = False
    admits: list[str] = field(default_factory=list)
    unsafe: dict[str, list[str]] = field(default_factory=dict)


class Program(Table, kw_only=True, frozen=True):
    """A program that runs a model."""

    name: str
    acts: bool = False
    flags: list[str] = field(default_factory=list)
    options: dict[str, list[str]] = field(default_factory=dict)

    def bypass(self, words: Sequence[str]) -> str:
        """What of its command line switches its checks off; '' if nothing does."""
        for place, word in enumerate(words):
            name, equals, value = word.partition("=")
            given = value if equals else "".join(words[place + 1 : place + 2])
            if word in self.flags:
                return word
            if given in self.options.get(name, ()):
                return f"{name} {given}"
        return ""


class Switch(Table, kw_only=True, frozen=True):
    """A setting that switches checks off. `unless`: keys beside it that narrow it down."""

    key: tuple[str, ...]
    values: list[str]
    unless: list[str] = field(default_factory=list)


class Keyword(Table, kw_only=True, frozen=True):
    """The same as an argument."""

    name: str
    values: list[str]
    unless: list[str] = field(default_factory=list)


class Launcher(Table, kw_only=True, frozen=True):
    """A program that fetches what it runs."""

    name: str
    style: Literal["npm", "python", "image"]
    naming: list[str]
    valued: list[str]
    verbs: list[str] = field(default_factory=list)


class AgentTable(Table, kw_only=True, frozen=True):
    """The whole table."""

    as_of: dt.date
    source: str
    actions: list[Action]
    programs: list[Program]
    platform_keys: list[str]
    telling: list[str]
    settings: list[Switch]
    servers: list[Switch]
    arguments: list[Keyword]
    launchers: list[Launcher]
    runs_files: list[str]


@dataclass(frozen=True)
class Agents:
    """The table, asked."""

    table: AgentTable

    @cached_property
    def _actions(self) -> dict[str, Action]:
        return {action.name: action for action in self.table.actions}

    @cached_property
    def _programs(self) -> dict[str, Program]:
        return {program.name: program for program in self.table.programs}

    def action(self, name: str) -> Action | None:
        """The action of a name, in whatever case it is written."""
        return self._actions.get(name.lower())

    def program(self, words: Sequence[str]) -> Program | None:
        """The program that a command line runs."""
        return self._programs.get(basename(words[0]).partition("@")[0]) if words else None

    def launcher(self, words: Sequence[str]) -> Launcher | None:
        """What fetches the thing that a command line runs."""
        name = basename(words[0]).removesuffix(".cmd").removesuffix(".exe") if words else ""
        for launcher in self.table.launchers:
            if launcher.name == name and (
                not launcher.verbs or any(tuple(words[1:])[: verb.count(" ") + 1] == tuple(verb.split()) for verb in launcher.verbs)
            ):
                return launcher
        return None


def load_agents() -> Agents:
    """The table that ships with ailint."""
    return Agents(read_table(HERE / "agents.yaml", AgentTable))
