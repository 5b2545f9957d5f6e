"""Loads its prompt from a file."""

from pathlib import Path

from openai import OpenAI

client = OpenAI(timeout=30)
SYSTEM = (Path(__file__).parent / "prompts" / "support.prompt.md").read_text()


def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", instructions=SYSTEM, input=question).output_text
