"""The inventory: what AI a project uses, and where each part of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ailint.project.inventory import inventory
from tests.linked import linked

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = ["libraries", "models", "prompts", "agents", "tools", "vector_stores", "embedders", "evaluations", "tracing", "guardrails"]
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


@pytest.mark.parametrize(("files", "kind", "expected"), FACTS.values(), ids=FACTS)
def test_inventory(files: Mapping[str, str] | str, kind: str, expected: list[tuple[str, str, int]]) -> None:
    found = inventory(linked(files))[kind]
    assert [(item["name"], item["path"], item["line"]) for item in found] == expected
    assert all(list(item)[:3] == ["name", "path", "line"] for item in found)


def only(files: Mapping[str, str] | str, kind: str) -> dict[str, Any]:
    [item] = inventory(linked(files))[kind]
    return item


def test_every_kind_is_there_without_ai() -> None:
    assert inventory(linked("import json\n")) == {kind: [] for kind in KINDS}


def test_only_the_selected_files() -> None:
    files = {"a/app.py": "import openai\n", "b/app.py": "import anthropic\n"}
    assert [item["name"] for item in inventory(linked(files), {"b/app.py"})["libraries"]] == ["anthropic"]


@pytest.mark.parametrize(("asked", "version"), [("openai==1.70.0", "1.70.0"), ("openai>=1,<2", ">=1,<2"), ("openai", None), ("", None)])
def test_version(asked: str, version: str | None) -> None:
    assert only({"app.py": "import openai\n", "requirements.txt": f"{asked}\n"}, "libraries")["version"] == version


def test_what_the_tables_say_of_a_model() -> None:
    found = only(AGENT, "models")
    assert (found["provider"], found["type"], found["kind"]) == ("openai", "chat", "snapshot")


def test_a_model_that_the_tables_do_not_know() -> None:
    assert only("from openai import OpenAI\nOpenAI().responses.create(model='our-own')\n", "models")["kind"] is None


def test_the_digest_of_a_prompt_follows_its_text() -> None:
    before, moved, changed = (only(text, "prompts")["sha256"] for text in (ASK, "\n" + ASK, ASK.replace("only.", "alone.")))
    assert (before == moved, before == changed, len(before)) == (True, False, 12)


def test_a_prompt_file_that_is_too_long_to_read_has_no_digest() -> None:
    assert only({"prompts/long.md": "word " * 2000}, "prompts")["sha256"] is None


def test_roles_of_a_prompt() -> None:
    assert only(ASK, "prompts")["roles"] == ["system"]
