"""Calls over litellm: functions of the module, and a router with several deployments."""

import os

import litellm
from litellm import Router, acompletion, completion

DEPLOYMENTS = [
    {"model_name": "chat", "litellm_params": {"model": "azure/chat-eu", "api_base": os.environ["AZURE_EU"]}},
    {"model_name": "chat", "litellm_params": {"model": "azure/chat-us", "api_base": os.environ["AZURE_US"]}},
]

router = Router(model_list=DEPLOYMENTS, num_retries=2)  # ruleid: llm-call-no-timeout
limited_router = Router(model_list=DEPLOYMENTS, num_retries=2, timeout=45)  # ok: llm-call-no-timeout


def ask(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = completion(model="gpt-4.1-2025-04-14", messages=messages)  # ruleid: llm-call-no-timeout
    return reply.choices[0].message.content


def ask_limited(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = completion(model="gpt-4.1-2025-04-14", messages=messages, timeout=30)  # ok: llm-call-no-timeout
    return reply.choices[0].message.content


async def ask_both(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    first = await router.acompletion(model="chat", messages=messages)
    second = await limited_router.acompletion(model="chat", messages=messages)
    return [first.choices[0].message.content, second.choices[0].message.content]


async def respond(question: str) -> str:
    reply = await litellm.aresponses(model="openai/gpt-4.1-2025-04-14", input=question)  # ruleid: llm-call-no-timeout
    return reply.output_text


async def respond_limited(question: str, **options: object) -> str:
    messages = [{"role": "user", "content": question}]
    reply = await acompletion(model="gpt-4.1-2025-04-14", messages=messages, **options)  # ok: llm-call-no-timeout
    return reply.choices[0].message.content
