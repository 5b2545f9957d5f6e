"""Several reports from one run, and what is added on GitHub."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from ailint import formats
from tests.report.runner import commands
from tests.report.schemas import problems

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("repo")


def test_every_format_from_one_run(ailint: Ailint, repo: Path) -> None:
    (repo / "out").mkdir()
    reports = [f"--report={name}=out/{name}" for name in formats.names()]
    result = ailint("check", *reports)
    assert (result.exit_code, result.stdout) == (1, ailint("check", "--extend-exclude", "out").stdout)
    written = {path.name: path.read_text(encoding="utf-8") for path in (repo / "out").iterdir()}
    assert sorted(written) == formats.names()
    assert problems("sarif", json.loads(written["sarif"])) == []
    assert json.loads(written["json"])["readiness"]["score"] is not None
    assert [issue["check_name"] for issue in json.loads(written["gitlab"])] == ["llm-call-no-timeout"]
    assert ET.fromstring(written["junit"]).get("failures") == "1"  # noqa: S314 -- what we wrote ourselves
    assert written["full"] == result.stdout


REFUSED = {
    "unknown format": (["--report", "sarf=x"], "`--report sarf=x`: there is no format `sarf`; did you mean `sarif`?"),
    "no place": (["--report", "sarif"], "`--report sarif`: say where it goes: --report sarif=PATH"),
    "an empty place": (["--report", "sarif="], "`--report sarif=`: say where it goes: --report sarif=PATH"),
    "no folder": (["--report", "sarif=gone/x"], "gone/x: cannot be written: there is no folder `gone`"),
    "a folder": (["--report", "sarif=."], ".: cannot be written: Is a directory"),
    "one place for two": (["--report", "sarif=x", "--report", "json=./x"], "x: two reports cannot be written to one file"),
    "the place of the report": (["--output-file", "x", "--report", "json=x"], "x: two reports cannot be written to one file"),
}


@pytest.mark.parametrize(("args", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(ailint: Ailint, args: list[str], words: str) -> None:
    result = ailint("check", *args)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (2, f"ailint: {words}")


def test_a_report_on_readiness_scores_the_run(ailint: Ailint, repo: Path) -> None:
    ailint("check", "--output-format", "concise", "--report", "markdown=x.md")
    assert (repo / "x.md").read_text(encoding="utf-8").startswith("## Production readiness: ")


HOSTILE = ("::error::x, 100%.py", "a\n::error::owned.py", "##[error]b.py", "\x1b[31m.py", "<img src=x>.py", "](x).py", "'\"&;$(x).py")


@pytest.mark.parametrize("name", formats.names())
def test_names_of_files_command_nothing(ailint: Ailint, repo: Path, name: str) -> None:
    text = (repo / "app.py").read_text(encoding="utf-8")
    for file in HOSTILE:
        (repo / file).write_text(text, encoding="utf-8")
    output = ailint("check", "--output-format", name).stdout
    assert "llm-call-no-timeout" in output
    assert {command.properties.get("title") for command in commands(output)} <= {"llm-call-no-timeout"}
    assert (len(commands(output)), "##[" in output, "\x1b" in output) == (len(HOSTILE) + 1 if name == "github" else 0, False, False)


def on_github(ailint: Ailint, repo: Path, *args: str) -> tuple[str, str]:
    """Standard output, and the job summary."""
    summary = repo / "summary.md"
    summary.write_text("earlier\n", encoding="utf-8")
    found = ailint("check", "--extend-exclude", "summary.md", *args, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert found.exit_code == 1
    return found.stdout, summary.read_text(encoding="utf-8")


def test_github_gets_text_annotations_and_summary(ailint: Ailint, repo: Path) -> None:
    output, summary = on_github(ailint, repo)
    text = ailint("check", "--extend-exclude", "summary.md").stdout
    assert output.startswith(text)
    assert [command.name for command in commands(output)] == ["error"]
    assert summary.startswith("earlier\n## Production readiness: ")


@pytest.mark.parametrize("args", [("--output-format", "concise"), ("--statistics",), ("--config", "output-format='json'")], ids=" ".join)
def test_what_was_chosen_is_left_alone(ailint: Ailint, repo: Path, args: tuple[str, ...]) -> None:
    output, summary = on_github(ailint, repo, *args)
    assert (commands(output), summary) == ([], "earlier\n")


def test_chosen_annotations_come_with_the_summary_that_they_name(ailint: Ailint, repo: Path) -> None:
    output, summary = on_github(ailint, repo, "--output-format", "github")
    assert output.startswith("::error file=app.py,line=3,")
    assert "llm-call-no-timeout" in summary


def test_a_summary_that_cannot_be_written_fails_nothing(ailint: Ailint) -> None:
    result = ailint("check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="gone/summary.md")
    assert result.exit_code == 1
    assert "warning: gone/summary.md: the job summary cannot be written: No such file or directory" in result.stderr


def test_the_room_of_a_summary_is_shared(ailint: Ailint, repo: Path) -> None:
    summary = repo / "summary.md"
    summary.write_text("x" * ((1 << 20) - 300), encoding="utf-8")
    ailint("check", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert (1 << 20) - 300 < summary.stat().st_size <= 1 << 20
