"""Sections: a part of a settings file under one key, asked by the keys below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ailint.facts import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import FileFacts, Setting

# how text says that only a run, or the environment, decides a value
OPEN_ENDED = ("${", "{{", "<%", "$(")
TAG = re.compile(r"![A-Za-z]")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below `key` in a file; `settings` keep their whole keys."""

    path: str
    key: tuple[str, ...]
    settings: tuple[Setting, ...]

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.path, self.settings[0].span)

    def get(self, *key: str) -> Setting | None:
        """The setting under a key below this one."""
        wanted = (*self.key, *key)
        return next((setting for setting in self.settings if setting.key == wanted), None)

    def below(self, *key: str) -> Section:
        """The part under a key, which holds nothing if there is none."""
        wanted = (*self.key, *key)
        return Section(self.path, wanted, tuple(setting for setting in self.settings if setting.key[: len(wanted)] == wanted))

    def text(self, *key: str) -> str:
        """The text of a setting; '' where there is none."""
        setting = self.get(*key)
        return setting.raw if setting else ""

    def texts(self, *key: str) -> tuple[str, ...]:
        """The texts of a list, or of the one value that stands in its place."""
        return tuple(setting.raw for setting in self.below(*key).settings if setting.raw not in {"[]", "{}"})

    def find(self, *key: str) -> Setting | None:
        """The first setting under a key, the places in lists being left out: `model version` is `model.0.version`."""
        return next(self.all(*key), None)

    def all(self, *key: str) -> Iterator[Setting]:
        """Every setting whose key below this one, without places in lists, is this."""
        for setting in self.settings:
            if tuple(part for part in setting.key[len(self.key) :] if not part.isdigit()) == key:
                yield setting

    @property
    def children(self) -> dict[str, Section]:
        """The parts right below, by name and in order."""
        depth = len(self.key)
        found: dict[str, list[Setting]] = {}
        for setting in self.settings:
            if len(setting.key) > depth:
                found.setdefault(setting.key[depth], []).append(setting)
        return {name: Section(self.path, (*self.key, name), tuple(settings)) for name, settings in found.items()}

    def __bool__(self) -> bool:
        return bool(self.settings)


def documents(file: FileFacts) -> Iterator[Section]:
    """A file as sections, one for each of its YAML documents."""
    for start, end in pairwise((0, *file.documents, len(file.settings))):
        if start < end:
            yield Section(file.path, (), file.settings[start:end])


def is_open_ended(setting: Setting) -> bool:
    """Whether a value is made only when the file is used: a variable, a reference, a template."""
    return isinstance(setting.value, str) and (TAG.match(setting.raw) is not None or any(mark in setting.raw for mark in OPEN_ENDED))
