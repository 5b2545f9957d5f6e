"""`ailint check`: exit codes, selection, output, streams."""

from __future__ import annotations

import json
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from ailint import formats, packs
from tests.sample import PLAIN, UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("repo")

CODES: dict[str, tuple[tuple[str, ...], int, str]] = {
    "the gate fails": ((), 1, "ailint: failed: 1 high (gate: high)"),
    "failing is forgiven": (("--exit-zero",), 0, "ailint: failed: 1 high (gate: high)"),
    "a lower gate": (("--fail-on", "critical"), 0, ""),
    "no gate": (("--fail-on", "never"), 0, ""),
    "an earlier stage": (("--stage", "poc"), 0, ""),
    "another rule": (("--select", "unseeded-training"), 0, ""),
    "only worse findings": (("--min-severity", "critical"), 0, ""),
    "missing path": (("gone",), 2, "ailint: gone: there is no such file or folder"),
    "unknown rule": (("--select", "llm-call-no-timout"), 2, "ailint: `llm-call-no-timout` matches no rule; did you mean `llm-call-no-timeout`?"),
    "unknown setting": (("--config", "stge='poc'"), 2, "ailint: --config: unknown key `stge`; did you mean `stage`?"),
    "unknown option": (("--selekt", "x"), 2, "Error: No such option '--selekt'."),
    "statistics as JSON": (("--statistics", "--output-format", "json"), 2, "ailint: `--statistics` is text, which --output-format json is not"),
    "unknown format": (("--config", "output-format='fulll'"), 2, "ailint: `output-format`: there is no format `fulll`; did you mean `full`?"),
    "missing configuration": (("--config", "gone.toml"), 2, "ailint: gone.toml: cannot be read"),
    "unwritable report": (("--output-file", "gone/report.txt"), 2, "ailint: gone/report.txt: cannot be written"),
}


@pytest.mark.parametrize(("args", "code", "reason"), CODES.values(), ids=CODES.keys())
def test_exit_code(ailint: Ailint, args: tuple[str, ...], code: int, reason: str) -> None:
    result = ailint("check", *args)
    last = (result.stderr.strip().splitlines() or [""])[-1]
    assert (result.exit_code, last[: len(reason)]) == (code, reason)


@pytest.mark.parametrize("name", formats.names())
def test_exit_code_is_the_same_for_every_format(ailint: Ailint, name: str) -> None:
    assert ailint("check", "--output-format", name).exit_code == 1


def test_empty_folder(ailint: Ailint, repo: Path) -> None:
    (repo / "empty").mkdir()
    result = ailint("check", "empty")
    assert (result.exit_code, result.stdout, result.stderr) == (3, "Nothing to lint.\n", "ailint: nothing to lint was found\n")


def test_no_ai(ailint: Ailint, repo: Path) -> None:
    (repo / "app.py").write_text(PLAIN, encoding="utf-8")
    (repo / "requirements.txt").unlink()
    result = ailint("check")
    assert (result.exit_code, result.stdout[:5]) == (0, "No AI")


def test_unknown_key(ailint: Ailint, repo: Path) -> None:
    (repo / "pyproject.toml").write_text('[tool.ailint]\nfail_on = "low"\n', encoding="utf-8")
    result = ailint("check")
    assert (result.exit_code, result.stderr) == (2, "ailint: pyproject.toml:2: unknown key `fail_on` in tool.ailint; did you mean `fail-on`?\n")


def test_a_broken_file_is_a_diagnostic(ailint: Ailint, repo: Path) -> None:
    (repo / "broken.py").write_text("import openai\ndef f(:\n", encoding="utf-8")
    output = parsed(ailint("check", "--output-format", "json"))
    assert [(found["path"], found["code"]) for found in output["diagnostics"]] == [("broken.py", "parse-error")]
    assert len(output["findings"]) == 1


def crashing(project: object, **options: object) -> Iterator[Any]:
    raise ZeroDivisionError(project, options)


def test_a_crashing_rule_is_exit_2_and_the_others_go_on(ailint: Ailint, monkeypatch: pytest.MonkeyPatch) -> None:
    checks = {**packs.find_checks(), "model_retired": (crashing,)}
    monkeypatch.setattr(packs, "find_checks", lambda config: checks if config else {})
    result = ailint("check", "--extend-select", "model-retired", "--output-format", "json")
    output = json.loads(result.stdout)
    assert (result.exit_code, [found["rule"] for found in output["findings"]]) == (2, ["llm-call-no-timeout"])
    assert output["diagnostics"][0]["code"] == "rule-crashed"


def parsed(result: Result) -> dict[str, Any]:
    output: dict[str, Any] = json.loads(result.stdout)
    return output


def test_json(ailint: Ailint) -> None:
    output = parsed(ailint("check", "--output-format", "json"))
    (found,) = output["findings"]
    assert (found["path"], found["line"], found["column"], found["state"], found["severity"]) == ("app.py", 3, 10, "new", "high")
    assert output["rules"] == [{"name": "llm-call-no-timeout", "code": "AIL101", "outcome": "violated", "satisfied": 0, "violated": 1, "unknown": 0}]
    assert (output["summary"]["exit_code"], output["summary"]["exit_reason"], output["run"]["root"]) == (1, "1 high", ".")


def test_two_runs_give_the_same_bytes(ailint: Ailint) -> None:
    first, second = (parsed(ailint("check", "--output-format", "json")) for _ in range(2))
    assert {**first["run"], "duration_s": 0} == {**second["run"], "duration_s": 0}
    assert {**first, "run": 0} == {**second, "run": 0}


def test_an_inline_ignore(ailint: Ailint, repo: Path) -> None:
    text = (repo / "app.py").read_text(encoding="utf-8").replace("None)", "None)  # ailint: ignore[llm-call-no-timeout] -- batch")
    (repo / "app.py").write_text(text, encoding="utf-8")
    (found,) = parsed(ailint("check", "--output-format", "json"))["findings"]
    assert (found["state"], found["suppression"]) == ("suppressed", {"kind": "inline", "reason": "batch", "path": "app.py", "line": 3})
    assert "batch" not in ailint("check").stdout
    assert "(suppressed: batch)" in ailint("check", "--show-suppressed").stdout
    assert ailint("check", "--no-ignores").exit_code == 1


def test_an_unused_ignore_is_a_warning(ailint: Ailint, repo: Path) -> None:
    (repo / "other.py").write_text("x = 1  # ailint: ignore[llm-call-no-timeout]\n", encoding="utf-8")
    assert "warning: other.py:1: the suppression of llm-call-no-timeout suppresses nothing (unused-suppression)" in ailint("check").stderr


def test_part_of_the_project(ailint: Ailint, repo: Path) -> None:
    (repo / "other.py").write_text(PLAIN, encoding="utf-8")
    assert (ailint("check", "other.py").exit_code, ailint("check", "app.py").exit_code) == (0, 1)


def test_files_that_are_handed_over_may_all_be_left_out(ailint: Ailint, repo: Path) -> None:
    (repo / "notes.md").write_text("words", encoding="utf-8")
    assert [ailint("check", name, "--exclude", "app.py").exit_code for name in ("app.py", "notes.md")] == [1, 3]
    forced = [ailint("check", name, "--exclude", "app.py", "--force-exclude") for name in ("app.py", "notes.md")]
    assert [(result.exit_code, result.stdout, result.stderr) for result in forced] == [(0, "Nothing to lint.\n", "")] * 2
    (repo / "empty").mkdir()
    assert ailint("check", "empty", "--force-exclude").exit_code == 3


def test_part_of_a_project_proves_no_absence(ailint: Ailint, repo: Path) -> None:
    (repo / "pyproject.toml").unlink()
    absent = {found["rule"] for found in parsed(ailint("check", "--output-format", "json"))["findings"] if found["line"] == 1}
    assert "eval-suite-absent" in absent
    for args in (["--scope", "file"], ["--scope", "file", "app.py"], ["app.py"]):
        found = {found["rule"] for found in parsed(ailint("check", "--output-format", "json", *args))["findings"]}
        assert ("llm-call-no-timeout" in found, found & absent) == (True, set())


def test_ten_thousand_names_cost_little_more_than_one(ailint: Ailint, repo: Path) -> None:
    names = [f"part{number // 100}/module{number}.py" for number in range(10_000)]
    for name in names:
        (repo / name).parent.mkdir(exist_ok=True)
        (repo / name).write_text("x = 1\n", encoding="utf-8")
    (repo / ".gitignore").write_text("*.log\n", encoding="utf-8")
    (repo / ".git").mkdir()

    def seconds(*named: str) -> float:
        started = process_time()
        result = ailint("check", "--scope", "file", "--force-exclude", "--output-format", "concise", *named)
        assert (result.exit_code, f" {len(named)} file" in result.stdout) == (0, True)
        return process_time() - started

    seconds(names[0])
    assert seconds(*names) < 3 * seconds(names[0])


def test_show_files(ailint: Ailint) -> None:
    result = ailint("check", "--show-files", "--extend-exclude", "requirements.txt")
    assert (result.exit_code, result.stdout.split()) == (0, ["app.py", "pyproject.toml"])


def test_listed_names_command_no_runner(ailint: Ailint, repo: Path) -> None:
    (repo / "::error::x.py").touch()
    assert "./::error::x.py" in ailint("check", "--show-files").stdout.splitlines()


def test_output_file(ailint: Ailint, repo: Path) -> None:
    result = ailint("check", "--output-format", "json", "--output-file", "report.json")
    assert (result.stdout, json.loads((repo / "report.json").read_text(encoding="utf-8"))["schema_version"]) == ("", 1)


def test_statistics(ailint: Ailint) -> None:
    assert ailint("check", "--statistics").stdout.split()[:3] == ["1", "high", "llm-call-no-timeout"]


def test_environment(ailint: Ailint) -> None:
    result = ailint("check", AILINT_OUTPUT_FORMAT="concise", AILINT_STAGE="poc", AILINT_NO_CACHE="1")
    assert result.stdout == "No findings in 3 files for stage poc (1 later).\n"


def test_options_beat_the_environment(ailint: Ailint) -> None:
    assert ailint("check", "--stage", "production", AILINT_STAGE="poc").exit_code == 1


def test_colour(ailint: Ailint) -> None:
    coloured = [ailint("check", *args, **env).stdout for args, env in [((), {}), (("--color", "always"), {}), ((), {"FORCE_COLOR": "1"})]]
    assert ["\x1b[" in text for text in coloured] == [False, True, True]


def test_quiet_shows_findings_alone(ailint: Ailint) -> None:
    result = ailint("check", "-q")
    assert "rules that hold" not in result.stdout
    assert result.stderr == "ailint: failed: 1 high (gate: high)\n"


def test_verbose_says_what_was_read(ailint: Ailint) -> None:
    words = ailint("check", "-v").stderr
    assert "ailint: settings from pyproject.toml; " in words
    assert "ailint: sub-project .: application" in words


def test_standard_output_carries_the_report_alone(ailint: Ailint) -> None:
    assert ailint("check", "-v", "--output-format", "json").stdout.startswith("{")


def test_names_of_files_are_shown_not_sent(ailint: Ailint, repo: Path) -> None:
    (repo / "app.py").rename(repo / "a\x1b[2Jpp.py")
    result = ailint("check")
    assert "\x1b" not in result.output
    assert "a\\x1b[2Jpp.py:3:10" in result.stdout


def test_nested_configuration_is_said_not_to_count(ailint: Ailint, repo: Path) -> None:
    (repo / "service").mkdir()
    (repo / "service" / "ailint.toml").write_text('stage = "poc"\n', encoding="utf-8")
    assert "warning: service/ailint.toml: only the configuration at the root counts (nested-configuration)" in ailint("check").stderr


def test_standard_input(ailint: Ailint) -> None:
    typed = UNBOUNDED.replace("client = OpenAI", "\n\nclient = OpenAI")
    output = parsed(ailint("check", "--stdin-filename", "app.py", "--output-format", "json", stdin=typed))
    assert [(found["path"], found["line"]) for found in output["findings"]] == [("app.py", 5)]
    assert ailint("check", "--stdin-filename", "new.py", stdin=PLAIN).exit_code == 0


def test_a_search_that_was_cut_short_is_told_once(ailint: Ailint, repo: Path) -> None:
    """A command that 60 functions hand over, each for 60 callers."""
    steps = ["import subprocess", "def execute(command):", "    subprocess.run(command, shell=True)"]
    for outer in range(60):
        steps += [f"def step_{outer}(command):", "    execute(command)"]
        steps += [f"def use_{outer}_{inner}(command):\n    step_{outer}(command)" for inner in range(60)]
    with (repo / "app.py").open("a", encoding="utf-8") as file:
        file.write("\n".join(steps) + "\n")
    done = ailint("check", "--select", "llm-output-to-code-execution", "--exit-zero", "--output-format", "json")
    told = [found for found in json.loads(done.stdout)["diagnostics"] if found["code"] == "bound-reached"]
    assert [found["message"] for found in told] == ["what feeds a value was not followed to its end: there are too many ways (the first stands here)"]
