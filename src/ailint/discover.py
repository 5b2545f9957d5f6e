"""Discovery: the files of a repository that git would keep, and safe access to their bytes."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from pathspec import GitIgnoreSpec

from ailint.errors import UserError
from ailint.facts import Diagnostic
from ailint.file_formats import OTHER, format_of, size_limit
from ailint.ignores import Ignores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ailint.config import Config

NEVER = frozenset({
    ".git", ".hg", ".svn", ".jj", ".bzr", ".venv", "venv", "virtualenv", ".direnv", "node_modules", "bower_components", "jspm_packages", ".yarn",
    ".pnpm-store", "site-packages", "__pycache__", "__pypackages__", ".eggs", ".tox", ".nox", "build", "dist", "_build", "htmlcov", ".mypy_cache",
    ".ruff_cache", ".pytest_cache", ".pytype", ".hypothesis", ".cache", ".ipynb_checkpoints", ".next", ".nuxt", ".svelte-kit", ".turbo",
    ".parcel-cache", ".terraform", ".serverless", ".aws-sam", ".gradle", ".idea",
})  # fmt: skip
# folders of which only some files are anybody's but the editor's
ONLY = {".vscode": frozenset({"mcp.json", "settings.json"})}
VENV_MARK = "pyvenv.cfg"
IGNORE_FILE = ".gitignore"
LONGEST_IGNORE_FILE = 1 << 18


class SourceFile(NamedTuple):
    """A file of the repository; `path` is relative to the root, with `/`."""

    path: str
    size: int
    format: str


class Discovery(NamedTuple):
    """What there is, sorted by path, and what could not be looked at."""

    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]


class Rules(NamedTuple):
    """Ignore patterns and the folder that they count from, with a `/` at its end."""

    folder: str
    ignores: Ignores


def discover(config: Config, paths: Sequence[Path] = ()) -> Discovery:
    """The files below `paths`, the whole root if there are none. A file or folder that is named is taken unless `force-exclude` is set."""
    walk = Walk(config)
    for start in _starts(config.root, paths):
        walk.take(start)
    files = tuple(walk.files[path] for path in sorted(walk.files))
    return Discovery(files, tuple(sorted(walk.diagnostics, key=lambda found: (found.path, found.code))))


def read_bytes(root: Path, path: str, limit: int) -> bytes:
    """At most `limit` bytes of a file; OSError where it is none, or a link on its way could lead out of the root."""
    return Contents(root).first(path, limit)


class Contents:
    """The bytes of a repository's files, at most `limit` of each, read once, as long as all that are kept fit in `room`."""

    def __init__(self, root: Path, limit: int = 1 << 28, room: int = 64 << 20) -> None:
        self.root = root
        self.limit = limit
        self._room = room
        self._kept: dict[str, bytes] = {}
        self._linked: dict[str, bool] = {"": False}

    def of(self, path: str) -> bytes:
        """The bytes of a file; OSError as `read_bytes`."""
        data = self._kept.get(path)
        if data is None:
            data = self.first(path, self.limit)
            if len(data) <= self._room:
                self._room -= len(data)
                self._kept[path] = data
        return data

    def last(self, path: str) -> bytes:
        """The bytes of a file that nobody will ask for again."""
        data = self._kept.pop(path, None)
        return self.first(path, self.limit) if data is None else data

    def first(self, path: str, limit: int) -> bytes:
        """The first bytes of a file, which are not kept; OSError as `read_bytes`."""
        if self._is_reached_by_link(path):
            message = "reached through a link"
            raise OSError(message)
        # without O_NONBLOCK a pipe that takes the file's place would wait for a writer for ever
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(f"{self.root}/{path}", flags)
        with os.fdopen(handle, "rb", buffering=0) as file:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                message = "not a regular file"
                raise OSError(message)
            return file.read(min(limit, about.st_size))

    def _is_reached_by_link(self, path: str) -> bool:
        """Whether a link stands on the way to a file, or it is one; each folder is looked at once."""
        parts = path.split("/")
        if ".." in parts or path.startswith(("/", "\\")):
            return True
        folder = path.rpartition("/")[0]
        if folder not in self._linked:
            self._linked[folder] = any(_is_link(f"{self.root}/{above}") for above in _folders_above(path))
        return self._linked[folder] or _is_link(f"{self.root}/{path}")


class Walk:
    """One pass over the disk; collects files by path, and diagnostics."""

    def __init__(self, config: Config) -> None:
        self.files: dict[str, SourceFile] = {}
        self.diagnostics: list[Diagnostic] = []
        self._root = config.root
        self._limit = config.max_file_size
        self._force = config.force_exclude
        self._respect = config.respect_gitignore
        cases = (f"/{pack.strip('/')}/*/*/cases/" for pack in config.rule_packs)  # wrong on purpose
        self._excluded = Ignores((*config.exclude, *config.extend_exclude, *cases))
        self._prompts = GitIgnoreSpec.from_lines(config.paths.prompts)
        self._own = self._own_rules()
        self._rules: dict[str, tuple[Rules, ...]] = {}
        self._outside: dict[str, bool] = {}

    def take(self, start: str) -> None:
        """Everything below a named folder, or the named file."""
        full = f"{self._root}/{start}"
        is_folder = os.path.isdir(full)  # noqa: PTH112 -- a hook may name ten thousand files
        if self._force and start and self._is_outside(start, folder=is_folder):
            return
        if is_folder:
            self._below(start, self._rules_above(start))
        else:
            self._add(start, os.stat(full).st_size)  # noqa: PTH116 -- likewise

    def _is_outside(self, path: str, *, folder: bool) -> bool:
        """Whether a path, or a folder on the way to it, is left out."""
        if any(self._is_left_out_folder(above) for above in _folders_above(path)):
            return True
        return self._left_out(path, folder=folder, rules=self._rules_above(path))

    def _is_left_out_folder(self, folder: str) -> bool:
        if folder not in self._outside:
            self._outside[folder] = self._left_out(folder, folder=True, rules=self._rules_above(folder))
        return self._outside[folder]

    def _rules_above(self, path: str) -> tuple[Rules, ...]:
        """The ignore rules of the folders between the root and a path, each folder asked once."""
        rules = self._own
        for folder in ("", *_folders_above(path)) if path else ():
            if folder not in self._rules:
                self._rules[folder] = self._with_ignore_file(folder, rules)
            rules = self._rules[folder]
        return rules

    def _own_rules(self) -> tuple[Rules, ...]:
        lines = self._lines(".git/info/exclude") if self._respect else []
        return (Rules("", Ignores(lines)),)

    def _below(self, start: str, rules: tuple[Rules, ...]) -> None:
        pending = [(start, rules)]
        while pending:
            folder, outer = pending.pop()
            entries = self._entries(folder)
            if any(entry.name == VENV_MARK for entry in entries):
                continue
            here = self._with_ignore_file(folder, outer) if any(entry.name == IGNORE_FILE for entry in entries) else outer
            pending += [(path, here) for path in self._visit(folder, entries, here)]

    def _visit(self, folder: str, entries: Iterable[os.DirEntry[str]], rules: tuple[Rules, ...]) -> Iterator[str]:
        """Take the files among the entries; the folders to go on with."""
        prefix = f"{folder}/" if folder else ""
        for entry in entries:
            path = prefix + entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if self._left_out(path, folder=is_folder, rules=rules):
                continue
            if is_folder:
                yield path
            elif entry.is_symlink():
                self._link(path)
            elif entry.is_file(follow_symlinks=False):
                self._add(path, self._size(entry))

    def _left_out(self, path: str, *, folder: bool, rules: tuple[Rules, ...]) -> bool:
        name = path.rpartition("/")[2]
        if folder and (name in NEVER or name.endswith(".egg-info")):
            return True
        if not folder and name not in ONLY.get(path.rpartition("/")[0].rpartition("/")[2], {name}):
            return True
        if self._excluded.verdict(path, folder=folder):
            return True
        for above, ignores in reversed(rules):
            verdict = ignores.verdict(path[len(above) :], folder=folder) if path.startswith(above) else None
            if verdict is not None:
                return verdict
        return False

    def _with_ignore_file(self, folder: str, rules: tuple[Rules, ...]) -> tuple[Rules, ...]:
        prefix = f"{folder}/" if folder else ""
        lines = self._lines(prefix + IGNORE_FILE) if self._respect else []
        return (*rules, Rules(prefix, Ignores(lines))) if lines else rules

    def _lines(self, path: str) -> list[str]:
        try:
            return read_bytes(self._root, path, LONGEST_IGNORE_FILE).decode(errors="replace").splitlines()
        except OSError:
            return []

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._root / folder) as found:
                return list(found)
        except OSError as error:
            self._note(folder or ".", "unreadable", f"cannot be listed: {error.strerror}")
            return []

    def _add(self, path: str, size: int) -> None:
        if not _is_text(path):
            self._note(path.encode(errors="replace").decode(), "unreadable", "its name is no Unicode text")
            return
        found = format_of(path)
        if found == OTHER and self._prompts.match_file(path):
            found = "prompt"
        limit = size_limit(path, found, self._limit)
        if limit is not None and size > limit:
            if found != "json":  # a JSON file of that size is data, which is listed and not read
                self._note(path, "too-large", f"{size:,} bytes, more than the {limit:,} that are read")
            found = OTHER
        self.files[path] = SourceFile(path, size, found)

    def _link(self, path: str) -> None:
        """A link is never followed: what it leads to is found by itself, or lies outside and is none of ours."""
        target = os.path.realpath(self._root / path)
        root = os.path.realpath(self._root)
        if target != root and not target.startswith(root + os.sep):
            self._note(path, "link-outside", "a link that leads out of the repository is not followed")

    def _note(self, path: str, code: str, message: str) -> None:
        self.diagnostics.append(Diagnostic(path, 0, code, message))

    @staticmethod
    def _size(entry: os.DirEntry[str]) -> int:
        try:
            return entry.stat(follow_symlinks=False).st_size
        except OSError:
            return 0


def _starts(root: Path, paths: Sequence[Path]) -> Iterator[str]:
    """Named paths relative to the root; UserError for one that is missing or outside."""
    home = root.resolve()
    for path in paths or (root,):
        full = path.resolve()
        if not full.exists():
            message = f"{path}: no such file or folder"
            raise UserError(message)
        if not full.is_relative_to(home):
            message = f"{path}: outside of {root}"
            raise UserError(message)
        relative = full.relative_to(home).as_posix()
        yield "" if relative == "." else relative


def _folders_above(path: str) -> list[str]:
    """The folders between the root and a path, outermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: index + 1]) for index in range(len(parts))]


def _is_link(path: str) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return False


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
