"""`ailint init`: what it says, writes, asks and leaves alone."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
import tomli
import yaml

from ailint.cli.commands import init
from tests.sample import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

MANIFEST = "[project]\nname = 'sample'\n"


@pytest.fixture(autouse=True)
def fresh(repo: Path) -> Path:
    """The sample application with no configuration, on GitHub."""
    (repo / "pyproject.toml").write_text(MANIFEST, encoding="utf-8")
    (repo / ".git").mkdir()
    (repo / ".git" / "config").write_text('[remote "origin"]\n\turl = https://github.com/acme/sample\n', encoding="utf-8")
    return repo


def everything(repo: Path) -> dict[str, bytes]:
    return {path.relative_to(repo).as_posix(): path.read_bytes() for path in repo.rglob("*") if path.is_file()}


def test_defaults(ailint: Ailint, fresh: Path) -> None:
    result = ailint("init")
    table = tomli.loads((fresh / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ailint"]
    assert (result.exit_code, table) == (0, {"stage": "poc"})
    assert {"written: pyproject.toml", "not written: .pre-commit-config.yaml", "not written: .github/workflows/ailint.yml"} <= set(marks(result))
    assert not (fresh / ".pre-commit-config.yaml").exists()


def marks(result: Result) -> list[str]:
    """The first words of the lines that say what became of a file."""
    return [" ".join(line.split()[: 3 if line.startswith("not ") else 2]) for line in result.stdout.splitlines() if line[:1].strip()]


def test_write(ailint: Ailint, fresh: Path) -> None:
    (fresh / ".gitlab-ci.yml").write_text("test:\n  script: [pytest]\n", encoding="utf-8")
    result = ailint("init", "--write")
    workflow = yaml.safe_load((fresh / ".github/workflows/ailint.yml").read_bytes())
    hooks = yaml.safe_load((fresh / ".pre-commit-config.yaml").read_bytes())
    assert result.exit_code == 0
    assert workflow["permissions"] == {"contents": "read"}
    assert hooks["repos"][0]["hooks"][0]["id"] == "ailint"
    assert "by hand: .gitlab-ci.yml" in result.stdout
    assert (fresh / ".gitlab-ci.yml").read_text(encoding="utf-8") == "test:\n  script: [pytest]\n"


def test_twice_changes_nothing(ailint: Ailint, fresh: Path) -> None:
    ailint("init", "--write")
    before = everything(fresh)
    result = ailint("init", "--write")
    assert (result.exit_code, everything(fresh) == before) == (0, True)
    assert result.stdout.count("there already: ") == 3
    assert "Stage poc, as pyproject.toml has it" in result.stdout


def test_what_is_written_can_be_used(ailint: Ailint) -> None:
    ailint("init", "--stage", "production")
    assert ailint("check", "-v").stderr.count("settings from pyproject.toml") == 1


def test_the_workflow_follows_its_neighbours(ailint: Ailint, fresh: Path) -> None:
    (fresh / ".github/workflows").mkdir(parents=True)
    text = "on:\n  push:\n    branches: [master]\njobs:\n  t:\n    steps:\n      - uses: actions/checkout@v7\n      - run: pytest\n"
    (fresh / ".github/workflows/ci.yml").write_text(text, encoding="utf-8")
    ailint("init", "--write")
    written = (fresh / ".github/workflows/ailint.yml").read_text(encoding="utf-8")
    assert ("branches: [master]" in written, "actions/checkout@v7" in written) == (True, True)


def test_a_workflow_that_runs_ailint_is_left(ailint: Ailint, fresh: Path) -> None:
    (fresh / ".github/workflows").mkdir(parents=True)
    (fresh / ".github/workflows/ci.yml").write_text("on: push\njobs:\n  t:\n    steps:\n      - run: uvx --from ailint-cli ailint check\n", "utf-8")
    assert "there already: .github/workflows/ci.yml runs ailint already" in ailint("init", "--write").stdout


def test_no_github_no_workflow(ailint: Ailint, fresh: Path) -> None:
    (fresh / ".git" / "config").write_text("", encoding="utf-8")
    assert "workflow" not in ailint("init", "--write").stdout


def test_it_asks_on_a_terminal(ailint: Ailint, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "_on_terminal", lambda: True)
    result = ailint("init", stdin="pilot\ny\nn\n")
    table = tomli.loads((fresh / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ailint"]
    assert (result.exit_code, table) == (0, {"stage": "pilot"})
    assert ((fresh / ".pre-commit-config.yaml").exists(), (fresh / ".github").exists()) == (True, False)


def test_to_stop_at_a_question_writes_nothing(ailint: Ailint, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(init, "_on_terminal", lambda: True)
    before = everything(fresh)
    result = ailint("init", stdin="pilot\n")
    assert (result.exit_code, result.stderr.strip().splitlines()[-1]) == (2, "ailint: stopped; nothing was written")
    assert everything(fresh) == before


def test_nothing_to_lint(ailint: Ailint, fresh: Path) -> None:
    for path in (fresh / "app.py", fresh / "requirements.txt", fresh / "pyproject.toml"):
        path.unlink()
    assert ailint("init").exit_code == 3


def test_no_ai(ailint: Ailint, fresh: Path) -> None:
    (fresh / "app.py").write_text(PLAIN, encoding="utf-8")
    (fresh / "requirements.txt").unlink()
    before = everything(fresh)
    result = ailint("init", "--write")
    assert (result.exit_code, everything(fresh) == before, "nothing was written" in result.stdout) == (0, True, True)


@pytest.mark.parametrize("text", ["[tool.ailint]\nstge = 'poc'\n", "[tool.ailint\n"], ids=["unknown key", "no TOML"])
def test_a_broken_configuration(ailint: Ailint, fresh: Path, text: str) -> None:
    (fresh / "pyproject.toml").write_text(text, encoding="utf-8")
    assert (ailint("init").exit_code, (fresh / "pyproject.toml").read_text(encoding="utf-8")) == (2, text)


def test_the_mode_is_kept(ailint: Ailint, fresh: Path) -> None:
    (fresh / "pyproject.toml").chmod(0o640)
    ailint("init")
    assert stat.S_IMODE((fresh / "pyproject.toml").stat().st_mode) == 0o640


def test_a_folder_that_is_a_link_is_not_followed(ailint: Ailint, fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (fresh / ".github").symlink_to(outside)
    assert (ailint("init", "--write").exit_code, list(outside.iterdir())) == (2, [])
    assert (fresh / "pyproject.toml").read_text(encoding="utf-8") == MANIFEST


def test_a_link_is_not_followed(ailint: Ailint, fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "pyproject.toml"
    outside.write_text(MANIFEST, encoding="utf-8")
    (fresh / "pyproject.toml").unlink()
    (fresh / "pyproject.toml").symlink_to(outside)
    assert (ailint("init").exit_code, outside.read_text(encoding="utf-8")) == (2, MANIFEST)
