"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself on commits, pushes and deletions, without a network.

Their entries are run as they are written; only `language: python`, which would install ailint from an index, is replaced.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
import yaml

from ailint.cli.main import main
from tests.repository import FIXTURES, Repository
from tests.sample import UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
CLEAN = FIXTURES / "production-rag"
BOUNDED = UNBOUNDED.replace("timeout=None", "timeout=20")
NARROW = '[tool.ailint]\nexclude = ["vendor/**"]\n[tool.ailint.lint]\nselect = ["llm-call-no-timeout", "eval-suite-absent"]\n'
# told of every connection that a hook's Python opens, by the interpreter itself
WATCH = """\
import os, sys
def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        with open(os.environ["CONNECTIONS"], "a") as file:
            file.write(f"{event} {arguments}\\n")
sys.addaudithook(watch)
open(os.environ["CONNECTIONS"] + ".watched", "w").close()
"""


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., Repository]:
    """A repository that has hooks installed, what else it holds copied from a folder."""

    def make(*hooks: str, like: Path | None = None, name: str = "repo") -> Repository:
        mirror = Repository(tmp_path / "mirror", tmp_path)
        mirror.write(MANIFEST.name, yaml.safe_dump([{**hook, "language": "unsupported"} for hook in HOOKS]))
        assert mirror.commit().code == 0
        repository = Repository(tmp_path / name, tmp_path)
        if like:
            shutil.copytree(like, repository.root, dirs_exist_ok=True)
        wanted = [{"id": hook} for hook in hooks]
        settings = {"repos": [{"repo": str(mirror.root), "rev": mirror.git("rev-parse", "HEAD"), "hooks": wanted}]}
        repository.write(".pre-commit-config.yaml", yaml.safe_dump(settings))
        installed = repository.run("pre-commit", "install", "--hook-type", "pre-commit", "--hook-type", "pre-push")
        assert installed.code == 0, installed.output
        return repository

    return make


def narrow(repository: Repository, **files: str) -> Repository:
    """An application for two rules alone, so that a test is about one finding."""
    repository.write("pyproject.toml", NARROW)
    repository.write("requirements.txt", "openai==1.99.9\n")
    for name, text in files.items():
        repository.write(name.replace("__", "/") + ".py", text)
    return repository


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_entries_are_commands_that_exist(hook: dict[str, Any]) -> None:
    program, name, *options = hook["entry"].split()
    command = main.get_command(click.Context(main), name)
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert program == "ailint"
    assert {option for option in options if option.startswith("--")} <= known


def test_a_commit_of_bad_code_is_stopped(start: Callable[..., Repository]) -> None:
    done = narrow(start("ailint"), app=UNBOUNDED).commit()
    assert done.code == 1
    assert "llm-call-no-timeout" in done.output


def test_a_clean_repository_passes_all_hooks(start: Callable[..., Repository]) -> None:
    repository = start("ailint", "ailint-files", "ailint-project", like=CLEAN)
    done = repository.commit()
    assert done.code == 0, done.output
    pushed = repository.run("pre-commit", "run", "--all-files", "--hook-stage", "pre-push")
    assert (pushed.code, pushed.output.count("Passed")) == (0, 3), pushed.output


def test_only_changed_files_are_judged_and_nothing_is_said_to_be_missing(start: Callable[..., Repository]) -> None:
    repository = narrow(start("ailint-files"), old=UNBOUNDED)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--no-verify", "--message", "Old code")
    repository.write("new.py", BOUNDED)
    assert repository.commit().code == 0
    repository.write("worse.py", UNBOUNDED)
    done = repository.commit()
    assert (done.code, "worse.py" in done.output, "old.py" in done.output) == (1, True, False)
    assert "eval-suite-absent" not in done.output


def test_excludes_hold_for_named_files_and_a_commit_of_nothing_else_passes(start: Callable[..., Repository]) -> None:
    repository = narrow(start("ailint-files", name="vendor/venv/build"), vendor__copied=UNBOUNDED)
    done = repository.commit()
    assert done.code == 0, done.output
    repository.write("README.md", "# Words\n")
    assert repository.commit().code == 0
    repository.write("vendor/copied.py", UNBOUNDED + "\n")
    assert repository.commit().code == 0
    repository.write("app.py", UNBOUNDED)
    assert "app.py:3" in repository.commit().output


def test_a_commit_that_only_deletes_the_evaluation_is_caught_before_it_is_pushed(start: Callable[..., Repository], tmp_path: Path) -> None:
    repository = start("ailint", "ailint-files", "ailint-project", like=CLEAN)
    assert repository.commit().code == 0
    repository.git("init", "--quiet", "--bare", str(tmp_path / "bare"))
    repository.git("remote", "add", "origin", str(tmp_path / "bare"))
    repository.git("push", "--quiet", "origin", "main")
    repository.git("rm", "--quiet", "-r", "evals")
    deleted = repository.commit("Delete the evaluation")
    assert (deleted.code, deleted.output.count("Skipped")) == (0, 2)
    pushed = repository.run("git", "push", "--quiet", "origin", "main")
    assert (pushed.code != 0, "eval-suite-absent" in pushed.output) == (True, True), pushed.output


def test_hooks_open_no_connection(start: Callable[..., Repository], tmp_path: Path) -> None:
    repository = start("ailint", "ailint-files", like=CLEAN)
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    repository.environment |= {"PYTHONPATH": str(tmp_path / "watch"), "CONNECTIONS": str(tmp_path / "connections")}
    assert repository.commit().code == 0
    assert (tmp_path / "connections.watched").exists()
    assert not (tmp_path / "connections").exists()
