"""What git tracks, read from its index: nothing of git is run, which a repository's settings could make do anything."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from ailint.discover import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNATURE = b"DIRC"
FIXED = 62  # bytes of an entry before its path
EXTENDED = 0x4000
LARGEST = 64 << 20
SIMPLE_VERSIONS = frozenset({2, 3})  # paths of version 4 are cut by what they share with the one before


def tracked(root: Path) -> dict[str, str]:
    """Path → object name of each file in the index of the repository at `root`; empty where there is none that can be read."""
    try:
        return dict(entries(read_bytes(root, ".git/index", LARGEST)))
    except (OSError, ValueError, struct.error):
        return {}


def entries(data: bytes) -> Iterator[tuple[str, str]]:
    """The entries of an index. ValueError where it is no index, or of a version that is not read."""
    signature, version, count = struct.unpack_from(">4sII", data)
    if signature != SIGNATURE or version not in SIMPLE_VERSIONS:
        message = "not an index"
        raise ValueError(message)
    at = 12
    for _ in range(count):
        (flags,) = struct.unpack_from(">H", data, at + FIXED - 2)
        start = at + FIXED + (2 if flags & EXTENDED else 0)
        end = data.index(b"\0", start)
        yield data[start:end].decode("utf-8", "surrogateescape"), data[at + 40 : at + 60].hex()
        at += (end - at + 8) // 8 * 8
