"""The action: its steps run as the runner runs them, with inputs that try to be more than values."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ailint import __version__
from tests.action.runner import ACTION, ROOT, Done, Runner
from tests.report.runner import commands
from tests.report.schemas import problems

Call = Callable[..., list[str]]
Installing = Callable[[str, str], list[str]]
BESIDE = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
PLAIN = "/usr/bin:/bin"
RECORDER = """#!/usr/bin/env bash
if [[ "$1" == --version ]]; then echo "ailint, version 9.9.9"; exit; fi
printf '%s\\0' "$@" >"$RUNNER_TEMP/arguments"
exit 1
"""
INSTALLER = """#!/usr/bin/env bash
printf '%s\\n' "$@" >"$RUNNER_TEMP/installed"
mkdir -p "$UV_TOOL_BIN_DIR$PIPX_BIN_DIR"
cp "$RUNNER_TEMP/recorder" "$UV_TOOL_BIN_DIR$PIPX_BIN_DIR/ailint"
"""
HOSTILE = {
    "a substitution": "$(touch owned)",
    "backticks": "`touch owned`",
    "a second command": "x; touch owned",
    "quotes": "a'b\"c",
    "a line": "x\n::error::owned",
    "an option": "--exit-zero",
    "a redirection": "> owned",
    "a pattern": "*",
    "an expression": "${{ github.token }}",
    "a variable": "$HOME",
}


def program(folder: Path, name: str, text: str) -> str:
    """A program in a folder, and a search path that finds it first."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o755)
    return f"{folder}:{PLAIN}"


@pytest.fixture
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's folder for files that do not stay."""
    return tmp_path_factory.mktemp("runner")


@pytest.fixture
def recorded(repo: Path, scratch: Path) -> Call:
    """The action with a stand-in for ailint, which notes what it is called with."""
    path = program(scratch / "bin", "ailint", RECORDER)

    def call(**inputs: str) -> list[str]:
        assert Runner(repo, scratch, path).run(version="9.9.9", **inputs).code == 1
        return (scratch / "arguments").read_bytes().decode().split("\0")[:-1]

    return call


@pytest.fixture
def installing(repo: Path, scratch: Path) -> Installing:
    """The action where ailint is not there yet, with a stand-in for what installs it, which notes what it is called with."""

    def call(tool: str, version: str) -> list[str]:
        program(scratch, "recorder", RECORDER)
        assert Runner(repo, scratch, program(scratch / "bin", tool, INSTALLER)).run(version=version).code == 1
        return (scratch / "installed").read_text(encoding="utf-8").splitlines()

    return call


def on(repo: Path, scratch: Path, /, **inputs: str) -> Done:
    return Runner(repo, scratch, BESIDE).run(**inputs)


def test_it_is_a_valid_action() -> None:
    assert problems("github-actions", ACTION) == []


@pytest.mark.parametrize("script", sorted((ROOT / "action").glob("*.sh")), ids=lambda path: path.name)
def test_scripts_pass_shellcheck(script: Path) -> None:
    command = [str(Path(sys.executable).parent / "shellcheck"), str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
    assert done.stdout == ""


def test_other_actions_are_pinned_to_a_commit() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    assert [line for line in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_a_run(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch)
    assert done.code == 1
    assert "app.py:3:10" in done.log
    assert [command.properties.get("file") for command in commands(done.log) if command.name == "error"] == ["app.py"]
    assert done.summary.startswith("## Production readiness: ")
    assert "| Monitoring AI behaviour |" in done.summary
    report = json.loads(Path(done.outputs["json-file"]).read_text(encoding="utf-8"))
    assert done.outputs | {"json-file": ""} == {
        "score": str(report["readiness"]["score"]), "stage-reached": "", "new-findings": "1", "json-file": "", "sarif-file": "",
    }  # fmt: skip


def test_the_cache_is_kept_also_where_the_gate_fails(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch)
    restored, saved = done.used["actions/cache/restore"], done.used["actions/cache/save"]
    assert restored == saved == {"path": f"{scratch}/ailint/cache", "key": f"ailint-Linux-{__version__}"}
    assert list((scratch / "ailint" / "cache").iterdir())


def test_what_is_not_wanted_is_left_out(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch, annotations="false", summary="false", fail_on="never")
    assert (done.code, done.summary, [command for command in commands(done.log) if command.name == "error"]) == (0, "", [])


def test_sarif_is_uploaded_though_the_gate_fails(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch, upload_sarif="true")
    assert done.code == 1
    assert done.used["github/codeql-action/upload-sarif"] == {"sarif_file": done.outputs["sarif-file"]}
    assert problems("sarif", json.loads(Path(done.outputs["sarif-file"]).read_text(encoding="utf-8"))) == []


def test_sarif_may_be_written_without_an_upload(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch, sarif="true")
    assert (bool(done.outputs["sarif-file"]), "github/codeql-action/upload-sarif" in done.used) == (True, False)


def test_suppressed_findings_are_never_uploaded(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch, upload_sarif="true", args="--show-suppressed")
    assert (done.code, list(done.used)) == (2, ["actions/cache/restore"])


@pytest.mark.parametrize(("inputs", "code"), [({"stage": "pilto"}, 2), ({"path": "gone"}, 2), ({"args": "--exit-zero"}, 0)], ids=str)
def test_exit_codes_are_ailints(repo: Path, scratch: Path, inputs: dict[str, str], code: int) -> None:
    assert on(repo, scratch, **inputs).code == code


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_an_input_is_a_value(recorded: Call, repo: Path, text: str) -> None:
    options = ("stage", "fail-on", "fail-under", "diff-base")
    arguments = recorded(path=text, **{name.replace("-", "_"): text for name in options})
    assert arguments[-6:] == [*(f"--{name}={text}" for name in options), "--", text]
    assert not (repo / "owned").exists()


ARGS = {
    "words": ("--preview  -q\n--jobs 1\n", ["--preview", "-q", "--jobs", "1"]),
    "quotes": ("--config \"stage='poc'\" --exclude 'a b,c'", ["--config", "stage='poc'", "--exclude", "a b,c"]),
    "nothing is expanded": ("--exclude $(touch${IFS}owned) `touch` * ~ $HOME", ["--exclude", "$(touch${IFS}owned)", "`touch`", "*", "~", "$HOME"]),
    "blanks": (" \n ", []),
}


@pytest.mark.parametrize(("text", "words"), ARGS.values(), ids=ARGS.keys())
def test_args_are_words(recorded: Call, repo: Path, text: str, words: list[str]) -> None:
    assert recorded(args=text)[5:-2] == words
    assert not (repo / "owned").exists()


def test_options_left_empty_are_left_out(recorded: Call) -> None:
    names = [word.split("=")[0] for word in recorded()]
    assert names == ["check", "--output-format", "--report", "--report", "--report", "--", "."]


def test_a_quote_without_its_pair(repo: Path, scratch: Path) -> None:
    done = on(repo, scratch, args="--exclude 'a")
    assert (done.code, "the input args has a quote without its pair" in done.log) == (2, True)


def test_whatever_is_printed_commands_nothing(repo: Path, scratch: Path) -> None:
    """A run whose output is a command is framed by words that switch commands off and on again."""
    path = program(scratch / "bin", "ailint", RECORDER.replace("exit 1", "echo ::error::owned; echo '::set-env name=A::b' >&2; exit 1"))
    names = [command.name for command in commands(Runner(repo, scratch, path).run(version="9.9.9").log)]
    assert (names[0], names[1:-1]) == ("stop-commands", ["error", "set-env"])
    assert re.fullmatch(r"[0-9a-f]{32}", names[-1])


@pytest.mark.parametrize(("tool", "options"), [("uv", ["tool", "install"]), ("pipx", ["install"])])
@pytest.mark.parametrize(("version", "wanted"), [("9.9.9", "ailint-cli==9.9.9"), ("", str(ROOT))])
def test_one_exact_version_is_installed(installing: Installing, tool: str, options: list[str], version: str, wanted: str) -> None:
    installed = installing(tool, version)
    assert (installed[: len(options)], installed[-1]) == (options, wanted)


def test_a_path_is_installed_from(installing: Installing, repo: Path) -> None:
    (repo / "a b").mkdir()
    assert installing("uv", "./a b")[-1] == str(repo / "a b")


@pytest.mark.parametrize("text", [*HOSTILE.values(), "latest", ">=1", "1.0 --index-url=x", "-r x", "./gone", "1.0\nx"])
def test_a_version_is_exact_or_a_path(repo: Path, scratch: Path, text: str) -> None:
    done = on(repo, scratch, version=text)
    assert (done.code, "neither an exact version" in done.log, done.used) == (2, True, {})
    assert not (repo / "owned").exists()


def test_a_runner_without_an_installer_is_told_so(repo: Path, scratch: Path) -> None:
    done = Runner(repo, scratch, PLAIN).run()
    assert (done.code, "neither uv nor pipx" in done.log) == (2, True)
