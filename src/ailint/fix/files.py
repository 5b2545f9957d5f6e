"""Files that are changed: written whole or not at all, never through a link, with their mode and line ends kept."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

from ailint.discover import read_bytes
from ailint.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1 << 28


def current(root: Path, path: str) -> bytes | None:
    """The bytes of a file, None where there is none; UserError for what is no file of the repository."""
    try:
        return read_bytes(root, path, LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path}: cannot be changed: {error.strerror or error}"
        raise UserError(message) from error


def write(root: Path, path: str, data: bytes, *, before: bytes | None) -> None:
    """Put `data` in the place of `before`, None standing for no file; UserError if the file is another by now or cannot be written."""
    if current(root, path) != before:
        message = f"{path}: changed while ailint was about to write it"
        raise UserError(message)
    try:
        _replace(root / path, data, new=before is None)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}"
        raise UserError(message) from error


def line_end(text: str) -> str:
    """The line end that most lines of a text have."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])


def _replace(file: Path, data: bytes, *, new: bool) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as partial:
            partial.write(data)
            partial.flush()
            os.fsync(handle)
        _like(file, name, new=new)
        os.replace(name, file)  # noqa: PTH105 -- the name is a text
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 -- likewise
        raise


def _like(file: Path, name: str, *, new: bool) -> None:
    """Give the partial file the mode and owner of the one that it replaces, or those of any new file."""
    if new:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)  # noqa: PTH101 -- the name is a text
        return
    about = file.lstat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(name, about.st_uid, about.st_gid)
    os.chmod(name, stat.S_IMODE(about.st_mode))  # noqa: PTH101 -- likewise
