"""Files that values can travel between: those that imports tie together, in whichever direction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project.resolve import Resolver


class Neighbours:
    """Asked by the flow, so that it looks for nothing that cannot get where it looks."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def of(self, paths: Iterable[str]) -> frozenset[str]:
        """The files tied to some files, themselves included."""
        reached = set(paths)
        pending = list(reached)
        while pending:
            new = self.ties.get(pending.pop(), set()) - reached
            reached |= new
            pending += new
        return frozenset(reached)

    def are_near(self, path: str, other: str) -> bool:
        """Whether two files are one, tied, or both tied to a third."""
        mine, others = self.ties.get(path, set()), self.ties.get(other, set())
        return path == other or other in mine or not mine.isdisjoint(others)

    @cached_property
    def ties(self) -> dict[str, set[str]]:
        """File → the files that it imports from and those that import from it."""
        found = {path: set(importing) for path, importing in self.importers.items()}
        for target, importing in self.importers.items():
            for path in importing:
                found.setdefault(path, set()).add(target)
        return found

    @cached_property
    def importers(self) -> dict[str, set[str]]:
        """File → the files that import from it."""
        found: dict[str, set[str]] = {}
        for path in self.resolver.files:
            for target in self.imported(path):
                found.setdefault(target, set()).add(path)
        return found

    def imported(self, path: str) -> Iterator[str]:
        """The files of the project that one imports from, submodules taken by name included."""
        modules, files = self.resolver.modules, self.resolver.files
        for imported in files[path].imports:
            target = modules.find(path, imported.module, imported.level)
            if target is None:
                continue
            if target in files:
                yield target
            inner = modules.submodule(target, imported.name) if imported.name else None
            if inner is not None and inner in files:
                yield inner
