"""Clients that callers keep, alternatives of which one is taken, and constructions that are retried or collected."""

import os
import time

from anthropic import Anthropic
from fastapi import FastAPI
from huggingface_hub import hf_hub_download
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from openai import OpenAI

app = FastAPI()
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
_made: dict[str, object] = {}
_wrapped: dict[str, dict[str, object]] = {}
MODELS = ("gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14")


def build(model: str) -> ChatOpenAI:
    return ChatOpenAI(model=model, timeout=30)  # ok: client-per-request


def build_raw() -> OpenAI:
    return OpenAI(timeout=30)  # ok: client-per-request


def build_with_retries() -> Anthropic | None:
    for attempt in range(3):
        try:
            client = Anthropic(timeout=30)  # ok: client-per-request
            break
        except OSError:
            time.sleep(attempt)
    else:
        return None
    return client


@app.post("/kept")
def kept(text: str) -> str:
    if "chat" not in _made:
        _made["chat"] = build(MODELS[0])
    return _made["chat"].invoke(text).content


@app.post("/wrapped")
def wrapped(text: str) -> str:
    entry = _wrapped.get("raw")
    if entry:
        return entry["client"].responses.create(model=MODELS[0], input=text).output_text
    client = build_raw()
    _wrapped["raw"] = {"client": client}
    return client.responses.create(model=MODELS[0], input=text).output_text


def open_models(names: list[str]) -> dict[str, object]:
    found = {}
    for name in names:
        path = hf_hub_download("example/models", name, revision="4f2c1d7")  # ok: client-per-request
        client = OpenAI(base_url=os.environ["MODELS"], timeout=30)  # ok: client-per-request
        found[name] = {"path": path, "client": client}
    return found


@app.post("/rank")
def rank(texts: list[str], question: str) -> list[str]:
    store = InMemoryVectorStore(embeddings)  # ok: client-per-request
    store.add_texts(texts)
    return [found.page_content for found in store.similarity_search(question)]


def choose(provider: str) -> object:
    if provider == "anthropic":
        return Anthropic(timeout=30)  # ruleid: client-per-request
    if provider == "openai":
        return OpenAI(timeout=30)
    return OpenAI(base_url=os.environ["OTHER"], timeout=30)


@app.post("/any")
def any_of(provider: str, text: str) -> str:
    return str(choose(provider)) + text


@app.post("/rerank")
def rerank(text: str, api_key: str | None = None) -> str:
    return with_key(text, api_key)


def with_key(text: str, api_key: str | None) -> str:
    client = OpenAI(api_key=api_key, timeout=30)  # ok: client-per-request
    return client.responses.create(model=MODELS[0], input=text).output_text
