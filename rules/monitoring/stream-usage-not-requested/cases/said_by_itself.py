"""APIs whose streams always end with the counts, and a framework that asks for them."""

from collections.abc import Iterator

import anthropic
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI(timeout=30)
claude = anthropic.Anthropic(timeout=30)
chat = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30, streaming=True)


def respond(question: str) -> Iterator[str]:
    for event in client.responses.create(model="gpt-4.1-2025-04-14", input=question, stream=True):  # ok: stream-usage-not-requested
        if event.type == "response.output_text.delta":
            yield event.delta


def ask_claude(question: str) -> Iterator[str]:
    messages = [{"role": "user", "content": question}]
    for event in claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages, stream=True):  # ok: stream-usage-not-requested
        if event.type == "content_block_delta":
            yield event.delta.text


def converse(question: str) -> Iterator[str]:
    for chunk in chat.stream(question):  # ok: stream-usage-not-requested
        yield chunk.content
