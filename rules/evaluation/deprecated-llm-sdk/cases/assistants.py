"""The Assistants API, whose end is announced."""

from openai import OpenAI

client = OpenAI(timeout=30)


def tutor(question: str) -> str:
    return client.beta.assistants.create(model="gpt-4o", instructions=question).id  # ruleid: deprecated-llm-sdk


def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text  # ok: deprecated-llm-sdk
