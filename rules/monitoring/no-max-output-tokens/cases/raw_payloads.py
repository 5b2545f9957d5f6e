"""Payloads of raw HTTP calls."""

import os

import httpx
import requests

HEADERS = {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}
URL = "https://api.openai.com/v1/chat/completions"


def ask(question: str) -> str:
    payload = {"model": "gpt-4.1-2025-04-14", "messages": [{"role": "user", "content": question}], "temperature": 0}
    reply = requests.post(URL, headers=HEADERS, json=payload, timeout=30)  # ruleid: no-max-output-tokens
    return reply.json()["choices"][0]["message"]["content"]


def ask_capped(question: str) -> str:
    payload = {"model": "gpt-4.1-2025-04-14", "messages": [{"role": "user", "content": question}]}
    payload["max_completion_tokens"] = 300
    reply = httpx.post(URL, headers=HEADERS, json=payload, timeout=30)  # ok: no-max-output-tokens
    return reply.json()["choices"][0]["message"]["content"]


def vectors(texts: list[str]) -> list[list[float]]:
    payload = {"model": "text-embedding-3-small", "input": texts}
    reply = requests.post("https://api.openai.com/v1/embeddings", headers=HEADERS, json=payload, timeout=30)  # ok: no-max-output-tokens
    return [item["embedding"] for item in reply.json()["data"]]
