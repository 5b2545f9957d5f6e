"""The base: the project as it was, to tell what a change brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ailint.facts import FileFacts
    from ailint.project.project import Project


@dataclass(frozen=True, slots=True)
class Base:
    """The project as it was. `same` are the paths whose content is still that, `renamed` leads from old paths to new ones.

    `facts` are those of files that need not be read again.
    """

    project: Project
    same: frozenset[str]
    renamed: Mapping[str, str]
    facts: Mapping[str, FileFacts]

    def now(self, path: str) -> str:
        """Where a file of the base is today."""
        return self.renamed.get(path, path)

    def before(self, path: str) -> str:
        """Where a file of today was in the base."""
        return next((old for old, new in self.renamed.items() if new == path), path)
