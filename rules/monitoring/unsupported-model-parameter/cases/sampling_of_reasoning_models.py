"""Sampling parameters that reasoning models and new Claude models reject."""

import os

from anthropic import Anthropic
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI(timeout=60)
claude = Anthropic(timeout=60)
REASONER = "o3-2025-04-16"

strict = ChatOpenAI(model="o3-2025-04-16", temperature=0, timeout=60)  # ruleid: unsupported-model-parameter
opus = ChatAnthropic(model="claude-opus-4-8", temperature=0.2, max_tokens=800, timeout=60)  # ruleid: unsupported-model-parameter
plain = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)  # ok: unsupported-model-parameter
default = ChatOpenAI(model="o3-2025-04-16", temperature=1, timeout=60)  # ok: unsupported-model-parameter


def reason(question: str) -> str:
    # ruleid: unsupported-model-parameter
    return client.responses.create(model=REASONER, input=question, temperature=0.1).output_text


def write(topic: str) -> str:
    messages = [{"role": "user", "content": topic}]
    reply = claude.messages.create(model="claude-opus-4-7", max_tokens=800, temperature=0.7, messages=messages)  # ruleid: unsupported-model-parameter
    return reply.content[0].text


def narrow(topic: str) -> str:
    messages = [{"role": "user", "content": topic}]
    reply = claude.messages.create(model="claude-sonnet-5", max_tokens=800, top_k=20, messages=messages)  # ruleid: unsupported-model-parameter
    return reply.content[0].text


def both(topic: str) -> str:
    options = {"temperature": 0.3, "top_p": 0.9}
    messages = [{"role": "user", "content": topic}]
    reply = claude.messages.create(model="claude-opus-4-5-20251101", max_tokens=800, messages=messages, **options)  # ruleid: unsupported-model-parameter
    return reply.content[0].text


def allowed(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    first = client.responses.create(model=REASONER, input=question, temperature=1)  # ok: unsupported-model-parameter
    second = client.responses.create(model="gpt-4.1-2025-04-14", input=question, temperature=0)  # ok: unsupported-model-parameter
    third = claude.messages.create(model="claude-opus-4-8", max_tokens=800, messages=messages)  # ok: unsupported-model-parameter
    fourth = client.responses.create(model=os.environ["CHAT_MODEL"], input=question, temperature=0)  # ok: unsupported-model-parameter
    fifth = client.responses.create(model="o9-2031-01-01", input=question, temperature=0)  # ok: unsupported-model-parameter
    return [first.output_text, second.output_text, third.content[0].text, fourth.output_text, fifth.output_text]


def chains(question: str) -> list[str]:
    return [model.invoke(question).content for model in (strict, opus, plain, default)]
