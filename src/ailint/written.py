"""Where a setting is written: a key of the configuration file, found in its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ailint.facts import Span


@dataclass(frozen=True)
class Written:
    """The text of a configuration file; `where` is the table of settings in it, `tool.ailint` or nothing."""

    text: str = ""
    where: str = ""

    def span(self, *key: str) -> Span:
        """Where the value of a key stands, else that of the nearest key around it, else the top of the file."""
        from ailint.facts import Span

        full = (*filter(None, self.where.split(".")), *key)
        return next((self._places[full[:cut]] for cut in range(len(full), 0, -1) if full[:cut] in self._places), Span(1, 0, 1, 0))

    @cached_property
    def _places(self) -> dict[tuple[str, ...], Span]:
        from ailint.read.settings import toml_places
        from ailint.read.text import Lines

        return toml_places(Lines(self.text))
