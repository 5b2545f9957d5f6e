"""Task files: targets and what they run."""

from __future__ import annotations

import pytest

from ailint.facts import Command, Span
from ailint.read.scripts import nox, read_scripts


def run(path: str, text: str) -> list[tuple[str, str]]:
    return [(command.target, command.text) for command in read_scripts(path, text.encode()).commands]


def test_make_targets_variables_and_what_they_depend_on() -> None:
    text = """PY ?= uv run python
.PHONY: eval
all: lint eval ## help: text
eval: install
\t@$(PY) -m evals \\
\t  --fast
\t# comment

\t-rm -f $(OUT)
url = http://localhost:1
"""
    assert run("Makefile", text) == [
        ("all", "make lint"),
        ("all", "make eval"),
        ("eval", "make install"),
        ("eval", "uv run python -m evals --fast"),
        ("eval", "rm -f $(OUT)"),
    ]


def test_make_places() -> None:
    facts = read_scripts("Makefile", b"a:\n\tx \\\n\t  y\n")
    assert facts.commands == (Command("x y", "make", "a", Span(2, 1, 3, 4)),)


def test_just_recipes() -> None:
    text = 'py := "uv run"\neval name="x" *args: build\n    {{py}} pytest\n    @echo done\nbuild:\n    make\n'
    assert run("justfile", text) == [("eval", "just build"), ("eval", "uv run pytest"), ("eval", "echo done"), ("build", "make")]


def test_tox_environments() -> None:
    text = "[tox]\nenvlist = a\n[testenv:evals]\ndeps = x\ncommands =\n    pytest evals\n    - ruff .\n[testenv]\ncommands = pytest\n"
    assert run("tox.ini", text) == [("evals", "pytest evals"), ("evals", "ruff ."), ("testenv", "pytest")]


def test_processes() -> None:
    assert run("Procfile", "web: gunicorn app:api\nworker: celery\n") == [("web", "gunicorn app:api"), ("worker", "celery")]


def test_nox_sessions() -> None:
    data = b"""@nox.session
def evals(session):
    session.install('x')
    session.run('pytest', 'evals', *session.posargs)
    session.notify('lint')
"""
    assert [(command.target, command.text) for command in nox(data)] == [("evals", "pytest evals"), ("evals", "nox -s lint")]


def test_a_noxfile_that_is_no_python() -> None:
    assert nox(b"def (") == ()


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            "dvc.yaml",
            "stages:\n  eval:\n    cmd: python evals/run.py\n    deps: [data/a.csv, evals]\n  both:\n    cmd: [a, b]\n",
            [("eval", "python evals/run.py"), ("both", "a"), ("both", "b")],
            id="dvc",
        ),
        pytest.param(
            "Taskfile.yml",
            "version: '3'\ntasks:\n  eval:\n    deps: [install]\n    cmds:\n      - pytest evals\n      - task: report\n  plain: echo\n",
            [("eval", "task install"), ("eval", "pytest evals"), ("eval", "task report"), ("plain", "echo")],
            id="taskfile",
        ),
        pytest.param("mise.toml", '[tasks.eval]\nrun = "pytest evals"\ndepends = ["x"]\n', [("eval", "pytest evals"), ("eval", "task x")], id="mise"),
        pytest.param(
            "pixi.toml",
            '[tasks]\neval = "pytest evals"\n[feature.dev.tasks]\nlint = { cmd = "ruff ." }\n',
            [("eval", "pytest evals"), ("lint", "ruff .")],
            id="pixi",
        ),
    ],
)
def test_declared_tasks(path: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert run(path, text) == expected
