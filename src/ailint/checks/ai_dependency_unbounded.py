"""AI packages whose next major version is installed on the day it appears."""

from __future__ import annotations

import re
from posixpath import basename, dirname
from typing import TYPE_CHECKING

from ailint.facts import Place, Related, Verdict, satisfied, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Dependency
    from ailint.knowledge.tables import Library
    from ailint.project import Project

MOVING = ("llm.", "agent.", "embed.", "vector.", "model.")
BOUND = re.compile(r"<|~=|==")
UNREAD = re.compile(r"^(?:pixi\.lock|conda-lock\.ya?ml|pylock(?:\.[\w.-]+)?\.toml)$")
MOST_NAMED = 3


def ai_dependency_unbounded(project: Project) -> Iterator[Verdict]:
    """Packages of fast-moving AI libraries are bounded where they are asked for, or a lock says what is installed; one verdict a manifest."""
    moving = {package for library in project.knowledge.libraries if _moves(library) for package in _packages(library)}
    for path, file in project.files.items():
        asked = [found for found in file.dependencies if found.name in moving and _is_needed(found)]
        if asked:
            yield _judged(project, path, asked)


def _moves(library: Library) -> bool:
    """Whether a library talks to models, runs agents or keeps vectors: what has broken with every major version so far."""
    return library.ai and any(entry.role.startswith(MOVING) for entry in (*library.classes, *library.calls))


def _packages(library: Library) -> Iterator[str]:
    yield from (package.lower() for package in library.packages.get("python", ()) if package not in library.steady)


def _is_needed(dependency: Dependency) -> bool:
    """Whether a manifest asks for a package of an index at run time."""
    return dependency.ecosystem == "python" and dependency.kind == "requirement" and not dependency.group and "@" not in dependency.specifier


def _judged(project: Project, path: str, asked: list[Dependency]) -> Verdict:
    lock = _lock(project, path)
    locked = _locked(project, path)
    loose = [found for found in asked if not BOUND.search(found.specifier)]
    first = Place(path, (loose or asked)[0].span)
    if not loose:
        return satisfied(first, "every AI package has an upper bound")
    if lock:
        return satisfied(first, f"`{lock}` says which versions are installed")
    open_ended = [found for found in loose if found.name not in locked]
    if not open_ended:
        return satisfied(first, "another list of the project says which versions are installed")
    first = Place(path, open_ended[0].span)
    names = ", ".join(f"`{found.name}{found.specifier}`" for found in open_ended[:MOST_NAMED]) + (" …" if len(open_ended) > MOST_NAMED else "")
    related = tuple(Related(Place(path, found.span), f"`{found.name}` has no upper bound") for found in open_ended[1:])
    words = f"{names} and no lock: the next build installs whatever major version is newest then"
    return violated(first, words, related=related)


def _lock(project: Project, path: str) -> str:
    """A lock whose content is not read, beside a manifest or in a folder around it."""
    folder = dirname(path)
    found = (other for other in project.paths if UNREAD.match(basename(other)) and _holds(dirname(other), folder))
    return max(found, key=len, default="")


def _holds(folder: str, other: str) -> bool:
    return not folder or folder == other or other.startswith(f"{folder}/")


def _locked(project: Project, path: str) -> frozenset[str]:
    """Packages of which another file of the sub-project names the one version."""
    subproject = project.subproject_of(path)
    files = (project.files[other] for other in (*subproject.files, *subproject.shared) if other != path and other in project.files)
    return frozenset(found.name for file in files for found in file.dependencies if found.version or found.kind == "lock")
