"""Chat completions without an SDK."""

import os

import aiohttp
import httpx
import requests

OPENAI_URL = "https://api.openai.com/v1/chat/completions"
HEADERS = {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}


def payload(question: str) -> dict:
    return {"model": "gpt-4.1-2025-04-14", "messages": [{"role": "user", "content": question}], "max_tokens": 400}


def ask(question: str) -> str:
    reply = requests.post(OPENAI_URL, headers=HEADERS, json=payload(question))  # ruleid: llm-call-no-timeout
    reply.raise_for_status()
    return reply.json()["choices"][0]["message"]["content"]


def ask_claude(question: str) -> str:
    body = {"model": "claude-opus-4-8", "max_tokens": 400, "messages": [{"role": "user", "content": question}]}
    with requests.Session() as session:
        # ruleid: llm-call-no-timeout
        reply = session.post("https://api.anthropic.com/v1/messages", headers={"x-api-key": os.environ["ANTHROPIC_API_KEY"]}, json=body)
        return reply.json()["content"][0]["text"]


def ask_limited(question: str) -> str:
    reply = requests.post(OPENAI_URL, headers=HEADERS, json=payload(question), timeout=(5, 60))  # ok: llm-call-no-timeout
    return reply.json()["choices"][0]["message"]["content"]


def ask_httpx(question: str) -> str:
    reply = httpx.post(OPENAI_URL, headers=HEADERS, json=payload(question))  # ok: llm-call-no-timeout
    return reply.json()["choices"][0]["message"]["content"]


async def ask_aiohttp(question: str) -> str:
    async with aiohttp.ClientSession() as session:
        async with session.post(OPENAI_URL, headers=HEADERS, json=payload(question)) as reply:  # ok: llm-call-no-timeout
            return (await reply.json())["choices"][0]["message"]["content"]


def ticket(number: int) -> dict:
    return requests.get(f"https://tickets.example.com/api/{number}").json()  # ok: llm-call-no-timeout
