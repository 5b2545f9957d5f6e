"""The profile: sub-projects, their kinds and their manifests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ailint.config import Config
from ailint.file_formats import READ, format_of
from ailint.knowledge import load
from ailint.project.profile import Profile, profile
from ailint.read.files import read_data
from ailint.read.modules import Modules

if TYPE_CHECKING:
    from ailint.knowledge import Knowledge

CHAT = "from openai import OpenAI\nclient = OpenAI()\n"
SERVED = CHAT + "from fastapi import FastAPI\napp = FastAPI()\n"
MAIN = CHAT + 'if __name__ == "__main__":\n    client.chat.completions.create()\n'
TRAIN = "import torch\nloss.backward()\n"
PACKAGE = '[project]\nname = "{}"\n'
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": CHAT}]})


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


def made(knowledge: Knowledge, files: dict[str, str], projects: tuple[str, ...] = ()) -> Profile:
    facts = {path: read_data(path, format_of(path), text.encode()) for path, text in files.items() if format_of(path) in READ}
    return profile(tuple(files), facts, Config(root=Path("/somewhere/shop"), projects=projects), knowledge, Modules(files, knowledge.ai_roots))


def kinds(knowledge: Knowledge, files: dict[str, str], projects: tuple[str, ...] = ()) -> dict[str, str]:
    """Path of each sub-project → its kind."""
    return {found.path: found.kind for found in made(knowledge, files, projects).subprojects}


SERVICES = "services:\n  one:\n    image: {}\n"
KINDS = {
    "a route and a model": ({"app.py": SERVED}, "application"),
    "a program": ({"main.py": MAIN}, "application"),
    "no more than a client": ({"chat.py": CHAT}, "application"),
    "a model called over plain HTTP": ({"chat.py": 'import requests\nrequests.post("https://api.openai.com/v1/chat/completions")\n'}, "application"),
    "an own module of a library's name": ({"agents/__init__.py": "", "agents/base.py": "x = 1\n", "app.py": "from agents.base import x\n"}, "none"),
    "no AI": ({"app.py": "from flask import Flask\napp = Flask(__name__)\n"}, "none"),
    "AI in tests only": ({"lib.py": "x = 1\n", "tests/test_a.py": CHAT}, "none"),
    "training": ({"train.py": TRAIN, "model.py": "import torch\n"}, "training"),
    "training that is served": ({"train.py": TRAIN, "app.py": "import torch\nimport gradio as gr\ngr.ChatInterface(f)\n"}, "application"),
    "notebooks": ({"a.ipynb": NOTEBOOK, "b.ipynb": NOTEBOOK}, "cookbook"),
    "many programs that share nothing": ({f"recipe{n}/step{n}.py": MAIN for n in range(9)}, "cookbook"),
    "samples and nothing else": ({f"samples/s{n}/app.py": CHAT for n in range(3)}, "cookbook"),
    "pages of one app": ({"pyproject.toml": "", **{f"pages/{n}_page.py": SERVED for n in range(9)}}, "application"),
    "a typed package": ({"pyproject.toml": PACKAGE.format("x"), "src/x/__init__.py": CHAT, "src/x/py.typed": ""}, "library"),
    "a package that is published": (
        {
            "pyproject.toml": PACKAGE.format("x"),
            "src/x/__init__.py": CHAT,
            ".github/workflows/release.yml": "on: release\njobs: {p: {steps: [{run: uv publish}]}}\n",
        },
        "library",
    ),
    "a typed package that is deployed": (
        {"pyproject.toml": PACKAGE.format("x"), "src/x/__init__.py": CHAT, "src/x/py.typed": "", "Dockerfile": "FROM x\n"},
        "application",
    ),
    "images and modules for the cloud": ({"main.tf": "", "Dockerfile": "FROM x\n"}, "infrastructure"),
    "servers of models and nothing else": ({"compose.yaml": SERVICES.format("ollama/ollama:0.12.6"), "page.ts": ""}, "infrastructure"),
    "an image made of a model's server": ({"Dockerfile": "FROM vllm/vllm-openai:v0.11.0\n", "page.ts": ""}, "infrastructure"),
    "servers of another kind": ({"compose.yaml": SERVICES.format("postgres:17"), "page.ts": ""}, "none"),
    "documents": ({"README.md": ""}, "none"),
    "nothing": ({}, "none"),
}


@pytest.mark.parametrize(("files", "expected"), KINDS.values(), ids=KINDS)
def test_kind(knowledge: Knowledge, files: dict[str, str], expected: str) -> None:
    assert kinds(knowledge, files) == {".": expected}


SPLITS: dict[str, tuple[dict[str, str], list[str]]] = {
    "no manifest": ({"a/app.py": "", "b/app.py": ""}, ["."]),
    "a root and what has a manifest of its own": (
        {"pyproject.toml": PACKAGE.format("x"), "x.py": "", "backend/pyproject.toml": PACKAGE.format("b"), "backend/app.py": ""},
        [".", "backend"],
    ),
    "services side by side": (
        {"services/a/requirements.txt": "", "services/a/app.py": "", "services/b/requirements.txt": "", "services/b/app.py": ""},
        ["services/a", "services/b"],
    ),
    "a frontend": ({"requirements.txt": "", "app.py": "", "frontend/package.json": '{"name": "f"}', "frontend/src/x.ts": ""}, [".", "frontend"]),
    "requirements for an image": ({"requirements.txt": "", "app.py": "", "docker/requirements.txt": ""}, ["."]),
    "requirements of a part that imports the rest": (
        {"requirements.txt": "", "core/x.py": "", "backend/requirements.txt": "", "backend/app.py": "from core.x import y\n"},
        ["."],
    ),
    "parts of one root that import each other": (
        {
            "requirements.txt": "",
            "main.py": "",
            "rag/requirements.txt": "",
            "rag/x.py": "",
            "api/requirements.txt": "",
            "api/app.py": "import rag.x\n",
        },
        ["."],
    ),
    "a package that the root imports": (
        {
            "pyproject.toml": PACKAGE.format("x"),
            "main.py": "from backend.app import y\n",
            "backend/pyproject.toml": PACKAGE.format("b"),
            "backend/app.py": "",
        },
        ["."],
    ),
    "a package that tests at the root import": (
        {
            "pyproject.toml": PACKAGE.format("x"),
            "x.py": "",
            "tests/test_b.py": "from backend.app import y\n",
            "backend/pyproject.toml": PACKAGE.format("b"),
            "backend/app.py": "",
        },
        [".", "backend"],
    ),
    "manifests of tests, examples, documents and scripts": (
        {
            "pyproject.toml": "",
            "app.py": "",
            **{f"{name}/{file}": "" for name in ("tests", "examples/a", "docs", "scripts") for file in ("package.json", "a.py")},
        },
        ["."],
    ),
    "a tool's configuration is no manifest": ({"app.py": "", "sub/pyproject.toml": "[tool.ruff]\nline-length = 1\n", "sub/x.py": ""}, ["."]),
    "a module called setup is no manifest": ({"app.py": "", "pages/__init__.py": "", "pages/setup.py": "x = 1\n", "pages/y.py": ""}, ["."]),
    "a list inside a package belongs to it": (
        {"requirements.txt": "", "x/__init__.py": "", "x/plugin/requirements.txt": "", "x/plugin/a.py": ""},
        ["."],
    ),
    "a gallery of notebooks and samples": (
        {f"topic{n}/{name}": "" for n in range(7) for name in ("requirements.txt", "app.py")}
        | {f"topic{n}/a{m}.ipynb": "{}" for n in range(7) for m in range(2)},
        ["."],
    ),
}


@pytest.mark.parametrize(("files", "expected"), SPLITS.values(), ids=SPLITS)
def test_sub_projects(knowledge: Knowledge, files: dict[str, str], expected: list[str]) -> None:
    assert list(kinds(knowledge, files)) == expected


def test_sub_projects_that_the_configuration_names(knowledge: Knowledge) -> None:
    files = {"services/a/app.py": SERVED, "services/a/sub/x.py": "", "services/b/x.py": "", "tools.py": ""}
    assert kinds(knowledge, files, ("services/*",)) == {".": "none", "services/a": "application", "services/b": "none"}


def test_a_named_folder_of_examples_is_an_app(knowledge: Knowledge) -> None:
    files = {"src/library.py": CHAT, "examples/shop/app.py": SERVED}
    found = made(knowledge, files, ("examples/*",))
    assert (found.roles.of("examples/shop/app.py"), [part.kind for part in found.subprojects]) == ("app", ["application", "application"])


def test_files_belong_to_the_deepest_and_the_rest_serves_all(knowledge: Knowledge) -> None:
    files = {
        ".github/workflows/ci.yml": "on: push\n",
        "evals/run.py": CHAT,
        "main.py": CHAT,
        "backend/pyproject.toml": PACKAGE.format("api"),
        "backend/app.py": SERVED,
    }
    root, backend = made(knowledge, files).subprojects
    assert root.files == (".github/workflows/ci.yml", "evals/run.py", "main.py")
    assert (backend.files, backend.name, backend.manifest) == (("backend/app.py", "backend/pyproject.toml"), "api", "backend/pyproject.toml")
    assert backend.shared == (".github/workflows/ci.yml", "evals/run.py")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["package.json", "pyproject.toml", "requirements.txt"], "pyproject.toml"),
        (["requirements-dev.txt", "requirements.txt", "README.md"], "requirements.txt"),
        (["README.md", "app.py"], "README.md"),
        (["b.py", "a.py"], "a.py"),
        (["docs/README.md", "z.py"], "docs/README.md"),
    ],
)
def test_manifest(knowledge: Knowledge, names: list[str], expected: str) -> None:
    assert made(knowledge, dict.fromkeys(names, "")).subprojects[0].manifest == expected


def test_the_root_is_named_like_its_folder(knowledge: Knowledge) -> None:
    assert made(knowledge, {"app.py": ""}).subprojects[0].name == "shop"
