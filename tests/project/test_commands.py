"""What a command line runs, and what it leads to."""

from __future__ import annotations

import pytest

from ailint.project.commands import begins_with, command_lines, pipeline_runs, program
from tests.linked import linked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("pytest -q tests", [("pytest", "-q", "tests")], id="plain"),
        pytest.param("cd app && uv run pytest; echo done", [("cd", "app"), ("pytest",), ("echo", "done")], id="several on a line"),
        pytest.param("CI=1 poetry run python -m evals", [("python", "-m", "evals")], id="variables and a runner"),
        pytest.param("@npx --yes promptfoo eval", [("promptfoo", "eval")], id="a quiet one with options"),
        pytest.param("python evals/run.py \\\n  --limit 5", [("python", "evals/run.py", "--limit", "5")], id="continued"),
        pytest.param("echo 'unfinished", [("echo", "'unfinished")], id="a quote that does not end"),
        pytest.param("# nothing", [], id="a comment"),
    ],
)
def test_command_lines(text: str, expected: list[tuple[str, ...]]) -> None:
    assert list(command_lines(text)) == expected


@pytest.mark.parametrize(
    ("words", "command", "expected"),
    [
        pytest.param(("promptfoo", "eval", "-c", "x.yaml"), "npx promptfoo eval", True, id="by another runner"),
        pytest.param(("promptfoo@latest", "eval"), "promptfoo eval", True, id="with a version"),
        pytest.param(("python3", "-m", "deepeval", "test", "run"), "deepeval test run", True, id="as a module"),
        pytest.param(("echo", "promptfoo", "eval"), "promptfoo eval", False, id="only mentioned"),
    ],
)
def test_begins_with(words: tuple[str, ...], command: str, expected: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert begins_with(words, command) is expected


def test_program() -> None:
    assert [program("python -m lm_eval"), program("npx promptfoo eval"), program("")] == ["lm_eval", "promptfoo", ""]


def test_pipeline_reaches_targets_and_scripts_once() -> None:
    project = linked(
        {
            ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make all\n",
            "Makefile": "all: check\n\t./tools/eval.sh\n\ncheck:\n\tpytest\n\tmake all\n",
            "tools/eval.sh": "python evals/run.py\n",
        }
    )
    assert sorted({run.words for run in pipeline_runs(project)}) == sorted({
        ("make", "all"), ("make", "check"), ("./tools/eval.sh",), ("pytest",), ("python", "evals/run.py"),
    })  # fmt: skip


def test_commands_of_a_manifest_are_looked_into() -> None:
    project = linked(
        {
            ".github/workflows/ci.yml": "on: push\njobs: {a: {steps: [{run: uv run score --all}, {run: pdm run eval}, {run: test}]}}\n",
            "pyproject.toml": '[project.scripts]\nscore = "shop.scoring:main"\n[tool.pdm.scripts]\neval = {composite = ["lint", "pytest evals"]}\n',
            "Makefile": "test:\n\tnever\n",
        }
    )
    assert [run.words for run in pipeline_runs(project)] == [
        ("score", "--all"),
        ("python", "-m", "shop.scoring"),
        ("eval",),
        ("lint",),
        ("pytest", "evals"),
        ("test",),
    ]
