"""Calls of several SDKs with and without an output cap."""

import ollama
from anthropic import Anthropic
from google import genai
from google.genai import types
from mistralai import Mistral
from openai import OpenAI

client = OpenAI(timeout=30)
gemini = genai.Client()
mistral = Mistral(timeout_ms=30_000)
claude = Anthropic(timeout=30)
llama = ollama.Client(timeout=60)
MODEL = "gpt-4.1-2025-04-14"
LIMITS = {"max_completion_tokens": 400, "temperature": 0.2}
NO_LIMIT = None


def uncapped(text: str) -> list[str]:
    messages = [{"role": "user", "content": text}]
    first = client.chat.completions.create(model=MODEL, messages=messages)  # ruleid: no-max-output-tokens
    second = client.responses.create(model=MODEL, input=text)  # ruleid: no-max-output-tokens
    third = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text)  # ruleid: no-max-output-tokens
    fourth = mistral.chat.complete(model="mistral-large-2512", messages=messages, temperature=0)  # ruleid: no-max-output-tokens
    fifth = llama.chat(model="llama3.1:8b", messages=messages, options={"temperature": 0})  # ruleid: no-max-output-tokens
    sixth = client.chat.completions.create(model=MODEL, messages=messages, max_tokens=NO_LIMIT)  # ruleid: no-max-output-tokens
    return [str(reply) for reply in (first, second, third, fourth, fifth, sixth)]


def capped(text: str) -> list[str]:
    messages = [{"role": "user", "content": text}]
    config = types.GenerateContentConfig(max_output_tokens=500, temperature=0)
    first = client.chat.completions.create(model=MODEL, messages=messages, max_tokens=300)  # ok: no-max-output-tokens
    second = client.responses.create(model=MODEL, input=text, max_output_tokens=300)  # ok: no-max-output-tokens
    third = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config=config)  # ok: no-max-output-tokens
    fourth = client.chat.completions.create(model=MODEL, messages=messages, **LIMITS)  # ok: no-max-output-tokens
    fifth = llama.chat(model="llama3.1:8b", messages=messages, options={"num_predict": 200})  # ok: no-max-output-tokens
    sixth = claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages)  # ok: no-max-output-tokens
    return [str(reply) for reply in (first, second, third, fourth, fifth, sixth)]


def forwarded(text: str, **options: object) -> str:
    messages = [{"role": "user", "content": text}]
    return str(client.chat.completions.create(model=MODEL, messages=messages, **options))  # ok: no-max-output-tokens


def reasoned(text: str) -> str:
    return client.responses.create(model="o3-2025-04-16", input=text).output_text  # ok: no-max-output-tokens


def vectors(texts: list[str]) -> list[list[float]]:
    reply = client.embeddings.create(model="text-embedding-3-small", input=texts)  # ok: no-max-output-tokens
    gemini.models.count_tokens(model="gemini-2.5-flash-lite", contents=texts)  # ok: no-max-output-tokens
    return [item.embedding for item in reply.data]
