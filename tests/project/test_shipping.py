"""How a project is built and shipped: what counts as a control."""

from __future__ import annotations

import pytest

from tests.linked import linked

FLOW = "on:\n  {}\njobs:\n  build:\n    steps:\n      - run: make image\n"
PLACES = {
    "a change starts it": ("pipeline", ".github/workflows/ci.yaml", FLOW.format("push:\n    branches: [main]"), 3),
    "a request starts it": ("pipeline", ".github/workflows/ci.yaml", FLOW.format("pull_request"), 2),
    "only a person starts it": ("pipeline", ".github/workflows/ci.yaml", FLOW.format("workflow_dispatch"), None),
    "the vendor starts it": ("pipeline", ".gitlab-ci.yml", "test:\n  script:\n    - pytest\n", 1),
    "a version": ("image-version", "Dockerfile", "FROM python:3.13.2-slim\n", 1),
    "a digest": ("image-version", "compose.yaml", f"services:\n  db:\n    image: qdrant/qdrant@sha256:{'0' * 64}\n", 3),
    "a word for a version": ("image-version", "Dockerfile", "FROM python:latest\n", None),
    "a version put in later": ("image-version", "Dockerfile", "ARG TAG\nFROM python:${TAG}\n", None),
    "somebody of its own": ("image-user", "Dockerfile", "FROM python:3.13\nUSER root\nUSER app:app\n", 3),
    "root in the end": ("image-user", "Dockerfile", "FROM python:3.13\nUSER app\nUSER 0\n", None),
    "a lock": ("dependency-lock", "uv.lock", "version = 1\n", 1),
    "a list of requirements": ("dependency-lock", "requirements.txt", "openai==2.8.0\n", None),
}


@pytest.mark.parametrize(("practice", "path", "text", "line"), PLACES.values(), ids=PLACES.keys())
def test_shipping(practice: str, path: str, text: str, line: int | None) -> None:
    project = linked({"app.py": "import openai\n", path: text})
    found = [(proof.path, proof.span.line) for proof in project.evidence(practice, project.subprojects[0])]
    assert found == ([(path, line)] if line else [])
