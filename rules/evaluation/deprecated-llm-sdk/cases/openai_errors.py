"""Exceptions of a module that is gone."""

from openai import OpenAI
from openai.error import RateLimitError  # ruleid: deprecated-llm-sdk

client = OpenAI(timeout=30)


def answer(question: str) -> str:
    try:
        return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
    except RateLimitError:
        return "busy"
