"""The pipelines that are offered: what runs ailint, and from where."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ailint.config import load_config
from ailint.init.pipeline import LATEST, pipelines
from ailint.init.proposal import Origin, origin
from ailint.reading import read_project

ROOT = Path(__file__).parents[2]


def offered(repo: Path, source: Origin) -> dict[str, str]:
    """What stands in each file that is proposed."""
    return {proposal.path: proposal.snippet for proposal in pipelines(read_project(load_config(repo)).project, source)}


@pytest.mark.parametrize(
    ("source", "last"),
    [
        (Origin("1.2.3", ""), {"run": "pipx run --spec ailint-cli==1.2.3 ailint check"}),
        (Origin("1.2.3", "https://github.com/acme/ailint.git"), {"uses": "acme/ailint@v1.2.3"}),
        (Origin("1.2.3", "https://gitlab.com/acme/ailint"), {"run": "pipx run --spec ailint-cli==1.2.3 ailint check"}),
    ],
    ids=["from the package", "from its action", "from a repository elsewhere"],
)
def test_the_last_step_runs_ailint(repo: Path, source: Origin, last: dict[str, str]) -> None:
    (repo / ".github").mkdir()
    (repo / ".github" / "CODEOWNERS").write_text("* @acme\n", encoding="utf-8")
    written = yaml.safe_load(offered(repo, source)[".github/workflows/ailint.yml"])
    assert written["jobs"]["ailint"]["steps"][-1] == last


def test_the_branch_that_git_was_told(repo: Path) -> None:
    head = repo / ".git" / "refs" / "remotes" / "origin" / "HEAD"
    head.parent.mkdir(parents=True)
    head.write_text("ref: refs/remotes/origin/trunk\n", encoding="utf-8")
    (repo / ".git" / "config").write_text("url = git@github.com:acme/x.git\n", encoding="utf-8")
    assert "branches: [trunk]" in offered(repo, Origin("1", ""))[".github/workflows/ailint.yml"]


def test_a_branch_that_would_be_yaml_is_not_taken(repo: Path) -> None:
    head = repo / ".git" / "refs" / "remotes" / "origin" / "HEAD"
    head.parent.mkdir(parents=True)
    head.write_text("ref: refs/remotes/origin/x]\n    permissions: write-all\n", encoding="utf-8")
    (repo / ".git" / "config").write_text("url = git@github.com:acme/x.git\n", encoding="utf-8")
    assert "branches: [main]" in offered(repo, Origin("1", ""))[".github/workflows/ailint.yml"]


def test_gitlab(repo: Path) -> None:
    (repo / ".gitlab-ci.yml").write_text("test:\n  script: [pytest]\n", encoding="utf-8")
    job = yaml.safe_load(offered(repo, Origin("1.2.3", ""))[".gitlab-ci.yml"])["ailint"]
    assert (job["script"][0], job["artifacts"]["when"]) == ("pip install ailint-cli==1.2.3", "always")


def test_the_checkout_is_that_of_the_documentation() -> None:
    assert f"actions/checkout@{LATEST}" in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_the_version_is_that_of_the_package() -> None:
    assert origin().requirement == f"ailint-cli=={origin().version}"
