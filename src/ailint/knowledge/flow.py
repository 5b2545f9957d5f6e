"""The flow table: sources, carriers and stops of values, as data."""

from __future__ import annotations

import datetime as dt

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table


class FlowTable(Table, kw_only=True, frozen=True):
    """What begins a value's way, what hands it on, what ends it. Keys as in `flow.yaml`."""

    as_of: dt.date
    source: str
    sources: dict[str, str]
    carriers: list[str]
    numbers: list[str]
    numeric_methods: list[str]
    composing: list[str]
    metadata: list[str]
    arguments: list[str]
    structured: list[str]
    awaiting: list[str]
    endings: list[str]
    serialisers: list[str]
    interpreters: list[str]


class FlowWords:
    """The table as sets, for quick answers."""

    def __init__(self, table: FlowTable) -> None:
        self.sources = table.sources
        self._carriers = frozenset(table.carriers)
        self._numbers = frozenset(table.numbers)
        self.numeric_methods = frozenset(table.numeric_methods)
        self.composing = frozenset(table.composing)
        self.metadata = frozenset(table.metadata)
        self.arguments = frozenset(table.arguments)
        self.structured = frozenset(table.structured)
        self.endings = frozenset(table.endings)
        self.awaiting = frozenset(table.awaiting)
        self.serialisers = frozenset(table.serialisers)
        self.interpreters = frozenset(table.interpreters)

    def stops(self, origin: str) -> bool:
        """Whether a function's result holds nothing of what it was given."""
        return origin in self._numbers

    def carries(self, origin: str) -> bool:
        """Whether a function of a library hands on what it was given."""
        if origin in self._numbers:
            return False
        cut = len(origin)
        while cut > 0:
            if origin[:cut] in self._carriers:
                return True
            cut = origin.rfind(".", 0, cut)
        return False


def load_flow() -> FlowWords:
    """The table that ships with ailint."""
    return FlowWords(read_table(HERE / "flow.yaml", FlowTable))
