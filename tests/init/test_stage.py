"""The proposed stage, and the sign that speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.config import load_config
from ailint.init.stage import propose
from ailint.reading import read_project
from ailint.settings import Stage
from tests.sample import UNBOUNDED

if TYPE_CHECKING:
    from pathlib import Path

ROUTE = "\n\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get('/ask')\ndef ask(question: str) -> str:\n    return answer(question)\n"


def workflow(*steps: str, job: str = "") -> str:
    return f"on: push\njobs:\n  ship:\n    runs-on: ubuntu-latest\n{job}    steps:\n" + "".join(f"      - {step}\n" for step in steps)


PROPOSED: dict[str, tuple[dict[str, str], Stage, str]] = {
    "nothing": ({}, Stage.POC, "nothing here deploys it"),
    "an endpoint alone": ({"app.py": UNBOUNDED + ROUTE}, Stage.POC, "nothing here deploys it"),
    "an endpoint in an image": (
        {"app.py": UNBOUNDED + ROUTE, "Dockerfile": "FROM python:3.12\n"},
        Stage.PILOT,
        "app.py:20 answers people or programs, from an image (Dockerfile)",
    ),
    "a port of an image": ({"Dockerfile": "FROM python:3.12\nEXPOSE 80\n"}, Stage.PILOT, "it answers on a port, from an image (Dockerfile)"),
    "an image for editors": ({".devcontainer/Dockerfile": "FROM python:3.12\nEXPOSE 80\n"}, Stage.POC, "nothing here deploys it"),
    "a hosting platform": ({"fly.toml": "app = 'x'\n"}, Stage.PILOT, "a hosting platform is told how to start it (fly.toml)"),
    "a target that deploys": (
        {"Makefile": "deploy:\n\tgcloud run deploy x\n"},
        Stage.PILOT,
        "`gcloud run deploy` deploys it by hand (Makefile:2)",
    ),
    "a pipeline that deploys": (
        {".github/workflows/a.yml": workflow("run: kubectl apply -f k8s", "run: helm upgrade x")},
        Stage.PRODUCTION,
        "a pipeline deploys with `kubectl apply` (.github/workflows/a.yml:6, and 1 more place like it)",
    ),
    "a pipeline that runs the target": (
        {"Makefile": "ship:\n\tfly deploy\n", ".github/workflows/a.yml": workflow("run: make ship")},
        Stage.PRODUCTION,
        "a pipeline deploys with `fly deploy` (.github/workflows/a.yml:6)",
    ),
    "an action that deploys": (
        {".github/workflows/a.yml": workflow("uses: azure/webapps-deploy@v3")},
        Stage.PRODUCTION,
        "a pipeline deploys with `azure/webapps-deploy` (.github/workflows/a.yml:6)",
    ),
    "an image that is built and kept": (
        {".github/workflows/a.yml": workflow("uses: docker/build-push-action@v6\n        with: {push: false}")},
        Stage.POC,
        "nothing here deploys it",
    ),
    "an environment": (
        {".github/workflows/a.yml": workflow("run: ./ship.sh", job="    environment: production\n")},
        Stage.PRODUCTION,
        "a pipeline works on the environment `production`",
    ),
    "a release": (
        {".github/workflows/a.yml": workflow("run: uv publish")},
        Stage.PRODUCTION,
        "a pipeline releases it with `uv publish` (.github/workflows/a.yml:6)",
    ),
    "infrastructure": (
        {"main.tf": 'resource "aws_lambda_function" "chat" {\n  timeout = 3\n}\n'},
        Stage.PRODUCTION,
        "`aws_lambda_function` is declared (main.tf:1)",
    ),
    "infrastructure of an example": ({"examples/main.tf": 'resource "aws_lambda_function" "x" {\n}\n'}, Stage.POC, "nothing here deploys it"),
}


@pytest.mark.parametrize(("files", "stage", "reason"), PROPOSED.values(), ids=PROPOSED.keys())
def test_proposed(repo: Path, files: dict[str, str], stage: Stage, reason: str) -> None:
    write(repo, files)
    found = propose(read_project(load_config(repo)).project)
    assert (found.stage, found.reason[: len(reason)]) == (stage, reason)


def test_recipes_side_by_side_do_not_speak_for_all(repo: Path) -> None:
    for number in range(11):
        write(repo, {f"s{number}/app.py": UNBOUNDED, f"s{number}/pyproject.toml": "[project]\nname = 'x'\n"})
    write(repo, {"s1/fly.toml": "app = 'x'\n"})
    assert propose(read_project(load_config(repo)).project).stage is Stage.POC


def write(repo: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (repo / path).parent.mkdir(parents=True, exist_ok=True)
        (repo / path).write_text(text, encoding="utf-8")
