"""The inventory: what AI a project uses, and where each part of it is."""

from __future__ import annotations

import hashlib
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from ailint.inventory import KINDS, inventory
from ailint.sources import Sources
from tests.linked import linked

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

ASK = """\
    import os
    from openai import OpenAI

    client = OpenAI()
    ROUTER = "You route tickets to the right team. Answer with the team's name only."

    def route(ticket):
        messages = [{"role": "system", "content": ROUTER}, {"role": "user", "content": ticket}]
        return client.chat.completions.create(model=os.getenv("CHAT_MODEL", "gpt-4o"), messages=messages)
    """
AGENT = """\
    from agents import Agent, function_tool

    @function_tool
    def look_up(order: str) -> str:
        return order

    agent = Agent(name="Orders", instructions="You answer questions about orders.", tools=[look_up], model="gpt-4.1-2025-04-14")
    """
DESCRIBED = """\
    from openai import OpenAI

    TOOLS = [{"type": "function", "function": {"name": "refund", "parameters": {}}}]
    OpenAI().chat.completions.create(model="gpt-4o", messages=[], tools=TOOLS)
    """
READY = """\
    from langchain_community.tools import DuckDuckGoSearchRun
    from langchain_openai import ChatOpenAI

    search = DuckDuckGoSearchRun()
    ChatOpenAI(model="gpt-4o").bind_tools([search]).invoke("news")
    """
STORE = """\
    import chromadb
    from langchain_openai import OpenAIEmbeddings

    store = chromadb.PersistentClient(path="data")
    OpenAIEmbeddings(model="text-embedding-3-small").embed_query("why")
    """
FACTS: dict[str, tuple[Mapping[str, str] | str, str, list[tuple[str, str, int]]]] = {
    "a library at its first import": ({"b.py": "import openai\n", "a.py": "\nfrom openai import OpenAI\n"}, "libraries", [("openai", "a.py", 2)]),
    "a library under the package that is asked for": (
        {"app.py": "import faiss\n", "requirements.txt": "faiss-cpu==1.9.0\n"}, "libraries", [("faiss-cpu", "app.py", 1)],
    ),
    "a package inside a namespace": ("from google import genai\n", "libraries", [("google-genai", "app.py", 1)]),
    "no library, the project's own module": ({"app.py": "import openai\n", "openai.py": ""}, "libraries", []),
    "no library, only a test imports it": ({"tests/test_app.py": "import openai\n"}, "libraries", []),
    "a model that is a variable's default": (ASK, "models", [("gpt-4o", "app.py", 9)]),
    "a model of an agent": (AGENT, "models", [("gpt-4.1-2025-04-14", "app.py", 7)]),
    "a model that the library chooses": (
        "from langchain_openai import ChatOpenAI\nChatOpenAI().invoke('why')\n", "models", [("gpt-3.5-turbo", "app.py", 2)],
    ),
    "a model in settings": ({"config/llm.yaml": "chat:\n  model: gpt-4o\n"}, "models", [("gpt-4o", "config/llm.yaml", 2)]),
    "no model, a sample of settings": ({".env.example": "CHAT_MODEL=gpt-4o\n"}, "models", []),
    "a prompt by the name of its variable": (ASK, "prompts", [("ROUTER", "app.py", 5)]),
    "a file of a prompt": ({"prompts/answer.md": "Answer briefly.\n"}, "prompts", [("answer", "prompts/answer.md", 1)]),
    "an agent by its name": (AGENT, "agents", [("Orders", "app.py", 7)]),
    "a tool, a function": (AGENT, "tools", [("look_up", "app.py", 4)]),
    "a tool, described to the model": (DESCRIBED, "tools", [("refund", "app.py", 3)]),
    "a tool of a library": (READY, "tools", [("DuckDuckGoSearchRun", "app.py", 4)]),
    "a store": (STORE, "vector_stores", [("PersistentClient", "app.py", 4)]),
    "an embedder": (STORE, "embedders", [("OpenAIEmbeddings", "app.py", 5)]),
    "a trace tool": ("import langfuse.openai\n", "tracing", [("`langfuse.openai` is imported, which acts by itself", "app.py", 1)]),
    "an evaluation": (
        {"promptfooconfig.yaml": "prompts: []\n"}, "evaluations", [("`promptfooconfig.yaml` configures promptfoo", "promptfooconfig.yaml", 1)],
    ),
    "a guardrail": (
        "from openai import OpenAI\nOpenAI().moderations.create(input='x')\n",
        "guardrails", [("`openai.OpenAI.moderations.create` is used", "app.py", 2)],
    ),
}  # fmt: skip


def taken(files: Mapping[str, str] | str, selected: Container[str] | None = None) -> dict[str, list[dict[str, Any]]]:
    """The inventory of some files, as its JSON has it."""
    texts = {path: dedent(text).encode() for path, text in ({"app.py": files} if isinstance(files, str) else files).items()}
    project = linked(files)
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(inventory(project, Sources(project.files, texts.__getitem__), selected)))
    return {kind: list(found[kind]) for kind in KINDS}


@pytest.mark.parametrize(("files", "kind", "expected"), FACTS.values(), ids=FACTS)
def test_inventory(files: Mapping[str, str] | str, kind: str, expected: list[tuple[str, str, int]]) -> None:
    found = taken(files)[kind]
    assert [(item["name"], item["path"], item["line"]) for item in found] == expected
    assert all(list(item)[:3] == ["name", "path", "line"] for item in found)


def only(files: Mapping[str, str] | str, kind: str) -> dict[str, Any]:
    [item] = taken(files)[kind]
    return item


def test_every_kind_is_there_without_ai() -> None:
    assert taken("import json\n") == {kind: [] for kind in KINDS}


def test_only_the_selected_files() -> None:
    files = {"a/app.py": "import openai\n", "b/app.py": "import anthropic\n"}
    assert [item["name"] for item in taken(files, {"b/app.py"})["libraries"]] == ["anthropic"]


@pytest.mark.parametrize(("asked", "version"), [("openai==1.70.0", "1.70.0"), ("openai>=1,<2", ">=1,<2"), ("openai", None), ("", None)])
def test_version(asked: str, version: str | None) -> None:
    assert only({"app.py": "import openai\n", "requirements.txt": f"{asked}\n"}, "libraries")["version"] == version


def test_what_the_tables_say_of_a_model() -> None:
    found = only(AGENT, "models")
    assert (found["provider"], found["type"], found["kind"]) == ("openai", "chat", "snapshot")


def test_a_model_that_the_tables_do_not_know() -> None:
    assert only("from openai import OpenAI\nOpenAI().responses.create(model='our-own')\n", "models")["kind"] is None


def test_where_a_model_is_chosen_and_which_calls_get_it() -> None:
    found = only(ASK, "models")
    assert (found["line"], found["chosen"], found["used_at"]) == (9, "code", [{"path": "app.py", "line": 9}])
    assert only({"config/llm.yaml": "chat:\n  model: gpt-4o\n"}, "models")["chosen"] == "settings"
    default = only("from langchain_openai import ChatOpenAI\nChatOpenAI().invoke('why')\n", "models")
    assert (default["chosen"], default["library"]) == ("library", "langchain-openai")


def test_the_digest_of_a_prompt_follows_its_text() -> None:
    before, moved, changed = (only(text, "prompts")["sha256"] for text in (ASK, "\n" + ASK, ASK.replace("only.", "alone.")))
    assert (before == moved, before == changed, len(before)) == (True, False, 64)


def test_the_digest_of_a_file_is_that_of_its_bytes() -> None:
    text = "word " * 2000
    assert only({"prompts/long.md": text}, "prompts")["sha256"] == hashlib.sha256(text.encode()).hexdigest()


PULLED = "from langfuse import Langfuse\nLangfuse().get_prompt('triage', version=3)\n"
VERSIONS: dict[str, tuple[Mapping[str, str] | str, tuple[str | None, str | None]]] = {
    "front matter": ({"prompts/answer_v1.md": "---\nversion: '2.1'\n---\nAnswer briefly.\n"}, ("2.1", "front-matter")),
    "a file's name": ({"prompts/answer_v12.md": "Answer briefly.\n"}, ("12", "name")),
    "a variable's name": (ASK.replace("ROUTER", "ROUTER_V1_3"), ("1.3", "name")),
    "a registry": (PULLED, ("3", "registry")),
    "a registry that gives the latest": (PULLED.replace(", version=3", ""), (None, None)),
    "nothing says it": ({"prompts/vienna.md": "Answer briefly.\n"}, (None, None)),
}


@pytest.mark.parametrize(("files", "expected"), VERSIONS.values(), ids=VERSIONS)
def test_version_of_a_prompt(files: Mapping[str, str] | str, expected: tuple[str | None, str | None]) -> None:
    found = only(files, "prompts")
    assert (found["version"], found["version_from"]) == expected


def test_roles_of_a_prompt() -> None:
    assert only(ASK, "prompts")["roles"] == ["system"]


def test_variables_of_a_prompt_file() -> None:
    assert only({"prompts/answer.md": "Answer {customer} in {language}.\n"}, "prompts")["variables"] == ["customer", "language"]


def test_tools_of_an_agent() -> None:
    assert only(AGENT, "agents")["tools"] == ["look_up"]


TOOL = (
    "import os, subprocess, smtplib\nimport requests, stripe\nfrom agents import function_tool\n\n@function_tool\ndef act(it: str) -> str:\n    {}\n"
)
EFFECTS = {
    "reads": ("return open(it).read()", ["reads"]),
    "writes": ("open(it, 'w').write('x')", ["writes"]),
    "deletes": ("os.remove(it)", ["reads", "deletes"]),
    "asks the network": ("return requests.get(it, timeout=9).text", ["network"]),
    "runs a command": ("subprocess.run(['git', it])", ["shell"]),
    "moves money": ("stripe.Refund.create(charge=it)", ["money"]),
    "sends mail": ("smtplib.SMTP('x').sendmail('a', it, 'b')", ["messages"]),
    "does nothing known": ("return it.upper()", []),
}


@pytest.mark.parametrize(("body", "expected"), EFFECTS.values(), ids=EFFECTS)
def test_effects(body: str, expected: list[str]) -> None:
    assert [effect["effect"] for effect in only(TOOL.format(body), "tools")["effects"]] == expected


def test_an_effect_stands_at_its_call_wherever_that_is() -> None:
    files = {
        "app.py": "from agents import function_tool\nfrom shop import refund\n@function_tool\ndef act(it: str) -> str:\n    return refund(it)\n",
        "shop.py": "import stripe\ndef refund(it):\n    return stripe.Refund.create(charge=it).id\n",
    }
    assert only(files, "tools")["effects"] == [{"effect": "money", "path": "shop.py", "line": 3}]


def test_a_tool_of_a_library_does_what_the_table_says() -> None:
    assert [effect["effect"] for effect in only(READY, "tools")["effects"]] == ["network"]


def test_a_tool_that_is_a_class_is_called_so() -> None:
    text = "from crewai.tools import BaseTool\nclass Find(BaseTool):\n    def _run(self, word: str) -> str:\n        return word\n"
    assert only(text, "tools")["name"] == "Find"


MCP = """\
    {"mcpServers": {"files": {"command": "/usr/bin/npx -y server", "args": ["--token", "s3cret"]},
     "far": {"url": "https://user:s3cret@mcp.example.com:8443/v1/x y?key=s3cret"}, "open": {"url": "https://${HOST}/mcp"}}}
    """


def test_mcp_servers_without_what_may_be_a_secret() -> None:
    found = taken({"app.py": "import openai\n", ".mcp.json": MCP})["mcp_servers"]
    assert [(one["name"], one["program"], one["address"]) for one in found] == [
        ("files", "npx", None),
        ("far", None, "https://mcp.example.com:8443/v1/x%20y"),
        ("open", None, None),
    ]
    assert "s3cret" not in str(found)


def test_an_mcp_server_that_the_project_is() -> None:
    found = only("from mcp.server.fastmcp import FastMCP\nserver = FastMCP('Orders')\nserver.run()\n", "mcp_servers")
    assert (found["name"], found["line"], found["provided"]) == ("Orders", 2, True)


def test_lines_of_a_notebook_count_within_their_cell() -> None:
    cells = [{"cell_type": "code", "source": "x = 1", "metadata": {}}, {"cell_type": "code", "source": "\nimport openai", "metadata": {}}]
    found = only({"a.ipynb": msgspec.json.encode({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).decode()}, "libraries")
    assert (found["cell"], found["line"]) == (2, 2)
