"""A snapshot: the files of a commit, written out by ourselves, and what of them the disk still has."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.discover import read_bytes
from ailint.file_formats import READ, format_of
from ailint.git import BLOB, DIGITS_OF_SHA256, PARTIAL, SUBMODULE, TreeEntry, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from ailint.git import Repository

LARGEST = 16 << 20  # bytes: what is larger is known by its size alone
ROOM = 1 << 30  # bytes that are written of what the disk does not have
FILES = frozenset({"100644", "100755", "100664"})
POINTER = re.compile(rb"version https://git-lfs[^\n]*\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (\d+)\n")
UNSAFE = re.compile(r"[\\:\0]")


class Snapshot(NamedTuple):
    """A commit's files in a folder. `same` are the paths whose content the disk has too; `copied` those of them that are written in full."""

    commit: str
    folder: Path
    same: frozenset[str]
    copied: frozenset[str]
    renamed: Mapping[str, str]


def write_out(repository: Repository, commit: str, head: str, folder: Path) -> Snapshot:
    """Write the files of a commit to a folder; what the disk has alike is taken from there, links and hostile names are left out."""
    entries = [entry for entry in repository.files(commit) if is_safe(entry.path)]
    copied, alike, others, room = set[str](), set[str](), list[TreeEntry](), ROOM
    for entry in (entry for entry in entries if entry.type == BLOB and entry.mode in FILES):
        data = _on_disk(repository.root, entry.path, LARGEST)
        if data is not None and is_blob(data, entry.sha):
            _write(folder, entry.path, data)
            copied.add(entry.path)
        elif entry.size > min(LARGEST, room):
            _write(folder, entry.path, b"", entry.size)
            alike |= {entry.path} if _size(repository.root, entry.path) == entry.size > LARGEST else set()
        else:
            others.append(entry)
            room -= entry.size
    copied.update(_submodules(repository.root, [entry.path for entry in entries if entry.type == SUBMODULE], folder))
    copied.update(_fetched(repository, others, folder))
    renamed = repository.renames(commit, head) if commit != head else {}
    return Snapshot(commit, folder, frozenset(copied | alike), frozenset(copied), renamed)


def is_safe(path: str) -> bool:
    """Whether a path of a commit leads to a file below the folder, on any system, and into no git directory."""
    parts = path.split("/")
    return not UNSAFE.search(path) and all(part and part.rstrip(". ") == part and part.lower() not in {".", "..", ".git"} for part in parts)


def is_blob(data: bytes, sha: str) -> bool:
    """Whether git knows these bytes, or the same with the line ends of Unix, by this name."""
    made = hashlib.sha256 if len(sha) == DIGITS_OF_SHA256 else hashlib.sha1
    forms = (data, data.replace(b"\r\n", b"\n")) if b"\r\n" in data else (data,)
    return any(made(b"blob %d\0" % len(form) + form, usedforsecurity=False).hexdigest() == sha for form in forms)


def _fetched(repository: Repository, entries: list[TreeEntry], folder: Path) -> Iterator[str]:
    """Write what only git has; the paths of those that are large files, kept elsewhere, of which the disk has the content."""
    for entry, data in zip(entries, repository.blobs(entry.sha for entry in entries), strict=True):
        if data is None and format_of(entry.path) in READ:
            refuse(f"`{entry.path}` of the base is not here; {PARTIAL}")
        if data is None:
            _write(folder, entry.path, b"")
            continue
        pointer = POINTER.match(data)
        content = _on_disk(repository.root, entry.path, LARGEST) if pointer else None
        if pointer and content is not None and hashlib.sha256(content).hexdigest().encode() == pointer[1]:
            _write(folder, entry.path, content)
            yield entry.path
        else:
            _write(folder, entry.path, data)


def _submodules(root: Path, paths: Iterable[str], folder: Path) -> Iterator[str]:
    """Copy submodules as the disk has them: their own history is not looked at."""
    for top in paths:
        for file in sorted((root / top).rglob("*")) if (root / top).is_dir() else ():
            path = file.relative_to(root).as_posix()
            data = _on_disk(root, path, LARGEST) if is_safe(path) else None
            if data is not None:
                _write(folder, path, data)
                yield path


def _on_disk(root: Path, path: str, limit: int) -> bytes | None:
    """The bytes of a file, None where there is none or it is larger; a link is none."""
    try:
        data = read_bytes(root, path, limit + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= limit else None


def _size(root: Path, path: str) -> int:
    try:
        return (root / path).lstat().st_size
    except (OSError, ValueError):
        return -1


def _write(folder: Path, path: str, data: bytes, size: int | None = None) -> None:
    """Write a file, or one of a size without content; where another stands in its way, as two names do that differ in case, it is left out."""
    file = folder / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as target:
            target.write(data)
            if size is not None:
                target.truncate(size)
    except (OSError, ValueError):
        return
