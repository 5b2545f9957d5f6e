import os

import pytest
from openai import OpenAI

client = OpenAI(timeout=20)


def ask(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text


@pytest.mark.integration
def test_live_answer():
    assert ask("Say: all systems go") == "all systems go"  # ok: exact-match-on-llm-output


@pytest.mark.skipif("OPENAI_API_KEY" not in os.environ, reason="needs a key")
def test_with_a_key():
    assert ask("Say: ready to start") == "ready to start"  # ok: exact-match-on-llm-output


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["Ada", "Grace"])
def test_by_default(name):
    assert ask(f"Say: dear {name}") == "dear reader"  # ruleid: exact-match-on-llm-output


def test_recorded(snapshot):
    assert ask("Describe our opening hours") == snapshot  # ruleid: exact-match-on-llm-output
