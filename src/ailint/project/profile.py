"""The profile of a repository: its sub-projects, their kinds, and what their files are for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import basename, dirname
from typing import TYPE_CHECKING

from ailint.project.kinds import Addresses, Part, kind_of
from ailint.project.roles import Roles, role_of
from ailint.project.subprojects import folders, imported_files, lies_above

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ailint.config import Config
    from ailint.facts import FileFacts
    from ailint.knowledge import Knowledge
    from ailint.read.modules import Modules

__all__ = ["Profile", "SubProject", "profile", "role_of"]

MANIFESTS = (re.compile(r"pyproject\.toml"), re.compile(r"package\.json"), re.compile(r"requirements.*\.txt"), re.compile(r"README\.md"))
NAME_KEYS = (("project", "name"), ("tool", "poetry", "name"), ("name",), ("metadata", "name", "0"))


@dataclass(frozen=True, slots=True)
class SubProject:
    """A project of the repository. `manifest` is where findings about the whole of it stand.

    `shared`: files of the projects around it that serve it too: pipelines, task files, tests, evaluations, settings, but no app code.
    """

    path: str
    name: str
    kind: str
    manifest: str
    files: tuple[str, ...]
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Sub-projects, the root's first, and the roles of all files."""

    subprojects: tuple[SubProject, ...]
    roles: Roles


def profile(
    paths: Collection[str],
    facts: Mapping[str, FileFacts],
    config: Config,
    knowledge: Knowledge,
    modules: Modules,
) -> Profile:
    """What the repository is made of."""
    owners = folders(paths, facts, config, modules)
    roles = Roles(owners, config)
    files: dict[str, list[str]] = {}
    for path in sorted(paths):
        files.setdefault(owners[path], []).append(path)
    if not files:
        return Profile((SubProject(".", config.root.name, "none", "", ()),), roles)
    imported = imported_files(facts, modules)
    addresses = Addresses()
    found = []
    for folder in sorted(files):
        shared = tuple(
            path for above in files if above != folder and lies_above(above, folder) for path in files[above] if _serves_all(path, roles, facts)
        )
        part = Part(tuple(files[folder]), shared, roles.of, facts, knowledge, modules, imported, addresses)
        manifest = _manifest(folder, part.paths)
        name = _name(facts.get(manifest)) or basename(folder) or config.root.name
        found.append(SubProject(folder or ".", name, kind_of(part), manifest, part.paths, shared))
    return Profile(tuple(found), roles)


def _serves_all(path: str, roles: Roles, facts: Mapping[str, FileFacts]) -> bool:
    """Whether a file may serve projects below its own: anything but application code."""
    read = facts.get(path)
    return roles.of(path) != "app" or (read is not None and read.python is None)


def _manifest(folder: str, paths: tuple[str, ...]) -> str:
    """The file that stands for the whole: a manifest at the top, one below, a README, the first file."""
    own = [path for path in paths if dirname(path) == folder]
    for pattern in MANIFESTS:
        if matching := [path for path in own if pattern.fullmatch(basename(path))]:
            return min(matching, key=lambda path: (len(path), path))
    return paths[0]


def _name(facts: FileFacts | None) -> str:
    settings = facts.settings if facts else ()
    return next((setting.raw for setting in settings if setting.key in NAME_KEYS), "")
