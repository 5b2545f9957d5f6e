"""Where an import leads among the repository's own files."""

from __future__ import annotations

from posixpath import join
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE_ROOTS = ("src", "lib", "app", "backend", "python")


class Modules:
    """Finds the file of a module as seen from another file: beside it, in any folder above it, or under a usual source root.

    A folder that is a package is no place to import from; a bare folder named like one of `libraries` is not taken for the library.
    """

    def __init__(self, paths: Iterable[str], libraries: Iterable[str] = ()) -> None:
        self.libraries = frozenset(libraries)
        self.paths = frozenset(path for path in paths if path.endswith(".py"))
        nearest = {above(path) for path in self.paths}
        self.folders = frozenset(folder for start in nearest for folder in (start, *ancestors(start)) if folder)
        self._tops: dict[str, list[str]] = {}
        for folder in sorted(self.folders):
            name = folder.rpartition("/")[2]
            if name in SOURCE_ROOTS:
                self._tops.setdefault(folder.rpartition("/")[0], []).append(folder)
        self._names = frozenset(path.rpartition("/")[2] for path in (*self.folders, *(path.removesuffix(".py") for path in self.paths)))
        self._found: dict[tuple[str, str], str | None] = {}

    def find(self, importer: str, module: str, level: int = 0) -> str | None:
        """Path of the module's file, a package's folder without `__init__.py` with a `/` at its end, or None: not ours."""
        folder = above(importer)
        if level:
            for _ in range(level - 1):
                folder = above(folder)
            return self.at(join(folder, module.replace(".", "/")) if module else folder)
        key = folder, module
        if key not in self._found:
            self._found[key] = self.search(folder, module)
        return self._found[key]

    def search(self, folder: str, module: str) -> str | None:
        """The module as seen from a folder, from there outwards."""
        parts = module.replace(".", "/")
        top = module.partition(".")[0]
        if top not in self._names:
            return None
        while True:
            for base in (folder, *self._tops.get(folder, ())):
                found = self.at(join(base, parts)) if not base or f"{base}/__init__.py" not in self.paths else None
                if found and (top not in self.libraries or self.is_written_out(join(base, top))):
                    return found
            if not folder:
                return None
            folder = above(folder)

    def is_written_out(self, stem: str) -> bool:
        """Whether a name stands for a module file or for a package that says that it is one."""
        return f"{stem}.py" in self.paths or f"{stem}/__init__.py" in self.paths

    def at(self, stem: str) -> str | None:
        """The module or package at a path without ending."""
        for path in (f"{stem}.py", f"{stem}/__init__.py" if stem else "__init__.py"):
            if path in self.paths:
                return path
        return f"{stem}/" if stem in self.folders else None

    def submodule(self, path: str, name: str) -> str | None:
        """The module `name` inside the package that `path` stands for."""
        if path.endswith("__init__.py"):
            return self.at(join(above(path), name))
        return self.at(path + name) if path.endswith("/") else None


def ancestors(path: str) -> list[str]:
    """Folders above a path, nearest first, without the root."""
    found = []
    while path := above(path):
        found.append(path)
    return found


def above(path: str) -> str:
    """The folder that a path lies in, empty for the root."""
    return path.rpartition("/")[0]
