"""Runs the steps of a composite action as GitHub's runner does, those that use other actions only noted."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
TERM = re.compile(r"(?P<name>[\w.-]+) (?P<is>==|!=) '(?P<value>[^']*)'")

Outputs = dict[str, dict[str, str]]


class Done(NamedTuple):
    """What a run came to: `used` are the other actions with their inputs, `code` is that of the first step that failed."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]
    used: dict[str, dict[str, str]]


class Runner(NamedTuple):
    """A runner with a repository checked out, a folder for files that do not stay, and a search path for programs."""

    repo: Path
    scratch: Path
    programs: str

    def run(self, /, **inputs: str) -> Done:
        """The action with these inputs, named with `_` for `-`. Other actions do nothing, and find nothing in a cache."""
        given = {name: spec["default"] for name, spec in ACTION["inputs"].items()} | {name.replace("_", "-"): text for name, text in inputs.items()}
        steps: Outputs = {}
        used: dict[str, dict[str, str]] = {}
        code, log = 0, ""
        for step in ACTION["runs"]["steps"]:
            condition = step.get("if", "")
            if (code and "always()" not in condition) or not holds(condition, given, steps):
                continue
            if "uses" in step:
                used[step["uses"].split("@")[0]] = {name: filled(text, given, steps) for name, text in step["with"].items()}
                continue
            done, steps[step.get("id", "")] = self._script(step, {name: filled(text, given, steps) for name, text in step.get("env", {}).items()})
            log += done.stdout + done.stderr
            code = code or done.returncode
        summary = self.scratch / "summary"
        outputs = {name: filled(spec["value"], given, steps) for name, spec in ACTION["outputs"].items()}
        return Done(code, log, summary.read_text(encoding="utf-8") if summary.exists() else "", outputs, used)

    def _script(self, step: dict[str, Any], env: dict[str, str]) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        """One `run` step, with the command line that the runner has for `shell: bash`, and its outputs."""
        assert step["shell"] == "bash"
        assert not EXPRESSION.search(step["run"]), "inputs reach a script through its environment"
        script, output = self.scratch / "step.sh", self.scratch / "output"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("", encoding="utf-8")
        files = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": self.scratch / "summary", "GITHUB_ACTION_PATH": ROOT, "RUNNER_TEMP": self.scratch}
        own = {"PATH": self.programs, "HOME": os.environ["HOME"], "GITHUB_ACTIONS": "true", **{name: str(file) for name, file in files.items()}}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(command, cwd=self.repo, env=own | env, capture_output=True, text=True, check=False)  # noqa: S603 -- our own script
        return done, dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())


def filled(text: str, inputs: dict[str, str], steps: Outputs) -> str:
    """A text with its expressions evaluated."""
    return EXPRESSION.sub(lambda found: value(found[1], inputs, steps), text)


def value(name: str, inputs: dict[str, str], steps: Outputs) -> str:
    """What a context has under a name, nothing where it has none."""
    match name.split("."):
        case ["inputs", key]:
            return inputs[key]
        case ["steps", step, "outputs", key]:
            return steps.get(step, {}).get(key, "")
        case ["runner", "os"]:
            return "Linux"
    raise KeyError(name)


def holds(condition: str, inputs: dict[str, str], steps: Outputs) -> bool:
    """Whether a step is to run: all terms of its condition hold."""
    terms = [term for term in EXPRESSION.sub(r"\1", condition).split(" && ") if term not in {"", "always()"}]
    found = [TERM.fullmatch(term) for term in terms]
    return all(term is not None and (value(term["name"], inputs, steps) == term["value"]) == (term["is"] == "==") for term in found)
