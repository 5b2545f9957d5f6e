"""The limit may stand at the call, in its keyword dictionary, or in a copy of the client."""

from openai import OpenAI

from functools import partial

MODEL = "gpt-4.1-2025-04-14"
DEFAULTS = dict(model=MODEL, temperature=0.2, timeout=25)

drafts = OpenAI()  # ok: llm-call-no-timeout
copies = OpenAI().with_options(timeout=20, max_retries=3)  # ok: llm-call-no-timeout
merged = OpenAI()  # ok: llm-call-no-timeout
bound = OpenAI()  # ok: llm-call-no-timeout
half = OpenAI()  # ruleid: llm-call-no-timeout

complete = partial(bound.chat.completions.create, model=MODEL, timeout=15)


def draft(topic: str) -> str:
    return drafts.responses.create(model=MODEL, input=topic, timeout=40).output_text


def classify(text: str) -> str:
    return copies.responses.create(model=MODEL, input=text).output_text


def summarise(text: str, **overrides: object) -> str:
    params = DEFAULTS | {"messages": [{"role": "user", "content": text}]}
    return merged.chat.completions.create(**params).choices[0].message.content


def label(text: str) -> str:
    reply = complete(messages=[{"role": "user", "content": text}])
    return reply.choices[0].message.content


def greet(name: str) -> str:
    return half.with_options(timeout=10).responses.create(model=MODEL, input=f"Greet {name}.").output_text


def report(rows: list[str]) -> str:
    return half.responses.create(model=MODEL, input="\n".join(rows)).output_text
