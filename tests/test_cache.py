"""The cache: its folder, and that a run does not depend on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ailint.cache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

VARIABLES = ("AILINT_NO_CACHE", "AILINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA")

FOLDERS: dict[str, tuple[str, dict[str, str], Path | None]] = {
    "switched off": ("linux", {"AILINT_NO_CACHE": "1", "AILINT_CACHE_DIR": "x"}, None),
    "chosen": ("linux", {"AILINT_CACHE_DIR": "x"}, Path("x")),
    "XDG": ("linux", {"XDG_CACHE_HOME": "y"}, Path("y/ailint")),
    "home": ("linux", {"HOME": "/h"}, Path("/h/.cache/ailint")),
    "macOS": ("darwin", {"HOME": "/h"}, Path("/h/Library/Caches/ailint")),
    "Windows": ("win32", {"LOCALAPPDATA": "z"}, Path("z/ailint")),
}


@pytest.mark.parametrize(("platform", "environment", "folder"), FOLDERS.values(), ids=FOLDERS.keys())
def test_folder(platform: str, environment: dict[str, str], folder: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == folder


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder() is None


def homeless() -> Path:
    message = "no home"
    raise RuntimeError(message)


@pytest.mark.usefixtures("repo")
def test_a_cache_that_cannot_be_written_costs_nothing(ailint: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ailint("check", "--cache-dir", str(tmp_path / "file" / "below")).exit_code == 1


@pytest.mark.usefixtures("repo")
def test_the_cache_is_used_and_can_be_left_out(ailint: Callable[..., Result], tmp_path: Path) -> None:
    assert ailint("check", "--no-cache", "--cache-dir", str(tmp_path / "cache")).exit_code == 1
    assert not (tmp_path / "cache").exists()
    assert ailint("check", "--cache-dir", str(tmp_path / "cache")).exit_code == 1
    assert list((tmp_path / "cache").glob("libraries-*.msgpack"))
