"""`ailint baseline` and `check --baseline`: known findings, in files that git merges."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.sample import PLAIN, UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("repo")

NAME = ".ailint-baseline.json"


def states(result: Result) -> list[str]:
    output: dict[str, Any] = json.loads(result.stdout)
    return [found["state"] for found in output["findings"]]


def test_what_is_known_does_not_fail_the_gate(ailint: Ailint, repo: Path) -> None:
    assert ailint("check").exit_code == 1
    created = ailint("baseline", "create")
    assert (created.exit_code, created.stdout, created.stderr) == (0, "", f"ailint: {repo / NAME}: 1 finding in 1 entry\n")
    assert [ailint("check", *args).exit_code for args in ((), ("--no-baseline",), ("--isolated", "--select", "llm-call-no-timeout"))] == [0, 1, 1]
    assert states(ailint("check", "--output-format", "json")) == ["baselined"]
    assert json.loads(ailint("check", "--output-format", "json").stdout)["summary"]["baselined"] == 1
    assert "(1 baselined)" in ailint("check").stdout


def test_a_new_finding_fails_it(ailint: Ailint, repo: Path) -> None:
    ailint("baseline", "create")
    with (repo / "app.py").open("a", encoding="utf-8") as file:
        file.write("\nsecond = OpenAI(timeout=None)\nsecond.responses.create(model='gpt-4o-2024-08-06', input='x')\n")
    result = ailint("check", "--output-format", "json")
    assert (result.exit_code, states(result)) == (1, ["baselined", "new"])


def test_the_score_does_not_move(ailint: Ailint) -> None:
    def score() -> object:
        return json.loads(ailint("check", "--select", "ALL", "--output-format", "json").stdout)["readiness"]["score"]

    before = score()
    ailint("baseline", "create", "--config", "lint.select=['ALL']")
    assert (before, score()) == (before, before)
    assert before is not None
    assert ailint("check", "--fail-under", "100").exit_code == 1


def test_a_check_never_writes(ailint: Ailint, repo: Path) -> None:
    ailint("baseline", "create")
    before = (repo / NAME).read_bytes()
    (repo / "app.py").write_text(PLAIN, encoding="utf-8")
    result = ailint("check")
    assert (repo / NAME).read_bytes() == before
    assert f"warning: {NAME}:2: 1 of 1 entries match less than they count, this one first" in result.stderr


def test_stats_and_prune(ailint: Ailint, repo: Path) -> None:
    ailint("baseline", "create")
    assert (
        ailint("baseline", "stats").stdout.split()
        == (f"known stale rule 1 0 llm-call-no-timeout {NAME}: 1 finding in 1 entry, 0 of them gone; 0 new in the project.").split()
    )
    (repo / "app.py").unlink()
    assert f"{NAME}:2: app.py: llm-call-no-timeout: 1 finding gone\n" in ailint("baseline", "stats").stdout
    assert ailint("baseline", "prune").stderr == f"ailint: {NAME}: 1 finding removed, 0 findings in 0 entries left\n"
    assert json.loads((repo / NAME).read_text(encoding="utf-8")) == {"schema_version": 1, "entries": []}


def test_part_of_a_project_or_of_the_rules_makes_nothing_stale(ailint: Ailint, repo: Path) -> None:
    (repo / "other.py").write_text(PLAIN, encoding="utf-8")
    ailint("baseline", "create")
    for args in (("other.py",), ("--select", "model-retired"), ("--exclude", "app.py")):
        assert "stale-baseline" not in ailint("check", *args).stderr


def test_a_renamed_file_keeps_what_is_known(ailint: Ailint, repo: Path) -> None:
    ailint("baseline", "create")
    (repo / "app.py").rename(repo / "chat.py")
    result = ailint("check", "--output-format", "json")
    assert (result.exit_code, states(result), json.loads(result.stdout)["diagnostics"]) == (0, ["baselined"], [])
    (repo / "app.py").write_text(UNBOUNDED, encoding="utf-8")
    assert states(ailint("check", "--output-format", "json")) == ["baselined", "new"]


def test_a_renamed_folder_of_a_project_keeps_what_is_known(ailint: Ailint, repo: Path) -> None:
    select = ("--config", "lint.select=['eval-suite-absent']")
    (repo / "old").mkdir()
    for name in ("app.py", "requirements.txt"):
        (repo / name).rename(repo / "old" / name)
    (repo / "pyproject.toml").unlink()
    assert ailint("baseline", "create", *select).stderr.endswith("1 finding in 1 entry\n")
    (repo / "old").rename(repo / "new")
    assert states(ailint("check", *select, "--output-format", "json")) == ["baselined"]


def test_a_severity_left_out_of_the_report_is_known_all_the_same(ailint: Ailint) -> None:
    ailint("baseline", "create", "--config", "min-severity='critical'")
    assert ailint("check", "--min-severity", "low").exit_code == 0


def test_suppressed_findings_are_not_noted(ailint: Ailint, repo: Path) -> None:
    text = UNBOUNDED.replace("None)", "None)  # ailint: ignore[llm-call-no-timeout] -- batch")
    (repo / "app.py").write_text(text, encoding="utf-8")
    assert ailint("baseline", "create").stderr.endswith("0 findings in 0 entries\n")


def test_the_configured_file(ailint: Ailint, repo: Path) -> None:
    with (repo / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('[tool.ailint]\nbaseline = "lint/known.json"\n')
    missing = ailint("check")
    words = "ailint: pyproject.toml: lint/known.json: there is no such baseline; `ailint baseline create` writes one\n"
    assert (missing.exit_code, missing.stderr) == (2, words)
    (repo / "lint").mkdir()
    assert ailint("baseline", "create").exit_code == 0
    assert ailint("check").exit_code == 0
    assert "ailint: baseline lint/known.json: 1 entries\n" in ailint("check", "-v").stderr


def test_a_file_named_on_the_command_line_is_sought_from_here(ailint: Ailint, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo / ".git").mkdir()
    (repo / "sub").mkdir()
    monkeypatch.chdir(repo / "sub")
    ailint("baseline", "create", "--output", "known.json")
    assert not (repo / NAME).exists()
    assert ailint("check", "..", "--baseline", "known.json").exit_code == 0
    assert ailint("baseline", "stats", "--baseline", "known.json").stdout.endswith(
        "sub/known.json: 1 finding in 1 entry, 0 of them gone; 0 new in the project.\n"
    )


REFUSED = {
    "outside": ("../known.json", "reached through a link"),
    "a link": ("link.json", "reached through a link"),
    "a folder": ("folder", "Is a directory"),
}


@pytest.mark.parametrize(("name", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_a_configured_file_lies_below_the_root(ailint: Ailint, repo: Path, name: str, why: str) -> None:
    (repo / "folder").mkdir()
    (repo.parent / "known.json").write_text("{}", encoding="utf-8")
    (repo / "link.json").symlink_to(repo.parent / "known.json")
    result = ailint("check", "--config", f"baseline='{name}'")
    assert (result.exit_code, result.stderr) == (2, f"ailint: --config: {name}: the baseline cannot be read: {why}\n")


def test_an_unreadable_baseline_is_exit_2(ailint: Ailint, repo: Path) -> None:
    (repo / NAME).write_text('{"schema_version": 1, "entries": [\n{"fingerprint": 3}\n]}\n', encoding="utf-8")
    result = ailint("check")
    assert (result.exit_code, result.stderr) == (2, f"ailint: {NAME}:2: the baseline cannot be read: expected `str`, got `int` (`fingerprint`)\n")


@pytest.mark.parametrize("verb", ["prune", "stats"])
def test_without_a_baseline(ailint: Ailint, verb: str) -> None:
    result = ailint("baseline", verb)
    assert (result.exit_code, result.stderr) == (2, "ailint: there is no baseline; `ailint baseline create` writes one\n")


def test_an_empty_project_has_no_baseline(ailint: Ailint, repo: Path) -> None:
    (repo / "empty").mkdir()
    assert (ailint("baseline", "create", "empty").exit_code, (repo / "empty" / NAME).exists()) == (3, False)


# two branches


def git(repo: Path, *args: str) -> int:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", "-C", str(repo), *identity, *args], check=False, capture_output=True).returncode  # noqa: S603, S607 -- git itself


def module(repo: Path, name: str) -> None:
    (repo / "services").mkdir(exist_ok=True)
    (repo / "services" / f"{name}.py").write_text(UNBOUNDED, encoding="utf-8")


def branched(ailint: Ailint, repo: Path, before: str, ours: str, theirs: str) -> int:
    """Two branches that each add modules and note their findings; what `git merge` says."""
    for name in before.split():
        module(repo, name)
    ailint("baseline", "create")
    git(repo, "init")
    git(repo, "add", ".")
    git(repo, "commit", "-m", "start")
    for branch, names in (("theirs", theirs), ("ours", ours)):
        git(repo, "checkout", "-b", branch, "main")
        for name in names.split():
            module(repo, name)
        ailint("baseline", "create")
        git(repo, "add", ".")
        git(repo, "commit", "-m", branch)
    return git(repo, "merge", "theirs")


def test_branches_that_add_entries_merge(ailint: Ailint, repo: Path) -> None:
    assert branched(ailint, repo, "b d f h", "c", "g") == 0
    entries = json.loads((repo / NAME).read_text(encoding="utf-8"))["entries"]
    assert [entry["path"] for entry in entries] == ["app.py", *(f"services/{name}.py" for name in "bcdfgh")]
    assert ailint("check").exit_code == 0


def test_branches_that_add_entries_at_one_place_merge_by_union(ailint: Ailint, repo: Path) -> None:
    (repo / ".gitattributes").write_text(f"{NAME} merge=union\n", encoding="utf-8")
    assert branched(ailint, repo, "", "x y", "z") == 0
    assert ailint("check").exit_code == 0
    ailint("baseline", "prune")
    assert ailint("baseline", "stats").stdout.endswith("4 findings in 4 entries, 0 of them gone; 0 new in the project.\n")
