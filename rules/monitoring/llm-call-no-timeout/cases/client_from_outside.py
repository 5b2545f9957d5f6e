"""Clients that somebody else makes: what they were given cannot be seen here."""

from typing import Any

from anthropic import Anthropic
from openai import AsyncOpenAI, OpenAI


def make(settings: dict[str, Any]) -> OpenAI:
    return OpenAI(**settings)  # ok: llm-call-no-timeout


class Summariser:
    def __init__(self, client: Anthropic, model: str) -> None:
        self.client = client
        self.model = model

    def __call__(self, text: str) -> str:
        messages = [{"role": "user", "content": text}]
        reply = self.client.messages.create(model=self.model, max_tokens=300, messages=messages)  # ok: llm-call-no-timeout
        return reply.content[0].text


async def embed_question(client: AsyncOpenAI, question: str) -> str:
    reply = await client.responses.create(model="gpt-4.1-2025-04-14", input=question)  # ok: llm-call-no-timeout
    return reply.output_text


def answer(settings: dict[str, Any], question: str) -> str:
    reply = make(settings).responses.create(model="gpt-4.1-2025-04-14", input=question)  # ok: llm-call-no-timeout
    return reply.output_text
