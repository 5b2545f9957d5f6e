"""Discovery: what git would keep, what is left out, and safe reading."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ailint.config import Config
from ailint.discover import Contents, Discovery, SourceFile, discover, read_bytes
from ailint.errors import UserError
from ailint.facts import Diagnostic
from ailint.settings import Paths

if TYPE_CHECKING:
    from pathlib import Path


def build(root: Path, *files: str, **contents: str) -> None:
    for path, text in {**dict.fromkeys(files, ""), **contents}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def ignore(root: Path, folder: str, *lines: str) -> None:
    build(root, **{f"{folder}/.gitignore".lstrip("/"): "\n".join(lines)})


def found(root: Path, *paths: str, **config: object) -> list[str]:
    discovery = discover(Config(root=root, **config), [root / path for path in paths])  # type: ignore[arg-type]
    return [file.path for file in discovery.files if not file.path.endswith(".gitignore")]


def test_files_are_sorted_with_size_and_format(tmp_path: Path) -> None:
    build(tmp_path, "b/x.md", **{"a.py": "x = 1\n"})
    assert discover(Config(root=tmp_path)) == Discovery((SourceFile("a.py", 6, "python"), SourceFile("b/x.md", 0, "other")), ())


def test_folders_that_are_never_of_the_project(tmp_path: Path) -> None:
    build(tmp_path, "app.py", ".git/config", "node_modules/a/b.js", ".venv/x.py", "src/__pycache__/x.py", "a.egg-info/PKG-INFO", "build/lib/a.py")
    assert found(tmp_path) == ["app.py"]


def test_an_environment_is_known_by_its_mark_not_its_name(tmp_path: Path) -> None:
    build(tmp_path, "env/pyvenv.cfg", "env/lib/x.py", "other/env/settings.py")
    assert found(tmp_path) == ["other/env/settings.py"]


def test_hidden_folders_are_looked_into(tmp_path: Path) -> None:
    build(tmp_path, ".github/workflows/ci.yml")
    assert found(tmp_path) == [".github/workflows/ci.yml"]


def test_gitignore_counts_at_every_level_and_the_nearest_wins(tmp_path: Path) -> None:
    build(tmp_path, "a.log", "keep/a.log", "keep/b.log", "sub/secret", "secret", "out/x/y.py")
    ignore(tmp_path, "", "*.log", "out/")
    ignore(tmp_path, "keep", "!a.log")
    ignore(tmp_path, "sub", "/secret")
    assert found(tmp_path) == ["keep/a.log", "secret"]


def test_nothing_in_an_ignored_folder_comes_back(tmp_path: Path) -> None:
    build(tmp_path, "out/keep.py", "app.py")
    ignore(tmp_path, "", "out/", "!out/keep.py")
    assert found(tmp_path) == ["app.py"]


def test_own_exclude_file_of_the_clone(tmp_path: Path) -> None:
    build(tmp_path, "notes.py", "app.py", **{".git/info/exclude": "notes.py\n"})
    assert found(tmp_path) == ["app.py"]


def test_gitignore_can_be_disregarded(tmp_path: Path) -> None:
    build(tmp_path, "a.py")
    ignore(tmp_path, "", "a.py")
    assert (found(tmp_path), found(tmp_path, respect_gitignore=False)) == ([], ["a.py"])


def test_excludes_of_the_configuration(tmp_path: Path) -> None:
    build(tmp_path, "app.py", "old/a.py", "rules/x/cases/a.py", "rules/x/rule.yaml")
    assert found(tmp_path, exclude=("old/**",), extend_exclude=("rules/**/cases",)) == ["app.py", "rules/x/rule.yaml"]


def test_what_is_named_is_taken(tmp_path: Path) -> None:
    build(tmp_path, "venv/a.py", "out/a.py", "out/b.log", "app.py")
    ignore(tmp_path, "", "out/", "*.log")
    assert found(tmp_path, "venv/a.py", "out") == ["out/a.py", "venv/a.py"]


@pytest.mark.parametrize("named", ["out", "out/a.py", "venv/a.py"])
def test_force_exclude_leaves_out_what_is_named(tmp_path: Path, named: str) -> None:
    build(tmp_path, "venv/a.py", "out/a.py")
    ignore(tmp_path, "", "out/")
    assert found(tmp_path, named, force_exclude=True) == []


def test_a_path_below_the_root_keeps_the_rules_above_it(tmp_path: Path) -> None:
    build(tmp_path, "a/b/x.py", "a/b/x.tmp", "c/y.py")
    ignore(tmp_path, "", "*.tmp")
    assert found(tmp_path, "a/b") == ["a/b/x.py"]


@pytest.mark.parametrize(("path", "words"), [("missing.py", "no such file"), ("..", "outside of")])
def test_a_path_that_cannot_be_linted(tmp_path: Path, path: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        discover(Config(root=tmp_path), [tmp_path / path])


def test_a_large_file_is_said_and_not_read(tmp_path: Path) -> None:
    build(tmp_path, **{"big.py": "x" * 20, "uv.lock": "x" * 20, "data.csv": "x" * 20, "data.json": "x" * 20})
    discovery = discover(Config(root=tmp_path, max_file_size=10))
    assert [(file.path, file.format) for file in discovery.files] == [
        ("big.py", "other"),
        ("data.csv", "other"),
        ("data.json", "other"),
        ("uv.lock", "requirements"),
    ]
    assert discovery.diagnostics == (Diagnostic("big.py", 0, "too-large", "20 bytes, more than the 10 that are read"),)


def test_the_configuration_says_what_else_is_a_prompt(tmp_path: Path) -> None:
    build(tmp_path, "texts/system.md", "texts/list.csv", "texts/a.yaml", "README.md")
    discovery = discover(Config(root=tmp_path, paths=Paths(prompts=("texts/*",))))
    assert [file.format for file in discovery.files] == ["other", "yaml", "prompt", "prompt"]


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, "a/x.py", "b/y.py")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    discovery = discover(Config(root=tmp_path))
    assert [file.path for file in discovery.files] == ["b/y.py"]
    assert discovery.diagnostics == (Diagnostic("a", 0, "unreadable", "cannot be listed: Permission denied"),)


def test_links_are_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    build(root, "app.py")
    build(outside, "secret.py")
    (root / "inside.py").symlink_to(root / "app.py")
    (root / "folder").symlink_to(outside)
    (root / "loop").symlink_to(root)
    discovery = discover(Config(root=root))
    assert [file.path for file in discovery.files] == ["app.py"]
    assert [(said.path, said.code) for said in discovery.diagnostics] == [("folder", "link-outside")]


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xff.py")).write_text("", encoding="utf-8")
    discovery = discover(Config(root=tmp_path))
    assert (discovery.files, [said.code for said in discovery.diagnostics]) == ((), ["unreadable"])


def test_pipes_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    assert found(tmp_path) == []


def test_read_bytes_takes_the_head(tmp_path: Path) -> None:
    build(tmp_path, **{"a.py": "0123456789"})
    assert read_bytes(tmp_path, "a.py", 4) == b"0123"


def test_read_bytes_goes_through_no_link(tmp_path: Path) -> None:
    build(tmp_path, "outside/x.py", "root/a.py")
    (tmp_path / "root" / "link").symlink_to(tmp_path / "outside")
    (tmp_path / "root" / "file.py").symlink_to(tmp_path / "outside" / "x.py")
    os.mkfifo(tmp_path / "root" / "pipe.py")
    for path in ["link/x.py", "file.py", "../outside/x.py", "/etc/passwd", "pipe.py", "missing.py", ""]:
        with pytest.raises(OSError, match=r"."):
            read_bytes(tmp_path / "root", path, 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(st.from_regex(r"[!/*a-c\[\]\\ #?.-]{0,12}", fullmatch=True), max_size=5))
def test_any_ignore_file_is_survived(tmp_path: Path, lines: list[str]) -> None:
    build(tmp_path, "a/b.c", "c/a/b")
    ignore(tmp_path, "", *lines)
    assert set(found(tmp_path)) <= {"a/b.c", "c/a/b"}


def test_contents_are_read_once_while_there_is_room(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_bytes(b"old")
    contents = Contents(tmp_path, room=4)
    assert (contents.of("a.py"), contents.of("b.py")) == (b"old", b"old")
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_bytes(b"new")
    assert (contents.of("a.py"), contents.of("b.py")) == (b"old", b"new")
    assert (contents.last("a.py"), contents.of("a.py")) == (b"old", b"new")
