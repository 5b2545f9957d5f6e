"""Streams that are asked for their usage: at the call, in the dictionary of its arguments, only when streaming."""

import logging
from collections.abc import Iterator

import litellm
from openai import AzureOpenAI, OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
azure = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com", api_version="2025-04-01-preview", timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def reply(messages: list[dict[str, str]]) -> Iterator[str]:
    # ok: stream-usage-not-requested
    for chunk in client.chat.completions.create(model=MODEL, messages=messages, stream=True, stream_options={"include_usage": True}):
        if chunk.usage:
            log.info("tokens", extra={"out": chunk.usage.completion_tokens})
        elif chunk.choices:
            yield chunk.choices[0].delta.content or ""


def on_azure(messages: list[dict[str, str]]) -> object:
    options = {"model": "chat", "messages": messages, "stream": True}
    options["stream_options"] = {"include_usage": True}
    return azure.chat.completions.create(**options)  # ok: stream-usage-not-requested


def either_way(messages: list[dict[str, str]], stream: bool = True) -> object:
    options = {"include_usage": True} if stream else None
    return client.chat.completions.create(model=MODEL, messages=messages, stream=stream, stream_options=options)  # ok: stream-usage-not-requested


def through_litellm(messages: list[dict[str, str]]) -> object:
    # ok: stream-usage-not-requested
    return litellm.completion(model="gpt-4.1", messages=messages, stream=True, stream_options={"include_usage": True})
