"""The table of effects: what a tool can do to the world, by what it calls."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Literal, get_args

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table

EffectName = Literal["reads", "writes", "deletes", "database", "network", "screen", "messages", "money", "deploys", "shell", "code", "model"]
EFFECTS: tuple[EffectName, ...] = get_args(EffectName)


class EffectTable(Table, kw_only=True, frozen=True):
    """Effects by role, by call, and of tools that libraries bring. Keys as in `effects.yaml`."""

    as_of: dt.date
    source: str
    roles: dict[str, EffectName]
    calls: dict[EffectName, list[str]]
    ready: dict[EffectName, list[str]]
    writing_modes: str
    writing_methods: list[str]
    statements: dict[str, EffectName]


class EffectsKnown:
    """The table, asked by origin."""

    def __init__(self, table: EffectTable) -> None:
        self.table = table

    @cached_property
    def _by_origin(self) -> dict[str, EffectName]:
        return {origin: effect for effect, origins in self.table.calls.items() for origin in origins}

    @cached_property
    def _ready(self) -> dict[tuple[str, str], list[EffectName]]:
        found: dict[tuple[str, str], list[EffectName]] = {}
        for effect, origins in self.table.ready.items():
            for origin in origins:
                found.setdefault(_ends(origin), []).append(effect)
        return found

    def of_call(self, origin: str) -> EffectName | None:
        """What calling something does; None where the table does not know it."""
        return self._by_origin.get(origin)

    def of_ready(self, origin: str) -> list[EffectName]:
        """What a tool of a library does, wherever in the library it is imported from."""
        return self._ready.get(_ends(origin), [])


def load_effects() -> EffectsKnown:
    """The table that ships with ailint."""
    return EffectsKnown(read_table(HERE / "effects.yaml", EffectTable))


def _ends(origin: str) -> tuple[str, str]:
    """The package and the last name of an origin."""
    return origin.partition(".")[0], origin.rpartition(".")[2]
