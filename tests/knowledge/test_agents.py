"""Agents on command lines and in pipelines."""

from __future__ import annotations

import pytest

from ailint.knowledge.agents import load_agents

AGENTS = load_agents()
BYPASSES = {
    "a flag": ("claude -p x --dangerously-skip-permissions", "--dangerously-skip-permissions"),
    "an option and its value": ("codex exec --sandbox danger-full-access x", "--sandbox danger-full-access"),
    "an option joined to its value": ("gemini --approval-mode=yolo", "--approval-mode yolo"),
    "a harmless value": ("codex exec --sandbox read-only x", ""),
    "a path and a version": ("/usr/bin/claude@2 --permission-mode plan", ""),
}


@pytest.mark.parametrize("name", BYPASSES)
def test_bypass(name: str) -> None:
    line, expected = BYPASSES[name]
    program = AGENTS.program(line.split())
    assert program is not None
    assert program.bypass(line.split()[1:]) == expected


def test_actions_in_any_case() -> None:
    assert AGENTS.action("Anthropics/Claude-Code-Action") is not None
    assert AGENTS.action("actions/checkout") is None


@pytest.mark.parametrize(
    ("line", "style"),
    [("npx -y a", "npm"), ("pnpm dlx a", "npm"), ("npx.cmd a", "npm"), ("uv tool run a", "python"), ("docker run a", "image")],
)
def test_launchers(line: str, style: str) -> None:
    launcher = AGENTS.launcher(line.split())
    assert launcher is not None
    assert launcher.style == style


@pytest.mark.parametrize("line", ["pnpm install", "uv run a", "python -m a", "docker build ."])
def test_no_launchers(line: str) -> None:
    assert AGENTS.launcher(line.split()) is None
