"""Sub-projects: which folders of a repository are projects of their own, told from manifests and imports."""

from __future__ import annotations

import re
from posixpath import basename, dirname, splitext
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from ailint.project.roles import by_path
from ailint.read.modules import ancestors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ailint.config import Config
    from ailint.facts import FileFacts
    from ailint.read.modules import Modules

STRONG = re.compile(
    r"^(?:pyproject\.toml|setup\.py|package\.json|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|.*\.csproj)$"
)
WEAK = re.compile(r"^(?:requirements[\w.-]*\.(?:txt|in)|Pipfile|environment\.ya?ml)$")
LISTS = re.compile(r"^(.*?)/?requirements/[\w.-]+\.(?:txt|in)$")
DECLARES = (("project",), ("tool", "poetry"), ("tool", "pdm"), ("tool", "flit"), ("dependency-groups",), ("name",), ("dependencies",))
SOURCE = re.compile(r"\.(?:py|ipynb|[cm]?[jt]sx?|go|rs|java|kt|cs|rb|php|vue|svelte)$")
ASIDE = frozenset({"vendored", "generated", "example", "test", "eval", "migration", "notebook", "script"})
GALLERY = 6
ENCLOSED = "probe.py"


def folders(paths: Collection[str], facts: Mapping[str, FileFacts], config: Config, modules: Modules) -> dict[str, str]:
    """Path → the folder of its sub-project, '' being the root."""
    found = named(paths, config) if config.projects else detected(paths, facts, modules)
    return {path: owner(path, found) for path in paths}


def owner(path: str, found: Collection[str]) -> str:
    """The deepest of the folders that a path lies in."""
    cut = path.rfind("/") if found else -1
    while cut > 0:
        if path[:cut] in found:
            return path[:cut]
        cut = path.rfind("/", 0, cut)
    return ""


def named(paths: Collection[str], config: Config) -> set[str]:
    """The outermost folders that the configuration names."""
    spec = GitIgnoreSpec.from_lines(config.projects)
    every = {folder for path in paths for folder in ancestors(path)}
    matched = {folder for folder in every if spec.match_file(f"{folder}/")}
    return {folder for folder in matched if not matched & set(ancestors(folder))}


def detected(paths: Collection[str], facts: Mapping[str, FileFacts], modules: Modules) -> set[str]:
    """Folders with a manifest and source of their own that are no part of the project around them."""
    names = manifests(paths, facts)
    candidates = {folder for folder in names if folder and not _is_aside(folder)}
    sources: dict[str, set[str]] = {}
    for path in paths:
        if SOURCE.search(path) and by_path(path) not in ASIDE - {"notebook"}:
            sources.setdefault(owner(path, candidates), set()).add(splitext(path)[1])
    strong = {folder for folder in candidates & sources.keys() if is_strong(names[folder], sources[folder])}
    known = set(paths)
    found = strong | {folder for folder in candidates & sources.keys() if f"{dirname(folder)}/__init__.py" not in known}
    found -= joined(found, strong, facts, modules, within_root="" in names)
    return set() if is_gallery(found, paths) else found


def manifests(paths: Collection[str], facts: Mapping[str, FileFacts]) -> dict[str, set[str]]:
    """Folder → the names of its manifests."""
    known = set(paths)
    found: dict[str, set[str]] = {}
    for path in paths:
        name = basename(path)
        if lists := LISTS.match(path):
            found.setdefault(lists[1], set()).add(name)
        elif (STRONG.match(name) or WEAK.match(name)) and declares(path, name, facts, known):
            found.setdefault(dirname(path), set()).add(name)
    return found


def is_strong(names: Iterable[str], endings: Collection[str]) -> bool:
    """Whether manifests say more than what is installed; the one of another language than the source does not count."""
    return any(STRONG.match(name) and (name != "package.json" or endings != {".py"}) for name in names)


def declares(path: str, name: str, facts: Mapping[str, FileFacts], known: Collection[str]) -> bool:
    """Whether a manifest is one: not a tool's configuration, not a module that is called setup."""
    if name == "setup.py":
        return f"{path.removesuffix(name)}__init__.py" not in known
    read = facts.get(path)
    if name not in {"pyproject.toml", "package.json"} or read is None or read.diagnostics:
        return True
    return any(setting.key[: len(head)] == head for setting in read.settings for head in DECLARES)


def joined(found: set[str], strong: set[str], facts: Mapping[str, FileFacts], modules: Modules, *, within_root: bool) -> set[str]:
    """Those folders that imports tie to the project around them.

    One with no more than a list of requirements belongs to it where either imports the other; one with a manifest only where it is imported.
    """
    enclosed = {folder for folder in found if within_root or any(above in found for above in ancestors(folder))}
    crossed = set(crossings(found, facts, modules))
    users = {source for source, _ in crossed if source not in strong}
    used = {target for source, target in crossed if target not in strong or lies_above(source, target)}
    return enclosed & (users | used)


def lies_above(folder: str, other: str) -> bool:
    """Whether a folder, '' being the root, holds another."""
    return not folder or other.startswith(f"{folder}/")


def crossings(found: set[str], facts: Mapping[str, FileFacts], modules: Modules) -> Iterator[tuple[str, str]]:
    """(importing folder, imported folder) of every import between two of the folders, or one of them and the root."""
    if not found:
        return
    for path, read in facts.items():
        if read.python is None:
            continue
        source = owner(path, found)
        if not source and by_path(path) in ASIDE:
            continue  # tests at the root may be about any of the projects
        for imported in read.python.imports:
            target = modules.find(path, imported.module, imported.level)
            if target and not target.endswith("/") and (owned := owner(target, found)) != source:
                yield source, owned


def imported_files(facts: Mapping[str, FileFacts], modules: Modules) -> frozenset[str]:
    """The project's own files that another of them imports."""
    pairs = ((path, modules.find(path, found.module, found.level)) for path, read in facts.items() if read.python for found in read.python.imports)
    return frozenset(target for path, target in pairs if target and target != path)


def is_gallery(found: set[str], paths: Collection[str]) -> bool:
    """Whether the repository is a collection of recipes, in which no folder is a product: mostly notebooks and samples."""
    if len(found) < GALLERY:
        return False
    sources = [path for path in paths if path.endswith((".py", ".ipynb"))]
    shown = sum(by_path(path) in {"notebook", "example"} for path in sources)
    return shown * 2 >= len(sources)


def _is_aside(folder: str) -> bool:
    """Whether a folder serves the project around it: tests, examples, scripts, hidden folders."""
    return by_path(f"{folder}/{ENCLOSED}") in ASIDE or any(part.startswith(".") for part in folder.split("/"))
