"""The bill of materials: its own schema accepts it, whatever a repository is called and holds."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.inventory.test_tracked import index

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Ailint = Callable[..., Result]

REPOS = Path(__file__).parents[1] / "fixtures" / "repos"
HOSTILE = "a\\x1b[2J\\u202e <x>&\"'` {{7*7}}"
CODE = f"""\
import openai
from agents import Agent, function_tool

@function_tool
def look(x: str) -> str:
    return open(x).read()

Agent(name="{HOSTILE.replace('"', chr(92) + '"')}", instructions="You answer questions about orders.", tools=[look], model="ünknown/<m>")
client = openai.OpenAI()
client.responses.create(model="{HOSTILE.replace('"', chr(92) + '"')}", input="x")
"""


def bill(ailint: Ailint, folder: Path) -> dict[str, Any]:
    """The bill of a repository, which the strict schema has accepted."""
    text = ailint("inventory", "--format", "cyclonedx", str(folder)).stdout
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.mark.parametrize("name", ["poc-chatbot", "production-rag", "monorepo", "not-ai"])
def test_fixtures(ailint: Ailint, tmp_path: Path, name: str) -> None:
    shutil.copytree(REPOS / name, tmp_path / name)
    first, second = bill(ailint, tmp_path / name), bill(ailint, tmp_path / name)
    assert first == second
    assert first["metadata"]["component"]["name"] == name
    assert "timestamp" not in first["metadata"]


def test_models_have_cards_and_places(ailint: Ailint, tmp_path: Path) -> None:
    shutil.copytree(REPOS / "poc-chatbot", tmp_path / "poc")
    models = [part for part in bill(ailint, tmp_path / "poc")["components"] if part["type"] == "machine-learning-model"]
    assert models
    assert all(part["evidence"]["occurrences"][0]["location"] for part in models)
    assert {part["modelCard"]["modelParameters"]["task"] for part in models if "modelCard" in part} >= {"chat"}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A repository of hostile names."""
    folder = tmp_path / "repo <&\u202e"
    (folder / "prompts").mkdir(parents=True)
    (folder / "app.py").write_text(CODE, encoding="utf-8")
    (folder / "requirements.txt").write_text("openai==2.8.0+<evil>\nopenai-agents>=0.1,<2\n", encoding="utf-8")
    (folder / "prompts" / "an\nswer_v2 <b>\u202e.md").write_text("Answer briefly.\n", encoding="utf-8")
    servers = {HOSTILE: {"url": "https://user:pass@mcp.example.com/<a b>{c}|?k=v"}, "": {"command": "npx"}, "x\ny": {"url": "nonsense://["}}
    (folder / ".mcp.json").write_text(json.dumps({"mcpServers": servers}), encoding="utf-8")
    return folder


def test_hostile_names(ailint: Ailint, hostile: Path) -> None:
    found = bill(ailint, hostile)
    assert {part["type"] for part in found["components"]} == {"library", "machine-learning-model", "data", "application"}
    references = [part["bom-ref"] for part in (*found["components"], *found["services"])]
    assert len(references) == len(set(references))
    assert not {"\x1b", "\u202e"} & set(ailint("inventory", "--format", "cyclonedx", str(hostile)).stdout)


def test_an_agent_depends_on_its_tools(ailint: Ailint, hostile: Path) -> None:
    edges = {edge["ref"]: edge.get("dependsOn", []) for edge in bill(ailint, hostile)["dependencies"]}
    (agent,) = (reference for reference in edges if reference.startswith("agent:"))
    assert [reference.partition("@")[0] for reference in edges[agent]] == ["tool:look"]


def test_a_tracked_prompt_has_the_name_that_git_gives_it(ailint: Ailint, tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "app.py").write_text("import openai\n")
    (tmp_path / "prompts" / "one.md").write_bytes(b"one\n")
    (tmp_path / "prompts" / "two.md").write_bytes(b"changed since\n")
    (tmp_path / ".git" / "index").write_bytes(index({"prompts/one.md": b"one\n", "prompts/two.md": b"two\n"}))
    data = {part["name"]: part.get("version") for part in bill(ailint, tmp_path)["components"] if part["type"] == "data"}
    assert data == {"one": "5626abf0f72e58d7a153368ba57db4c673c0e171", "two": None}


def test_without_the_library_the_extra_is_named(ailint: Ailint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import openai\n")
    for name in [name for name in sys.modules if name.partition(".")[0] == "cyclonedx"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cyclonedx", None)
    result = ailint("inventory", "--format", "cyclonedx", str(tmp_path))
    assert (result.exit_code, "pip install 'ailint-cli[sbom]'" in result.stderr) == (2, True)
