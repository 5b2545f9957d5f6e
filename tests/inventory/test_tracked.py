"""Git's index, read without running git."""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.inventory.tracked import entries, tracked

if TYPE_CHECKING:
    from pathlib import Path


def index(files: dict[str, bytes], version: int = 2) -> bytes:
    """An index that tracks these files."""
    parts = [struct.pack(">4sII", b"DIRC", version, len(files))]
    for path, data in files.items():
        name = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).digest()
        entry = bytes(40) + name + struct.pack(">H", len(path)) + path.encode()
        parts.append(entry + b"\0" * (8 - len(entry) % 8))
    return b"".join(parts)


def test_entries(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_bytes(index({"a.md": b"one\n", "prompts/longer-name.md": b"two\n"}))
    assert tracked(tmp_path) == {
        "a.md": "5626abf0f72e58d7a153368ba57db4c673c0e171",
        "prompts/longer-name.md": "f719efd430d52bcfc8566a43b2eb655688d38871",
    }


def test_no_repository(tmp_path: Path) -> None:
    assert tracked(tmp_path) == {}


@pytest.mark.parametrize("data", [b"", b"DIRC", b"GIT!" + bytes(20), index({"a": b""}, version=4), index({"a": b""})[:40]])
def test_what_is_no_index_tracks_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_bytes(data)
    assert tracked(tmp_path) == {}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index").write_bytes(index({"a.md": b"one"}))
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo" / ".git").symlink_to(tmp_path / "elsewhere")
    assert tracked(tmp_path / "repo") == {}


@given(st.binary(max_size=200))
def test_any_bytes_give_entries_or_a_plain_error(data: bytes) -> None:
    try:
        assert all(len(name) <= 40 for _, name in entries(b"DIRC\0\0\0\2\0\0\0\3" + data))
    except (ValueError, struct.error):
        return
