"""The flow table: sources, carriers and stops of values, as data."""

from __future__ import annotations

import datetime as dt
import re
import sys

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
    filling: list[str]
    metadata: list[str]
    arguments: list[str]
    structured: list[str]
    awaiting: list[str]
    endings: list[str]
    selective: list[str]
    serialisers: list[str]
    interpreters: list[str]
    plain_words: list[str]
    closed_types: list[str]
    injected: list[str]
    validators: list[str]
    cuts: dict[str, list[str]]
    taken_out: dict[str, list[str]]
    events: list[list[str]]
    queued: list[str]
    open_types: list[str]
    cutting: dict[str, list[str]]
    places: list[str]
    personal: list[str]
    asking: list[str]
    tests: dict[str, list[str]]
    hints: dict[str, list[str]]
    dissecting: list[str]
    refusing: list[str]
    judging: list[str]
    approvals: list[str]
    questions: list[str]
    answers: list[str]


class FlowWords:
    """The table as sets, for quick answers."""

    def __init__(self, table: FlowTable) -> None:
        self.sources = table.sources
        self._carriers = frozenset((*table.carriers, *(name for names in table.cuts.values() for name in names)))
        self._carrying: dict[str, bool] = {}
        self._numbers = frozenset(table.numbers)
        self.numeric_methods = frozenset(table.numeric_methods)
        self.composing = frozenset(table.composing)
        self.filling = frozenset(table.filling)
        self.metadata = frozenset(table.metadata)
        self.arguments = frozenset(table.arguments)
        self.structured = frozenset(table.structured)
        self.selective = frozenset(table.selective)
        self.endings = frozenset(table.endings)
        self.awaiting = frozenset(table.awaiting)
        self.serialisers = frozenset(table.serialisers)
        self.interpreters = frozenset(table.interpreters)
        self.events = table.events
        self.queued = frozenset(f"[{key}]" for key in table.queued)
        self.open_types = tuple(table.open_types)
        self.plain_words = frozenset(table.plain_words)
        self.closed_types = frozenset(table.closed_types)
        self.injected = frozenset(table.injected)
        self.validators = frozenset(table.validators)
        self._cuts = {"": frozenset[str](), **{family: frozenset(names) for family, names in table.cuts.items()}}
        self._last_names = {family: frozenset(name.rpartition(".")[2] for name in names) for family, names in self._cuts.items()}
        self._tests = {family: frozenset(names) for family, names in table.tests.items()}
        self._hints = {family: frozenset(names) for family, names in table.hints.items()}
        self._looks = frozenset(table.dissecting).union(*table.tests.values(), *table.hints.values())
        self.refusing = frozenset(table.refusing)
        self.judging = frozenset(table.judging)
        self.approvals = frozenset(table.approvals)
        self.questions = frozenset(table.questions)
        self.answers = frozenset(table.answers)
        self._taken_out = {"": (), **{family: tuple(parts) for family, parts in table.taken_out.items()}}
        self._cutting = {family: re.compile("|".join(parts), re.IGNORECASE) for family, parts in table.cutting.items()}
        self.personal = frozenset(table.personal)
        self._places = frozenset(table.places)
        self.asking = frozenset(table.asking)

    def stops(self, origin: str) -> bool:
        """Whether a function's result holds nothing of what it was given."""
        return origin in self._numbers

    def cuts(self, origin: str, against: str) -> bool:
        """Whether what a library's function gives, or its attribute holds, does no harm in a family of sinks."""
        return origin in self._cuts[against]

    def may_cut(self, name: str, against: str) -> bool:
        """Whether something of this last name cuts, so that its origin is worth finding out."""
        return name in self._last_names[against]

    def cuts_of_any(self, name: str, against: str) -> bool:
        """Whether a method or attribute of this name cuts whatever object it is taken of: it stands in the table with a dot before it."""
        return f".{name}" in self._cuts[against]

    def says_it_cuts(self, name: str, against: str) -> bool:
        """Whether a function of the project says by its name that what it gives does no harm in a family of sinks."""
        return against in self._cutting and self._cutting[against].search(name) is not None

    def is_place(self, name: str) -> bool:
        """Whether a variable says by its name where something lies, not what it is."""
        return name.rpartition("_")[2].lower() in self._places

    def tests(self, against: str, *, certain: bool) -> frozenset[str]:
        """Names that show in a test that the code looks at what decides about harm in a family of sinks."""
        enough = self._tests.get(against, frozenset())
        return enough if certain else enough | self._hints.get(against, frozenset())

    def is_test(self, name: str) -> bool:
        """Whether a name shows that the code looks at what decides about harm, in whatever family, or takes a text apart for it."""
        return name in self._looks

    @staticmethod
    def is_standard(origin: str) -> bool:
        """Whether something is of Python itself, so that its name says what it does."""
        return origin.partition(".")[0] in sys.stdlib_module_names | {"builtins"}

    def disarms(self, removed: str, against: str) -> bool:
        """Whether a text without what was replaced in it can no longer be called harmful in a family of sinks."""
        return any(part in removed for part in self._taken_out.get(against, ()))

    def carries(self, origin: str) -> bool:
        """Whether a function of a library hands on what it was given."""
        found = self._carrying.get(origin)
        if found is None:
            found = self._carrying[origin] = origin not in self._numbers and self._is_carrier(origin)
        return found

    def _is_carrier(self, origin: str) -> bool:
        cut = len(origin)
        while cut > 0:
            if origin[:cut] in self._carriers:
                return True
            cut = origin.rfind(".", 0, cut)
        return False


def load_flow() -> FlowWords:
    """The table that ships with ailint."""
    return FlowWords(read_table(HERE / "flow.yaml", FlowTable))
