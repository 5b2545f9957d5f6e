"""`check --add-ignore`: what it writes, what it cannot write, and what its exit code says."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING, Any

import pytest
import tomli

from ailint import run
from tests.sample import UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("repo")

COMMENT = "  # ailint: ignore[llm-call-no-timeout] -- batch job"
IGNORED = UNBOUNDED.replace("OpenAI(timeout=None)", f"OpenAI(timeout=None){COMMENT}")
REASON = ("--add-ignore", "batch job")


def everything(repo: Path) -> dict[str, bytes]:
    return {path.relative_to(repo).as_posix(): path.read_bytes() for path in repo.rglob("*") if path.is_file()}


def test_written_and_gone(ailint: Ailint, repo: Path) -> None:
    result = ailint("check", *REASON)
    assert (result.exit_code, (repo / "app.py").read_text(encoding="utf-8")) == (0, IGNORED)
    assert "ailint: ignores written for 1 finding in 1 file\n" in result.stderr
    assert ailint("check").exit_code == 0


def test_the_report_is_that_of_the_second_run(ailint: Ailint) -> None:
    found = json.loads(ailint("check", *REASON, "--output-format", "json").stdout)["findings"]
    assert [(finding["state"], finding["suppression"]["reason"]) for finding in found] == [("suppressed", "batch job")]


def test_twice_is_once(ailint: Ailint, repo: Path) -> None:
    ailint("check", *REASON)
    before = everything(repo)
    result = ailint("check", *REASON)
    assert (result.exit_code, everything(repo) == before, "ailint: no ignore was written\n" in result.stderr) == (0, True, True)


def test_selection_and_paths_are_respected(ailint: Ailint, repo: Path) -> None:
    (repo / "other.py").write_text(UNBOUNDED, encoding="utf-8")
    before = everything(repo)
    ailint("check", *REASON, "--select", "unseeded-training")
    assert everything(repo) == before
    ailint("check", "other.py", *REASON)
    assert {path for path, data in everything(repo).items() if data != before[path]} == {"other.py"}


def test_what_no_comment_can_ignore(ailint: Ailint, repo: Path) -> None:
    (repo / "ailint.toml").write_text('[lint]\nselect = ["eval-suite-absent", "llm-call-no-timeout"]\n', encoding="utf-8")
    result = ailint("check", *REASON)
    pasted = result.stderr.partition("put this into ailint.toml:\n")[2].partition("ailint:")[0]
    assert (result.exit_code, tomli.loads(pasted)["waivers"]) == (
        1,
        [{"rule": "eval-suite-absent", "kind": "accepted-risk", "reason": "batch job"}],
    )
    (repo / "ailint.toml").write_text((repo / "ailint.toml").read_text(encoding="utf-8") + pasted, encoding="utf-8")
    assert ailint("check").exit_code == 0


def test_formats_without_comments(ailint: Ailint, repo: Path) -> None:
    (repo / "app.py").unlink()
    (repo / "a [1]").mkdir()
    (repo / "a [1]" / ".mcp.json").write_text('{"mcpServers": {"x": {"command": "npx", "args": ["-y", "acme-mcp"]}}}\n', encoding="utf-8")
    (repo / "b.py").write_text("import openai\n", encoding="utf-8")
    select = ("--select", "mcp-server-unpinned")
    result = ailint("check", *REASON, *select)
    pasted = result.stderr.partition("put this into pyproject.toml:\n")[2].partition("ailint: failed")[0]
    assert result.exit_code == 1
    (repo / "pyproject.toml").write_text(pasted, encoding="utf-8")
    assert ailint("check", *select).exit_code == 0


def test_an_expired_waiver_is_not_ignored(ailint: Ailint, repo: Path) -> None:
    waiver = '[[waivers]]\nrule = "llm-call-no-timeout"\nkind = "accepted-risk"\nreason = "x"\nexpires = 2020-01-01\n'
    (repo / "ailint.toml").write_text(waiver, encoding="utf-8")
    result = ailint("check", *REASON, "--select", "waiver-expired")
    assert "waiver-expired: a waiver that has expired is renewed or removed" in result.stderr
    assert ("put this" in result.stderr, (repo / "ailint.toml").read_text(encoding="utf-8")) == (False, waiver)


REFUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "no reason": (("--add-ignore", " "), "ailint: `--add-ignore` needs a reason: why do these findings stay?"),
    "two lines": (("--add-ignore", "a\nb"), "ailint: the reason of `--add-ignore` is one line of visible text"),
    "from standard input": ((*REASON, "--stdin-filename", "app.py"), "ailint: `--add-ignore` writes files and needs their ignores"),
    "ignores not read": ((*REASON, "--no-ignores"), "ailint: `--add-ignore` writes files and needs their ignores"),
}


@pytest.mark.parametrize(("args", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(ailint: Ailint, repo: Path, args: tuple[str, ...], reason: str) -> None:
    before = everything(repo)
    result = ailint("check", *args, stdin="")
    assert (result.exit_code, result.stderr.strip().splitlines()[-1][: len(reason)]) == (2, reason)
    assert everything(repo) == before


def test_mode_and_line_ends_are_kept(ailint: Ailint, repo: Path) -> None:
    (repo / "app.py").write_bytes(UNBOUNDED.replace("\n", "\r\n").encode())
    (repo / "app.py").chmod(0o755)
    ailint("check", *REASON)
    assert (repo / "app.py").read_bytes() == IGNORED.replace("\n", "\r\n").encode()
    assert stat.S_IMODE((repo / "app.py").stat().st_mode) == 0o755
    assert [path.name for path in repo.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_cannot_be_written_is_left_whole(ailint: Ailint, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = everything(repo)
    monkeypatch.setattr("os.replace", refuse)
    result = ailint("check", *REASON)
    assert (result.exit_code, result.stderr.strip().splitlines()[-1]) == (2, "ailint: app.py: cannot be written: Permission denied")
    assert everything(repo) == before


def test_sub_projects_share_a_waiver(ailint: Ailint, repo: Path) -> None:
    for name in ("a", "b"):
        (repo / name).mkdir()
        (repo / name / "pyproject.toml").write_text(f'[project]\nname = "{name}"\n', encoding="utf-8")
        (repo / name / "app.py").write_text(UNBOUNDED, encoding="utf-8")
    (repo / "app.py").unlink()
    select = ("--select", "eval-suite-absent")
    pasted = ailint("check", *REASON, *select).stderr.partition("put this into pyproject.toml:\n")[2].partition("ailint:")[0]
    (waiver,) = tomli.loads(pasted)["tool"]["ailint"]["waivers"]
    assert waiver["paths"] == ["/a/pyproject.toml", "/b/pyproject.toml"]
    (repo / "pyproject.toml").write_text(pasted, encoding="utf-8")
    assert ailint("check", *select).exit_code == 0


def test_a_file_that_changes_meanwhile_is_left(ailint: Ailint, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = run.run

    def then_edited(*args: Any, **more: Any) -> Any:
        report = once(*args, **more)
        report.sources.lines("app.py")  # as they were read
        (repo / "app.py").write_text(UNBOUNDED + "\n# edited\n", encoding="utf-8")
        return report

    monkeypatch.setattr(run, "run", then_edited)
    result = ailint("check", *REASON)
    assert (result.exit_code, (repo / "app.py").read_text(encoding="utf-8")) == (1, UNBOUNDED + "\n# edited\n")
    assert "app.py:3:10 llm-call-no-timeout: the file cannot be read well enough to be changed" in result.stderr


def test_the_width_of_the_formatter(ailint: Ailint, repo: Path) -> None:
    (repo / "ruff.toml").write_text("line-length = 40\n", encoding="utf-8")
    ailint("check", *REASON)
    assert f"\n{COMMENT.strip()}\nclient = OpenAI(timeout=None)\n" in (repo / "app.py").read_text(encoding="utf-8")
