"""The module-level API that openai 1.0 removed."""

import os

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]


def answer(question: str) -> str:
    reply = openai.ChatCompletion.create(model="gpt-4o", messages=[{"role": "user", "content": question}])  # ruleid: deprecated-llm-sdk
    return reply["choices"][0]["message"]["content"]


def vector(text: str) -> list[float]:
    return openai.Embedding.create(model="text-embedding-ada-002", input=text)["data"][0]["embedding"]  # ruleid: deprecated-llm-sdk
