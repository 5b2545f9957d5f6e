"""Streamed replies."""

from collections.abc import Iterator

from openai import OpenAI

client = OpenAI(timeout=30)


def reply(messages: list[dict[str, str]]) -> Iterator[str]:
    for chunk in client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, stream=True):  # ok: stream-usage-not-requested
        yield chunk.choices[0].delta.content or ""
