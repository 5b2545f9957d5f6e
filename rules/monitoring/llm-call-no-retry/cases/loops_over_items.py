"""A loop that goes on to the next item repeats nothing; requests to a server's other addresses are no model calls."""

import logging

import ollama
import requests
from mistralai import Mistral

log = logging.getLogger(__name__)
client = Mistral(timeout_ms=30_000)  # ruleid: llm-call-no-retry
local = ollama.Client(timeout=60)  # ok: llm-call-no-retry
handed_on = ollama.Client(timeout=60)  # ok: llm-call-no-retry


def summaries(texts: list[str]) -> list[str]:
    found = []
    for text in texts:
        try:
            messages = [{"role": "user", "content": f"Summarise: {text}"}]
            reply = client.chat.complete(model="mistral-large-2512", messages=messages)
        except Exception:
            log.exception("no summary")
            continue
        found.append(reply.choices[0].message.content)
    return found


def stubborn(prompt: str) -> str:
    attempts = 0
    while True:
        try:
            return local.generate(model="llama3.1:8b", prompt=prompt).response
        except ollama.ResponseError:
            attempts += 1
            if attempts > 3:
                raise


def names() -> list[str]:
    return [model["id"] for model in requests.get("https://api.openai.com/v1/models", timeout=10).json()["data"]]  # ok: llm-call-no-retry


def build(graph) -> None:
    graph.use(handed_on)
