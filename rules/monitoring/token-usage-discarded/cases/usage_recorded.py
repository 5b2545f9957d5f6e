"""Usage goes into a metric, a log record, a row or the answer itself."""

import logging

from anthropic import Anthropic
from google import genai
from openai import OpenAI
from prometheus_client import Counter

log = logging.getLogger(__name__)
tokens = Counter("llm_tokens_total", "Tokens used", ["model", "direction"])
client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
gemini = genai.Client()


def summarise(text: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=text)  # ok: token-usage-discarded
    tokens.labels(reply.model, "in").inc(reply.usage.input_tokens)
    tokens.labels(reply.model, "out").inc(reply.usage.output_tokens)
    return reply.output_text


def translate(text: str) -> dict[str, object]:
    messages = [{"role": "user", "content": text}]
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=800, messages=messages)  # ok: token-usage-discarded
    return {"text": reply.content[0].text, "tokens": reply.usage.output_tokens}


def describe(text: str) -> str:
    reply = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text)  # ok: token-usage-discarded
    usage = reply.usage_metadata
    log.info("described", extra={"tokens_in": usage.prompt_token_count, "tokens_out": usage.candidates_token_count})
    return reply.text


def stream(text: str):
    messages = [{"role": "user", "content": text}]
    # ok: token-usage-discarded
    for chunk in client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, stream=True, stream_options={"include_usage": True}):
        if chunk.usage:
            tokens.labels(chunk.model, "out").inc(chunk.usage.completion_tokens)
        elif chunk.choices:
            yield chunk.choices[0].delta.content or ""
