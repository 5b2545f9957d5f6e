"""A chat reply that is passed on as it comes; the second loop reads counts that nobody asked for."""

import logging
from collections.abc import AsyncIterator, Iterator

from openai import AsyncOpenAI, OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
waiting = AsyncOpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def reply(messages: list[dict[str, str]]) -> Iterator[str]:
    stream = client.chat.completions.create(model=MODEL, messages=messages, stream=True)  # ruleid: stream-usage-not-requested
    for chunk in stream:
        yield chunk.choices[0].delta.content or ""


async def reply_soon(messages: list[dict[str, str]]) -> AsyncIterator[str]:
    # ruleid: stream-usage-not-requested
    stream = await waiting.chat.completions.create(
        model=MODEL,
        messages=messages,
        stream=True,
    )
    async for chunk in stream:
        if chunk.usage:
            log.info("tokens", extra={"out": chunk.usage.completion_tokens})
        yield chunk.choices[0].delta.content or ""


def whole(messages: list[dict[str, str]]) -> str:
    answer = client.chat.completions.create(model=MODEL, messages=messages)
    return answer.choices[0].message.content


def written_out(messages: list[dict[str, str]]) -> str:
    answer = client.chat.completions.create(model=MODEL, messages=messages, stream=False)
    return answer.choices[0].message.content
