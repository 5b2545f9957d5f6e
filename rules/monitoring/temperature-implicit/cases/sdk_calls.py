"""Calls to models that take a temperature, with and without one."""

import os

import ollama
from anthropic import Anthropic
from cohere import ClientV2
from google import genai
from google.genai import types
from mistralai import Mistral
from openai import OpenAI

client = OpenAI(timeout=30)
co = ClientV2()
gemini = genai.Client()
mistral = Mistral(timeout_ms=30_000)
claude = Anthropic(timeout=30)
llama = ollama.Client(timeout=60)
MODEL = "gpt-4.1-2025-04-14"
EXACT = types.GenerateContentConfig(temperature=0, max_output_tokens=300)


def left_to_chance(text: str) -> list[str]:
    messages = [{"role": "user", "content": text}]
    first = client.chat.completions.create(model=MODEL, messages=messages)  # ruleid: temperature-implicit
    second = client.responses.create(model="gpt-4o-2024-08-06", input=text)  # ruleid: temperature-implicit
    third = co.chat(model="command-a-03-2025", messages=messages)  # ruleid: temperature-implicit
    fourth = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text)  # ruleid: temperature-implicit
    fifth = mistral.chat.complete(model="mistral-large-2512", messages=messages)  # ruleid: temperature-implicit
    return [str(reply) for reply in (first, second, third, fourth, fifth)]


def decided(text: str) -> list[str]:
    messages = [{"role": "user", "content": text}]
    first = client.chat.completions.create(model=MODEL, messages=messages, temperature=0)  # ok: temperature-implicit
    second = client.responses.create(model="gpt-4o-2024-08-06", input=text, top_p=0.1)  # ok: temperature-implicit
    third = co.chat(model="command-a-03-2025", messages=messages, seed=7)  # ok: temperature-implicit
    fourth = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config=EXACT)  # ok: temperature-implicit
    fifth = llama.chat(model="llama3.1:8b", messages=messages, options={"temperature": 0.1})  # ok: temperature-implicit
    return [str(reply) for reply in (first, second, third, fourth, fifth)]


def not_accepted(text: str) -> list[str]:
    messages = [{"role": "user", "content": text}]
    first = client.responses.create(model="o3-2025-04-16", input=text)  # ok: temperature-implicit
    second = client.responses.create(model="gpt-5.5-2026-04-23", input=text)  # ok: temperature-implicit
    third = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=messages)  # ok: temperature-implicit
    return [str(reply) for reply in (first, second, third)]


def not_known(text: str, **params: object) -> list[str]:
    messages = [{"role": "user", "content": text}]
    first = client.responses.create(model=os.environ["CHAT_MODEL"], input=text)  # ok: temperature-implicit
    second = client.chat.completions.create(model=MODEL, messages=messages, **params)  # ok: temperature-implicit
    third = client.embeddings.create(model="text-embedding-3-small", input=text)  # ok: temperature-implicit
    return [str(reply) for reply in (first, second, third)]
