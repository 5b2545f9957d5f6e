"""File formats: what a file is read as."""

from __future__ import annotations

import pytest

from ailint.file_formats import format_of, size_limit

FORMATS = {
    "python": ["app.py", "a/env.py", "src/prompts.py"],
    "notebook": ["a.ipynb"],
    "typescript": ["app/page.tsx", "next.config.mjs"],
    "yaml": ["config.yml", "docker-compose.yaml", "prompts/system.yaml", ".env.yaml", "env.prod.yml"],
    "toml": ["settings.toml"],
    "json": ["config.json", ".mcp.json", "prompts/system.json"],
    "env": [".env", ".env.example", "deploy/prod.env", "env.sample", ".envrc"],
    "workflow": [
        ".github/workflows/ci.yml",
        ".github/actions/setup/action.yml",
        ".gitlab-ci.yml",
        ".circleci/config.yml",
        "azure-pipelines.yml",
        "Jenkinsfile",
        "cloudbuild.yaml",
        ".buildkite/pipeline.yml",
    ],
    "dockerfile": ["Dockerfile", "docker/Dockerfile.gpu", "api.Dockerfile", "Containerfile"],
    "make": ["Makefile", "justfile", "dvc.yaml", "Taskfile.yml", "tox.ini", "Procfile", "rules.mk"],
    "requirements": [
        "requirements.txt",
        "pnpm-lock.yaml",
        "requirements-dev.txt",
        "requirements/base.txt",
        "dev-requirements.in",
        "pyproject.toml",
        "setup.py",
        "setup.cfg",
        "package.json",
        "uv.lock",
        "poetry.lock",
        "package-lock.json",
        "environment.yml",
    ],
    "prompt": [
        "prompts/system.md",
        "src/coder/prompt.jinja2",
        "a.prompty",
        "system_prompt.txt",
        "prompts/v1/a.j2",
        "CLAUDE.md",
        ".claude/agents/reviewer.md",
    ],
    "sql": ["schema.sql"],
    "terraform": ["main.tf", "terragrunt.hcl"],
    "shell": ["scripts/run.sh"],
    "bicep": ["infra/main.bicep"],
    "prisma": ["prisma/schema.prisma"],
    "table": ["evals/cases.jsonl", "tests/data/a.csv", "golden_set.csv", "train.jsonl"],
    "other": ["README.md", "data.csv", "logo.png", "notes.txt", "latest.csv", "templates/index.j2", "LICENSE"],
}


@pytest.mark.parametrize(("path", "expected"), [(path, name) for name, paths in FORMATS.items() for path in paths])
def test_format_of(path: str, expected: str) -> None:
    assert format_of(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("app.py", 100), ("uv.lock", 1600), ("a.ipynb", 1600), ("data.csv", None), ("a.prompt", None), ("web/app.ts", None)],
    ids=["source", "a lock may be long", "a notebook holds its output", "never read", "its head is enough", "no reader yet"],
)
def test_size_limit(path: str, expected: int | None) -> None:
    assert size_limit(path, format_of(path), 100) == expected
