"""Whole small repositories, one story each, run through the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Ailint = Callable[..., Result]

REPOS = Path(__file__).parent / "fixtures" / "repos"
MARKERS = {"prompt-unversioned", "eval-suite-absent", "llm-tracing-absent", "token-usage-discarded", "llm-output-to-code-execution"}


@pytest.fixture
def check(ailint: Ailint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, Any]]:
    """The JSON report of one of the repositories, preview rules included."""

    def run(name: str) -> dict[str, Any]:
        shutil.copytree(REPOS / name, tmp_path / name)
        monkeypatch.chdir(tmp_path / name)
        output: dict[str, Any] = json.loads(ailint("check", "--preview", "--output-format", "json").stdout)
        return output

    return run


def rules_of(output: dict[str, Any]) -> set[str]:
    return {found["rule"] for found in output["findings"]}


def test_a_proof_of_concept_shows_what_keeps_it_from_production(check: Callable[[str], dict[str, Any]]) -> None:
    output = check("poc-chatbot")
    assert MARKERS - rules_of(output) == set()
    assert {finding["area"] for finding in output["findings"]} == {"monitoring", "security", "evaluation", "knowledge"}
    assert output["summary"]["exit_code"] == 1


def test_a_well_run_repository_is_left_alone(check: Callable[[str], dict[str, Any]]) -> None:
    output = check("production-rag")
    assert [(found["rule"], found["path"], found["line"], found["message"]) for found in output["findings"]] == []
    assert output["diagnostics"] == []
    assert [rule["name"] for rule in output["rules"] if rule["outcome"] == "satisfied"]


def test_a_repository_without_ai_gets_no_finding(check: Callable[[str], dict[str, Any]]) -> None:
    output = check("not-ai")
    assert (output["findings"], output["summary"]["exit_code"]) == ([], 0)


def test_each_service_of_a_monorepo_is_judged_on_its_own(check: Callable[[str], dict[str, Any]]) -> None:
    output = check("monorepo")
    assert {found["path"].split("/")[1] for found in output["findings"]} == {"bad"}


def test_scores_tell_a_proof_of_concept_from_production(check: Callable[[str], dict[str, Any]]) -> None:
    poc, production = check("poc-chatbot")["readiness"], check("production-rag")["readiness"]
    assert production["score"] - poc["score"] >= 50
    assert (poc["stage_reached"], production["stage_reached"]) == (None, "production")


def test_a_monorepo_is_as_ready_as_its_weakest_service(check: Callable[[str], dict[str, Any]]) -> None:
    ready = check("monorepo")["readiness"]
    scores = {part["path"]: part["score"] for part in ready["projects"]}
    assert scores["services/good"] - scores["services/bad"] >= 50
    assert ready["score"] == scores["services/bad"]
