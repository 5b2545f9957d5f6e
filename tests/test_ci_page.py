"""The examples for CI: valid where their system publishes a schema, and every script line of theirs run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.action.runner import ACTION, ROOT
from tests.report.schemas import problems

EXAMPLE = re.compile(r"<!-- example: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = dict(EXAMPLE.findall(PAGE))
WORKFLOWS = [name for name in EXAMPLES if name.startswith("github")]
Machine = Callable[..., list[subprocess.CompletedProcess[str]]]
PIP = '#!/bin/bash\n[[ "$*" == "install ailint-cli" ]]\n'
PYTHON = '#!/bin/bash\n[[ "$1 $2" == "-m venv" ]] && mkdir -p "$3/bin" && cp "$(dirname "$0")"/* "$3/bin"\n'


def loaded(name: str) -> dict[str, Any]:
    """An example, with `on` as the text that it is."""
    return yaml.load(EXAMPLES[name], yaml.BaseLoader)  # type: ignore[no-any-return]  # noqa: S506 -- texts alone


@pytest.fixture
def machine(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """Runs script lines in a repository; what installs ailint is a stand-in, ailint is not."""
    programs = tmp_path_factory.mktemp("programs")
    for name, text in (("pip", PIP), ("python", PYTHON), ("ailint", f'#!/bin/bash\nexec {sys.executable} -m ailint "$@"\n')):
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)

    def run(lines: list[str], **env: str) -> list[subprocess.CompletedProcess[str]]:
        whole = {"PATH": f"{programs}:/usr/bin:/bin", "HOME": str(repo), **env}
        return [subprocess.run(["bash", "-ec", line], cwd=repo, env=whole, capture_output=True, text=True, check=False) for line in lines]  # noqa: S603, S607

    return run


def codes(done: list[subprocess.CompletedProcess[str]]) -> list[int]:
    return [one.returncode for one in done]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_are_valid_and_pinned(name: str) -> None:
    assert problems("github-workflows", yaml.safe_load(EXAMPLES[name].replace("\non:", '\n"on":'))) == []
    uses = re.findall(r"uses: (\S+)", EXAMPLES[name])
    assert [one for one in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}|OWNER/ailint@COMMIT", one)] == []


def test_the_workflow_gives_the_action_what_it_takes() -> None:
    steps = loaded("github-action")["jobs"]["ailint"]["steps"]
    (step,) = [step for step in steps if step.get("id") == "ailint"]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert set(re.findall(r"outputs\.([\w-]+)", EXAMPLES["github-action"])) <= set(ACTION["outputs"])


def test_the_plain_workflow_annotates_and_sums_up(machine: Machine, repo: Path) -> None:
    steps = loaded("github-plain")["jobs"]["ailint"]["steps"]
    done = machine([step["run"] for step in steps if "run" in step], GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(repo / "summary"))
    assert (codes(done), "::error file=app.py" in done[-1].stdout) == ([0, 1], True)
    assert (repo / "summary").read_text(encoding="utf-8").startswith("## Production readiness")


def test_the_readme_has_the_plain_workflow() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert EXAMPLES["github-plain"].partition("permissions:")[2] in readme


def test_gitlab(machine: Machine, repo: Path) -> None:
    assert problems("gitlab-ci", yaml.safe_load(EXAMPLES["gitlab"])) == []
    job = loaded("gitlab")["ailint"]
    assert codes(machine(job["script"], **job["variables"])) == [0, 1]
    reports = job["artifacts"]["reports"]
    assert json.loads((repo / reports["codequality"]).read_text(encoding="utf-8"))[0]["check_name"] == "llm-call-no-timeout"
    assert failures(repo / reports["junit"]) == "1"
    assert (repo / job["cache"]["paths"][0]).is_dir()


def test_azure(machine: Machine, repo: Path) -> None:
    assert problems("azure-pipelines", yaml.safe_load(EXAMPLES["azure"])) == []
    (repo / "staging").mkdir()
    filled = {"steps": yaml.safe_load(EXAMPLES["azure"].replace("$(Build.ArtifactStagingDirectory)", str(repo / "staging")))["steps"]}
    done = machine([step["script"] for step in filled["steps"] if "script" in step])
    (published,) = [step["inputs"] for step in filled["steps"] if step.get("task", "").startswith("PublishTestResults")]
    assert (codes(done), failures(Path(published["testResultsFiles"]))) == ([0, 1, 0], "1")
    summary = Path(done[-1].stdout.strip().removeprefix("##vso[task.uploadsummary]"))
    assert summary.read_text(encoding="utf-8").startswith("## Production readiness")


def test_jenkins(machine: Machine, repo: Path) -> None:
    text = EXAMPLES["jenkins"]
    assert (text.count("{"), text.count("(")) == (text.count("}"), text.count(")"))
    assert codes(machine(re.findall(r"sh '([^']*)'", text))) == [0, 1]
    assert failures(repo / re.findall(r"junit testResults: '([^']*)'", text)[0]) == "1"
    assert problems("sarif", json.loads((repo / re.findall(r"sarif\(pattern: '([^']*)'\)", text)[0]).read_text(encoding="utf-8"))) == []


def failures(file: Path) -> str | None:
    """How many tests of a JUnit report failed."""
    return ET.fromstring(file.read_bytes()).get("failures")  # noqa: S314 -- what ailint wrote


def test_every_example_is_tried() -> None:
    assert set(EXAMPLES) == {"github-action", "github-plain", "gitlab", "azure", "jenkins"}
