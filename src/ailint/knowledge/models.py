"""The model tables, joined and asked: what a model id stands for at the provider that answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.knowledge.load import load_models
from ailint.knowledge.meanings import names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ailint.knowledge.tables import Model, ModelTable

FOLDERS = re.compile(r"^(?:projects/.+/|publishers/[^/]+/|accounts/[^/]+/)?(?:models|tunedModels)/")
SEPARATORS = re.compile(r"[/:]")


class Models:
    """Looks model ids up. A provider is a table's name; where none is given, only ids that belong to one provider alone are found."""

    def __init__(self, tables: Iterable[ModelTable]) -> None:
        self.tables = tuple(tables)
        self.by_provider = {table.provider: table for table in self.tables}
        self._ids = {table.provider: {id_: model for model in table.models for id_ in names(model.id)} for table in self.tables}
        self._prefixes = {prefix: table for table in self.tables for prefix in table.prefixes}
        self._patterns = {table.provider: [(re.compile(names(model.id)[0]), model) for model in table.patterns] for table in self.tables}
        self._clients = [(re.compile(table.clients), table) for table in sorted(self.tables, key=lambda table: bool(table.models)) if table.clients]

    @property
    def as_of(self) -> date:
        """The day on which the oldest table was taken."""
        return min(table.as_of for table in self.tables)

    def provider_of(self, origin: str) -> str:
        """The provider that a library's client talks to by itself, empty where the model's id decides."""
        return next((table.provider for pattern, table in self._clients if pattern.search(origin)), "")

    def find(self, name: str, provider: str = "") -> Model | None:
        """The model that an id names, None where the tables do not know it."""
        plain = FOLDERS.sub("", name.strip())
        if provider:
            return self.within(provider, plain) or self.within(provider, self.bare(plain))
        head = SEPARATORS.split(plain, maxsplit=1)[0]
        if head != plain and head in self._prefixes:
            return self.find(plain[len(head) + 1 :], self._prefixes[head].provider)
        return self.anywhere(plain) or (self.find(plain.partition("/")[2]) if "/" in plain else None)

    def bare(self, name: str) -> str:
        """An id without a prefix that only names its provider."""
        head = SEPARATORS.split(name, maxsplit=1)[0]
        return name[len(head) + 1 :] if head in self._prefixes else name

    def anywhere(self, name: str) -> Model | None:
        """The model of whichever provider has ids of its own and knows this one."""
        found = (self.within(table.provider, name) for table in self.tables if not table.shared)
        return next((model for model in found if model is not None), None)

    def within(self, provider: str, name: str) -> Model | None:
        """The model of one provider, by id, else by the provider's patterns."""
        known = self._ids.get(provider, {}).get(name)
        if known is not None:
            return known
        return next((model for pattern, model in self._patterns.get(provider, ()) if pattern.fullmatch(name)), None)


def load_all_models() -> Models:
    """The tables that ship with ailint."""
    return Models(load_models())
