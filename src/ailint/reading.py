"""Reading a project: discovered, read and linked, with the files around those that are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint import packs
from ailint.discover import Contents, Discovery, SourceFile, discover
from ailint.errors import PackError
from ailint.facts import Diagnostic
from ailint.file_formats import OTHER, READ, format_of, size_limit
from ailint.knowledge import TableError, load
from ailint.knowledge.hosts import load_hosts
from ailint.project import Project
from ailint.read.files import read, read_data
from ailint.read.secrets import with_secrets
from ailint.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from ailint.config import Config
    from ailint.knowledge import Knowledge
    from ailint.project.base import Base

    Progress = Callable[[str], None]


class Typed(NamedTuple):
    """A file whose content comes from an editor, not from the disk."""

    path: str
    data: bytes


class Reading(NamedTuple):
    """A project as it was read: `selected` are the files asked about, the rest is there to understand them."""

    project: Project
    selected: frozenset[str]
    sources: Sources
    diagnostics: tuple[Diagnostic, ...]

    @property
    def files(self) -> int:
        """How many of the selected files are of a format that is read."""
        return sum(format_of(path) != OTHER for path in self.selected)


def silent(doing: str) -> None:
    """Tell nobody what begins."""
    del doing


def read_project(
    config: Config, paths: Sequence[Path] = (), progress: Progress = silent, typed: Typed | None = None, base: Base | None = None
) -> Reading:
    """Discover, read and link. Parts of a project are understood in the light of all of it, so all of it is read."""
    progress("looking for files")
    everything = discover(config)
    if typed:
        asked = Discovery((SourceFile(typed.path, len(typed.data), format_of(typed.path)),), ())
    else:
        whole = not paths or (len(paths) == 1 and paths[0].resolve() == config.root)
        asked = everything if whole else discover(config, paths)
    progress(f"reading {len(everything.files)} files")
    knowledge = base.project.knowledge if base else load_knowledge(config)
    reading = link(config, asked, knowledge, everything.files, typed, base=base)
    return reading._replace(diagnostics=(*reading.diagnostics, *_nested(reading)))


def link(  # noqa: PLR0913 -- what a project is made of
    config: Config,
    asked: Discovery,
    knowledge: Knowledge,
    around: Iterable[SourceFile] = (),
    typed: Typed | None = None,
    *,
    base: Base | None = None,
) -> Reading:
    """The project of the files `asked` about and of those `around` them. What is still as it was in the `base` is not read again."""
    found = {file.path: file for file in (*around, *asked.files)}
    files = [found[path] for path in sorted(found) if typed is None or path != typed.path]
    contents = Contents(config.root)
    known = base.facts if base else {}
    facts = read(files, contents, config.jobs, roots=knowledge.read_roots, marks=load_hosts().marks, known=known)
    facts = with_secrets(facts, files, contents)
    if typed and format_of(typed.path) in READ:
        facts = (*facts, read_data(typed.path, format_of(typed.path), typed.data))
    project = Project(config.root, facts, config, tuple(sorted(found)), knowledge, base=base)
    sources = Sources(project.files, lambda path: typed.data if typed and path == typed.path else _bytes(config, contents, path))
    selected = frozenset(file.path for file in asked.files)
    diagnostics = (*asked.diagnostics, *(found for file in facts if file.path in selected for found in file.diagnostics))
    return Reading(project, selected, sources, diagnostics)


def _nested(reading: Reading) -> Iterator[Diagnostic]:
    """Configuration below the root, which a team may believe to count."""
    for path in sorted(reading.selected):
        folder, _, name = path.rpartition("/")
        mine = name == "ailint.toml" or (name == "pyproject.toml" and "[tool.ailint" in reading.sources.text(path))
        if folder and mine and reading.project.role(path) == "app":
            yield Diagnostic(path, 0, "nested-configuration", "only the configuration at the root counts")


def _bytes(config: Config, contents: Contents, path: str) -> bytes:
    return contents.first(path, size_limit(path, format_of(path), config.max_file_size) or config.max_file_size)


def load_knowledge(config: Config) -> Knowledge:
    """The library tables, ailint's own and the project's."""
    try:
        return load(packs.folders_named(config, "knowledge", "*.yaml"), config.cache)
    except TableError as error:
        raise PackError(str(error)) from error
