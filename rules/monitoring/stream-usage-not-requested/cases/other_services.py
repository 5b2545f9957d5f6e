"""Servers that speak the same protocol, some of which refuse the option; and addresses that only the environment knows."""

import os
from collections.abc import Iterator

from openai import OpenAI

local = OpenAI(base_url="http://localhost:11434/v1", api_key="ollama", timeout=60)
configured = OpenAI(base_url=os.environ["LLM_BASE_URL"], timeout=60)
own = OpenAI(base_url="https://api.openai.com/v1", timeout=60)
MODEL = "llama3.1:8b"


def ask_local(messages: list[dict[str, str]]) -> Iterator[str]:
    for chunk in local.chat.completions.create(model=MODEL, messages=messages, stream=True):  # ok: stream-usage-not-requested
        yield chunk.choices[0].delta.content or ""


def ask_configured(messages: list[dict[str, str]]) -> Iterator[str]:
    for chunk in configured.chat.completions.create(model=MODEL, messages=messages, stream=True):  # ok: stream-usage-not-requested
        yield chunk.choices[0].delta.content or ""


def ask(messages: list[dict[str, str]], **options: object) -> object:
    return own.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, stream=True, **options)  # ok: stream-usage-not-requested


def ask_openai(messages: list[dict[str, str]]) -> Iterator[str]:
    # ruleid: stream-usage-not-requested
    for chunk in own.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, stream=True):
        yield chunk.choices[0].delta.content or ""
