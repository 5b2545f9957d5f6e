"""The project counts the tokens of the streamed text itself."""

import logging
from collections.abc import Iterator

import tiktoken
from openai import OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
encoding = tiktoken.get_encoding("o200k_base")


def reply(messages: list[dict[str, str]]) -> Iterator[str]:
    text = ""
    for chunk in client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, stream=True):  # ok: stream-usage-not-requested
        piece = chunk.choices[0].delta.content or ""
        text += piece
        yield piece
    log.info("tokens", extra={"out": len(encoding.encode(text))})
