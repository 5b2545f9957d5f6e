"""How models and agents get traffic: what infrastructure files and commands say of it."""

from __future__ import annotations

import datetime as dt

from msgspec import field

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table

Path = tuple[str, ...]


class Served(Table, kw_only=True, frozen=True):
    """A kind of resource that serves a model. Keys as in `rollouts.yaml`."""

    kinds: list[str]
    what: str
    steps: list[Path] = field(default_factory=list)
    share: Path = ()
    several: Path = ()


class ServedByFile(Table, kw_only=True, frozen=True):
    """A file that is made for one endpoint."""

    schema: str
    what: str
    share: Path


class Shift(Table, kw_only=True, frozen=True):
    """A command that gives a version its traffic."""

    command: str
    what: str
    always: bool = False
    whole: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    share: list[str] = field(default_factory=list)


class RolloutTable(Table, kw_only=True, frozen=True):
    """The whole table."""

    as_of: dt.date
    source: str
    resources: list[Served]
    files: list[ServedByFile]
    commands: list[Shift]


def load_rollouts() -> RolloutTable:
    """The table that ships with ailint."""
    return read_table(HERE / "rollouts.yaml", RolloutTable)
