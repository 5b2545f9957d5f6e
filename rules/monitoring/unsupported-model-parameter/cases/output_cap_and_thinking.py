"""Output caps under the wrong name, and thinking budgets that newer models refuse."""

from anthropic import Anthropic
from openai import OpenAI

client = OpenAI(timeout=60)
claude = Anthropic(timeout=60)


def capped(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = client.chat.completions.create(model="gpt-5.5-2026-04-23", messages=messages, max_tokens=500)  # ruleid: unsupported-model-parameter
    return reply.choices[0].message.content


def responded(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question, max_tokens=500).output_text  # ruleid: unsupported-model-parameter


def thought(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    # ruleid: unsupported-model-parameter
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=4000, thinking={"type": "enabled", "budget_tokens": 2000}, messages=messages)
    return reply.content[-1].text


def fine(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    first = client.chat.completions.create(model="gpt-5.5-2026-04-23", messages=messages, max_completion_tokens=500)  # ok: unsupported-model-parameter
    second = client.responses.create(model="gpt-5.5-2026-04-23", input=question, max_output_tokens=500)  # ok: unsupported-model-parameter
    third = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=500)  # ok: unsupported-model-parameter
    adaptive = {"type": "adaptive"}
    fourth = claude.messages.create(model="claude-opus-4-8", max_tokens=4000, thinking=adaptive, messages=messages)  # ok: unsupported-model-parameter
    return [str(reply) for reply in (first, second, third, fourth)]


def raw(question: str) -> str:
    extra = {"max_tokens": 500}
    reply = client.responses.create(model="gpt-5.5-2026-04-23", input=question, extra_body=extra)  # ok: unsupported-model-parameter
    return reply.output_text
