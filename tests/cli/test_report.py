"""`ailint report`: formats, progress, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("repo")

CODES: dict[str, tuple[tuple[str, ...], int, str]] = {
    "findings fail nothing": ((), 0, ""),
    "the score is high enough": (("--fail-under", "0"), 0, ""),
    "the score is too low": (("--fail-under", "90"), 1, "ailint: failed: score "),
    "no score": (("--fail-under", "101"), 2, "Error: Invalid value for '--fail-under'"),
    "missing path": (("gone",), 2, "ailint: gone: there is no such file or folder"),
    "missing report to compare with": (("--compare", "gone.json"), 2, "ailint: gone.json: cannot be read"),
    "no report to compare with": (("--compare", "requirements.txt"), 2, "ailint: requirements.txt: is no JSON report of ailint"),
    "unwritable report": (("--output", "gone/report.md"), 2, "ailint: gone/report.md: cannot be written"),
}


@pytest.mark.parametrize(("args", "code", "reason"), CODES.values(), ids=CODES.keys())
def test_exit_code(ailint: Ailint, args: tuple[str, ...], code: int, reason: str) -> None:
    result = ailint("report", "-q", *args)
    last = (result.stderr.strip().splitlines() or [""])[-1]
    assert (result.exit_code, last[: len(reason)]) == (code, reason)


def test_nothing_to_report_on(ailint: Ailint, repo: Path) -> None:
    (repo / "empty").mkdir()
    assert ailint("report", "empty").exit_code == 3


def test_a_setting_does_not_fail_a_report(ailint: Ailint, repo: Path) -> None:
    (repo / "pyproject.toml").write_text("[tool.ailint]\nfail-under = 100\n", encoding="utf-8")
    assert (ailint("report").exit_code, ailint("check", "--fail-on", "never").exit_code) == (0, 1)


def test_json_is_the_contract(ailint: Ailint) -> None:
    report = json.loads(ailint("report", "--format", "json").stdout)
    assert list(report) == ["schema_version", "tool", "run", "readiness", "findings", "changes"]
    assert report["readiness"] == json.loads(ailint("check", "--output-format", "json").stdout)["readiness"]


def test_html_is_written(ailint: Ailint, repo: Path) -> None:
    assert ailint("report", "--format", "html", "--output", "report.html").stdout == ""
    assert (repo / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_progress(ailint: Ailint, repo: Path) -> None:
    ailint("report", "--format", "json", "--output", "old.json")
    text = (repo / "app.py").read_text(encoding="utf-8")
    (repo / "app.py").write_text(text.replace("timeout=None", "timeout=60"), encoding="utf-8")
    changes = json.loads(ailint("report", "--format", "json", "--compare", "old.json").stdout)["changes"]
    assert (changes["closed"], changes["fixed"]) == (["llm-call-no-timeout"], 1)
    assert "No longer in the way: `llm-call-no-timeout`" in ailint("report", "--compare", "old.json").stdout


def test_another_formula_compares_with_nothing(ailint: Ailint, repo: Path) -> None:
    old = ailint("report", "--format", "json").stdout.replace('"formula_version": 1', '"formula_version": 9')
    (repo / "old.json").write_text(old, encoding="utf-8")
    result = ailint("report", "--compare", "old.json")
    assert (result.exit_code, result.stderr) == (2, "ailint: old.json: was scored by formula 9, which compares with no other\n")


def readiness(ailint: Ailint, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ailint("check", "--output-format", "json", *args).stdout)["readiness"]
    return found


def settings(repo: Path, text: str) -> None:
    (repo / "pyproject.toml").write_text(text, encoding="utf-8")


WAIVER = '[[tool.ailint.waivers]]\nrule = "llm-call-no-timeout"\nkind = "{kind}"\nreason = "a batch job"\n'
HIDING = {
    "ignoring the rule": '[tool.ailint.lint]\nignore = ["llm-call-no-timeout"]\n',
    "selecting another": '[tool.ailint.lint]\nselect = ["unseeded-training"]\n',
    "ignoring it in the file": '[tool.ailint.lint.per-file-ignores]\n"app.py" = ["llm-call-no-timeout"]\n',
    "calling it less severe": '[tool.ailint.lint.severity]\n"llm-call-no-timeout" = "low"\n',
    "leaving out what is less severe": '[tool.ailint]\nmin-severity = "critical"\n',
    "an earlier stage": '[tool.ailint]\nstage = "poc"\n',
    "rules about projects alone": '[tool.ailint]\nscope = "project"\n',
    "accepting the risk": WAIVER.format(kind="accepted-risk"),
}


@pytest.mark.parametrize("text", HIDING.values(), ids=HIDING.keys())
def test_hiding_a_finding_changes_no_score(ailint: Ailint, repo: Path, text: str) -> None:
    settings(repo, "")
    before = readiness(ailint)
    settings(repo, text)
    after = readiness(ailint)
    assert {**after, "blockers": 0} == {**before, "blockers": 0}
    assert [found["rule"] for found in after["blockers"]] == [found["rule"] for found in before["blockers"]]


def test_a_suppressed_finding_counts_and_says_so(ailint: Ailint, repo: Path) -> None:
    settings(repo, "")
    before = readiness(ailint)
    text = (repo / "app.py").read_text(encoding="utf-8")
    (repo / "app.py").write_text(text.replace("None)", "None)  # ailint: ignore[llm-call-no-timeout] -- batch"), encoding="utf-8")
    after = readiness(ailint)
    (blocker,) = (found for found in after["blockers"] if found["rule"] == "llm-call-no-timeout")
    assert (after["areas"], blocker["count"], blocker["set_aside"]) == (before["areas"], 1, 1)


@pytest.mark.parametrize("kind", ["false-positive", "not-applicable", "elsewhere"])
def test_a_waiver_shows_both_scores(ailint: Ailint, repo: Path, kind: str) -> None:
    settings(repo, "")
    before = readiness(ailint)
    settings(repo, WAIVER.format(kind=kind))
    after = readiness(ailint)
    assert after["score_without_waivers"] == before["score"]
    assert [area["violated"] for area in after["areas"]] != [area["violated"] for area in before["areas"]]
    assert after["areas"][0]["score"] > before["areas"][0]["score"]


def test_a_waiver_counts_for_an_ignored_rule_and_not_without_ignores(ailint: Ailint, repo: Path) -> None:
    settings(repo, WAIVER.format(kind="elsewhere"))
    waived, strict = readiness(ailint), readiness(ailint, "--no-ignores")
    assert strict["areas"][0]["violated"] == waived["areas"][0]["violated"] + 1
    assert readiness(ailint, "--select", "unseeded-training")["areas"] == waived["areas"]


def test_a_control_elsewhere_is_credited_and_shown_as_declared(ailint: Ailint, repo: Path) -> None:
    settings(repo, "")
    assert "llm-tracing-absent" in {found["rule"] for found in readiness(ailint)["blockers"]}
    settings(repo, '[tool.ailint.external]\n"tracing" = "gateway, see ADR-12"\n')
    after = readiness(ailint)
    assert "llm-tracing-absent" not in {found["rule"] for found in after["blockers"]}
    (proof,) = (found for found in after["evidence"] if found["practice"] == "llm-tracing-absent")
    assert (proof["path"], proof["line"], proof["declared"]) == ("pyproject.toml", 2, True)
    assert "`llm-tracing-absent` (declared, not seen in the repository)" in ailint("report").stdout


def test_a_practice_that_nothing_asks_for_is_said(ailint: Ailint, repo: Path) -> None:
    settings(repo, '[tool.ailint.external]\n"tracin" = "gateway"\n')
    assert "warning: pyproject.toml: nothing asks for `tracin` of `external`; did you mean `tracing`? (unknown-practice)" in ailint("check").stderr


def test_part_of_a_project_has_no_score(ailint: Ailint, repo: Path) -> None:
    (repo / "other.py").write_text("x = 1\n", encoding="utf-8")
    assert readiness(ailint, "app.py")["score"] is None
    assert ailint("check", "app.py", "--fail-on", "never", "--fail-under", "100").exit_code == 0


def test_the_score_is_a_gate(ailint: Ailint) -> None:
    result = ailint("check", "--fail-on", "never", "--fail-under", "100")
    assert (result.exit_code, result.stderr.splitlines()[-1][:21]) == (1, "ailint: failed: score")


def test_the_crash_of_a_rule_that_does_not_run_is_nobodys(ailint: Ailint, monkeypatch: pytest.MonkeyPatch) -> None:
    from ailint import packs

    def crashing(project: object, **options: object) -> list[Any]:
        raise ZeroDivisionError(project, options)

    checks = {**packs.find_checks(), "model_retired": (crashing,)}
    monkeypatch.setattr(packs, "find_checks", lambda config: checks if config else {})
    assert ailint("check", "--fail-on", "never").exit_code == 0
