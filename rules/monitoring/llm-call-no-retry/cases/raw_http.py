"""Requests to model APIs without an SDK: one attempt each."""

import os

import httpx
import requests

KEY = os.environ["ANTHROPIC_API_KEY"]


def ask(question: str) -> str:
    body = {"model": "claude-opus-4-8", "max_tokens": 300, "messages": [{"role": "user", "content": question}]}
    # ruleid: llm-call-no-retry
    reply = requests.post("https://api.anthropic.com/v1/messages", headers={"x-api-key": KEY}, json=body, timeout=60)
    reply.raise_for_status()
    return reply.json()["content"][0]["text"]


async def ask_mistral(question: str) -> str:
    body = {"model": "mistral-large-2512", "messages": [{"role": "user", "content": question}]}
    async with httpx.AsyncClient(timeout=60) as client:
        reply = await client.post("https://api.mistral.ai/v1/chat/completions", json=body)  # ruleid: llm-call-no-retry
    return reply.json()["choices"][0]["message"]["content"]


def weather(city: str) -> dict:
    return requests.get("https://weather.example.com/today", params={"city": city}, timeout=5).json()  # ok: llm-call-no-retry
