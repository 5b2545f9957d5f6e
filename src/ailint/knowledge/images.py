"""Container images of AI servers: what they hold, where they answer, and what makes them ask who calls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import field

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class AiImage(Table, kw_only=True, frozen=True):
    """One image. Keys as in `images.yaml`."""

    names: list[str]
    what: str
    kind: Literal["server", "store", "gateway", "tool", "base"]
    ports: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    opens: dict[str, list[str]] = field(default_factory=dict)
    closed: bool = False
    general: bool = False
    only_with: str = ""

    def opened_by(self, variables: Mapping[str, str]) -> str | None:
        """The variable that lets everybody in, None where none does."""
        return next((name for name, values in self.opens.items() if variables.get(name, "").strip().lower() in values), None)

    def asks_for_key(self, variables: Mapping[str, str], words: Iterable[str]) -> bool:
        """Whether its variables or its command line make it ask for a key."""
        by_variable = any(fnmatchcase(name, key) and value.lower() != "false" for name, value in variables.items() for key in self.keys)
        return by_variable or any(word == flag or word.startswith(f"{flag}=") for word in words for flag in self.flags)


class Fetcher(Table, kw_only=True, frozen=True):
    """A program that fetches a model by its name."""

    program: str
    verbs: list[str]


class ImageTable(Table, kw_only=True, frozen=True):
    """All images."""

    as_of: dt.date
    source: str
    images: list[AiImage]
    proxies: list[str]
    models: list[Fetcher]


@dataclass(frozen=True)
class Images:
    """The table, asked by an image's name."""

    table: ImageTable

    @cached_property
    def _by_name(self) -> dict[str, AiImage]:
        return {name: image for image in self.table.images for name in image.names}

    def find(self, repository: str) -> AiImage | None:
        """The image of a repository, whatever registry it is fetched from."""
        parts = repository.lower().split("/")
        found = (self._by_name.get("/".join(parts[start:])) for start in range(len(parts)))
        return next((image for image in found if image is not None), None)

    def is_proxy(self, repository: str) -> bool:
        """Whether an image hands requests on to others."""
        return any(f"/{repository}".endswith(f"/{name}") for name in self.table.proxies)


def load_images() -> Images:
    """The table that ships with ailint."""
    return Images(read_table(HERE / "images.yaml", ImageTable))
