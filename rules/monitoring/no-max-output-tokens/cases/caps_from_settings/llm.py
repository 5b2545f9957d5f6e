from typing import Any

from mistralai import Mistral

from settings import settings

client = Mistral(timeout_ms=30_000)


def _complete(messages: list[dict[str, str]], **params: Any) -> str:
    reply = client.chat.complete(model=settings.model, messages=messages, **params)  # ok: no-max-output-tokens
    return reply.choices[0].message.content


def complete(text: str, **params: Any) -> str:
    return _complete([{"role": "user", "content": text}], **params)
