"""Which versions of a library a sub-project may run with, and what the tables say for them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ailint.facts import Dependency
    from ailint.knowledge import Knowledge, Meaning


class Versions:
    """The dependencies of one sub-project, asked by library."""

    def __init__(self, dependencies: Iterable[Dependency], knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._locked: dict[str, Version] = {}
        self._ranges: dict[str, SpecifierSet] = {}
        for dependency in dependencies:
            if dependency.ecosystem == "python":
                self.add(dependency)

    def add(self, dependency: Dependency) -> None:
        """Take in one dependency; of several with one name the first counts."""
        version = parsed(dependency.version) if dependency.version else None
        if version is not None:
            self._locked.setdefault(dependency.name, version)
        try:
            self._ranges.setdefault(dependency.name, SpecifierSet(dependency.specifier))
        except InvalidSpecifier:
            return

    def packages(self, library: str) -> list[str]:
        """Distribution names of a library of the tables."""
        return [name for name, owner in self.knowledge.packages.items() if owner.library == library]

    def locked(self, package: str) -> Version | None:
        """The one version that is installed, where a lock or pin says so."""
        return self._locked.get(package)

    def declared(self, package: str) -> bool:
        """Whether a manifest or lock names the package."""
        return package in self._ranges or package in self._locked

    def may_be(self, package: str, versions: str) -> bool:
        """Whether a version in the range may be installed; without a lock every declared version is possible."""
        wanted = SpecifierSet(versions)
        locked = self._locked.get(package)
        if locked is not None:
            return wanted.contains(locked, prereleases=True)
        allowed = self._ranges.get(package, SpecifierSet())
        return any(wanted.contains(v, prereleases=True) and allowed.contains(v, prereleases=True) for v in probes(wanted, allowed))

    def newest_may_be(self, package: str, versions: str) -> bool:
        """Whether what an installation gets today, the lock's version or else the newest allowed, is in the range."""
        wanted = SpecifierSet(versions)
        locked = self._locked.get(package)
        if locked is not None:
            return wanted.contains(locked, prereleases=True)
        allowed = self._ranges.get(package, SpecifierSet())
        possible = [v for v in probes(wanted, allowed) if allowed.contains(v, prereleases=True)]
        return bool(possible) and wanted.contains(max(possible), prereleases=True)

    def choose(self, meanings: Sequence[Meaning]) -> Meaning:
        """The meaning that holds for the installed version; where several may, defaults that differ are unknown."""
        if len(meanings) == 1:
            return meanings[0]
        possible = [meaning for meaning in meanings if not meaning.versions or self.any_may_be(meaning)] or list(meanings)
        first = possible[-1]
        defaults = {
            name: value if all(m.defaults.get(name) == value and name in m.defaults for m in possible) else "unknown"
            for m in possible
            for name, value in m.defaults.items()
        }
        return replace(first, defaults=defaults)

    def any_may_be(self, meaning: Meaning) -> bool:
        """Whether one of the library's packages may have a version that the meaning is for."""
        packages = self.packages(meaning.library)
        known = [package for package in packages if self.declared(package)]
        return any(self.may_be(package, meaning.versions) for package in known or packages)


def probes(*ranges: SpecifierSet) -> list[Version]:
    """Versions at, just below and just above every bound, and one beyond them all."""
    found = {Version("0.0.1"), Version("99999")}
    for specifier in (specifier for group in ranges for specifier in group):
        bound = parsed(specifier.version.removesuffix(".*"))
        if bound is None:
            continue
        parts = list(bound.release)
        found |= {bound, Version(".".join(map(str, [*parts, 1])))}
        if any(parts):
            last = max(index for index, part in enumerate(parts) if part)
            below = [*parts[:last], parts[last] - 1, 99999]
            found.add(Version(".".join(map(str, below))))
    return sorted(found)


def parsed(text: str) -> Version | None:
    """The version, None where it does not follow PEP 440."""
    try:
        return Version(text)
    except InvalidVersion:
        return None
