"""Routers and gateways that drop what a model does not take."""

import os

import litellm
from openai import OpenAI

router = OpenAI(base_url="https://openrouter.ai/api/v1", api_key=os.environ["OPENROUTER_API_KEY"], timeout=60)


def routed(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = router.chat.completions.create(model="o3-2025-04-16", messages=messages, temperature=0)  # ok: unsupported-model-parameter
    return reply.choices[0].message.content


def dropped(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = litellm.completion(model="o3-2025-04-16", messages=messages, temperature=0, drop_params=True)  # ok: unsupported-model-parameter
    return reply.choices[0].message.content


def refused(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = litellm.completion(model="o3-2025-04-16", messages=messages, temperature=0, timeout=60)  # ruleid: unsupported-model-parameter
    return reply.choices[0].message.content
