"""Shell: command lines, and what they invoke."""

from __future__ import annotations

from time import process_time

import pytest

from ailint.facts import Command, Setting, Span
from ailint.read.shell import Line, command_lines, invocations, read_shell


def test_command_lines_join_continuations_and_pass_over_the_rest() -> None:
    script = "a \\\n  -x\n# no\n\ncat <<'EOF' > f\nnot a command\nEOF\nlast # why"
    assert list(command_lines(script.split("\n"))) == [Line("a -x", 0, 1), Line("cat <<'EOF' > f", 4, 4), Line("last # why", 7, 7)]


def test_a_continuation_into_nothing() -> None:
    assert list(command_lines(["a \\"])) == [Line("a", 0, 0)]


INVOKED = {
    "CI=1 uv run python -m pytest evals && echo done": [("pytest", "evals"), ("echo", "done")],
    "poetry run deepeval test run x.py; ls": [("deepeval", "test", "run", "x.py"), ("ls",)],
    "npx -y promptfoo@latest eval -c a.yaml | tee out": [("promptfoo", "eval", "-c", "a.yaml"), ("tee", "out")],
    "uv run --group eval --with x evals/run.py": [("evals/run.py",)],
    "if ! make eval; then exit 1; fi": [("make", "eval"), ("exit", "1")],
    '.venv/bin/python3.11 -m evals.run --name "two words"': [("evals.run", "--name", "two words")],
    'bash -c "source env.sh && python -m evals.main"': [("source", "env.sh"), ("evals.main",)],
    "(cd evals && sudo make)": [("cd", "evals"), ("make",)],
    "echo 'a && b'": [("echo", "a && b")],
    "A=1": [],
    "uv run": [],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), INVOKED.items(), ids=INVOKED)
def test_invocations(text: str, expected: list[tuple[str, ...]]) -> None:
    assert list(invocations(text)) == expected


@pytest.mark.parametrize("text", ['"' * 99_999, "$(" * 50_000, '"\\' * 50_000, "npx " * 50_000, "A=1 " * 50_000, "sh -c " * 20_000])
def test_text_made_to_keep_the_reader_busy(text: str) -> None:
    started = process_time()
    list(invocations(text))
    assert process_time() - started < 2


def test_read_shell() -> None:
    facts = read_shell("scripts/run.sh", b"#!/bin/sh\nexport KEY=abc\npytest \\\n  evals\n")
    assert facts.settings == (Setting(("KEY",), "abc", Span(2, 11, 2, 14), "abc"),)
    assert facts.commands == (
        Command("export KEY=abc", "script", "run.sh", Span(2, 0, 2, 14)),
        Command("pytest evals", "script", "run.sh", Span(3, 0, 4, 7)),
    )
