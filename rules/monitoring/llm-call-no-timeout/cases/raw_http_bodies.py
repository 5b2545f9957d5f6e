"""Requests to model servers, told by the address of a local server or by what the body holds."""

import json
import os
import urllib.request

import httpx
import requests


class LocalModel:
    def __init__(self, base_url: str | None = None) -> None:
        self.base_url = base_url or os.getenv("OLLAMA_HOST", "http://localhost:11434")
        self.api_url = f"{self.base_url}/api"

    def pull(self, model: str) -> bool:
        return requests.post(f"{self.api_url}/pull", json={"name": model}, stream=True).ok  # ruleid: llm-call-no-timeout

    def names(self) -> list[str]:
        return [model["name"] for model in requests.get(f"{self.base_url}/api/tags", timeout=5).json()["models"]]  # ok: llm-call-no-timeout

    def chat(self, question: str) -> str:
        payload = {"model": "llama3.1:8b", "messages": [{"role": "user", "content": question}], "stream": False}
        return requests.post(f"{self.api_url}/chat", json=payload).json()["message"]["content"]  # ruleid: llm-call-no-timeout


def caption(image: str, endpoint: str, key: str) -> str:
    payload = {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": image}}]}], "temperature": 0}
    reply = requests.post(endpoint, headers={"api-key": key}, json=payload)  # ruleid: llm-call-no-timeout
    return reply.json()["choices"][0]["message"]["content"]


def claude(question: str) -> str:
    body = {"model": "claude-opus-4-8", "max_tokens": 300, "messages": [{"role": "user", "content": question}]}
    request = urllib.request.Request("https://api.anthropic.com/v1/messages", data=json.dumps(body).encode("utf-8"))
    with urllib.request.urlopen(request) as reply:  # ruleid: llm-call-no-timeout
        return json.load(reply)["content"][0]["text"]


def streamed(question: str) -> str:
    body = {"model": "mistral-large-2512", "messages": [{"role": "user", "content": question}], "stream": True}
    with httpx.stream("POST", "https://api.mistral.ai/v1/chat/completions", json=body, timeout=None) as reply:  # ruleid: llm-call-no-timeout
        return "".join(reply.iter_text())


def own_service(question: str) -> str:
    body = {"messages": [{"role": "user", "content": question}], "temperature": 0.2}
    return requests.post("http://localhost:8501/answer", json=body).json()["answer"]  # ok: llm-call-no-timeout


def send(url: str, body: dict) -> dict:
    return requests.post(url, json=body).json()  # ok: llm-call-no-timeout


def everything(question: str) -> list[dict]:
    chat = {"model": "mistral-large-2512", "messages": [{"role": "user", "content": question}]}
    return [send("https://api.mistral.ai/v1/chat/completions", chat), send("https://tickets.example.com/new", {"title": question})]
