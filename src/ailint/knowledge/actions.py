"""The table of actions: calls and commands that cannot be taken back, or that reach somebody outside."""

from __future__ import annotations

import datetime as dt

from msgspec import field

from ailint.knowledge.effects import EffectName
from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table


class Action(Table, kw_only=True, frozen=True):
    """One kind of effect. Keys as in `actions.yaml`."""

    says: str
    effect: EffectName
    calls: list[str]
    target: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    place: int = 0
    mild: bool = False


class ActionTable(Table, kw_only=True, frozen=True):
    """All that counts as an effect. Keys as in `actions.yaml`."""

    as_of: dt.date
    source: str
    actions: list[Action]
    openers: list[str]
    overwriting: str
    programs: dict[str, list[str]]
    isolating: list[str]
    methods: dict[str, str]
    sending: str
    statements: dict[str, str]
    always: list[str]
    executing: list[str]


class Actions:
    """The table, asked by origin. Lower ranks are worse."""

    def __init__(self, table: ActionTable) -> None:
        self.table = table
        self._by_origin = {origin: (rank, action) for rank, action in enumerate(table.actions) for origin in action.calls}

    def of(self, origin: str) -> tuple[int, Action] | None:
        """What calling something does, with its rank; None where the table does not know it."""
        return self._by_origin.get(origin)

    def of_command(self, words: list[str]) -> bool:
        """Whether a command line reaches outside or cannot be undone."""
        program = words[0].rpartition("/")[2] if words else ""
        verbs = self.table.programs.get(program)
        return verbs is not None and (not verbs or any(verb in words[1:] for verb in verbs))


def load_actions() -> Actions:
    """The table that ships with ailint."""
    return Actions(read_table(HERE / "actions.yaml", ActionTable))
