"""Broad handlers beside model calls that guard something else."""

import json
import time

import ollama
import torch
from langchain_chroma import Chroma
from openai import OpenAI, RateLimitError

client = OpenAI(timeout=30)


class Local:
    def __init__(self) -> None:
        try:
            self.client = ollama.Client(timeout=60)
            self.models = [model.model for model in self.client.list().models]
        except Exception:  # ok: llm-error-swallowed
            self.models = []


try:
    device = "mps" if torch.backends.mps.is_available() else "cpu"
except:  # ok: llm-error-swallowed
    device = "cpu"


def context(store: Chroma, question: str) -> list[str]:
    try:
        return [document.page_content for document in store.similarity_search(question)]
    except Exception:  # ok: llm-error-swallowed
        return []


def run_tool(tools: dict, name: str, arguments: str) -> str:
    try:
        return str(tools[name](**json.loads(arguments)))
    except Exception as error:  # ok: llm-error-swallowed
        return f"tool {name} failed: {error}"


def answer(tools: dict, messages: list[dict]) -> str:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages).choices[0].message
    results = [run_tool(tools, call.function.name, call.function.arguments) for call in reply.tool_calls or []]
    return reply.content or "\n".join(results)


def persistent(text: str) -> str:
    for attempt in range(3):
        try:
            return client.responses.create(model="gpt-4.1-2025-04-14", input=text).output_text
        except RateLimitError:  # ok: llm-error-swallowed
            time.sleep(2**attempt)
    try:
        return client.responses.create(model="gpt-4.1-mini-2025-04-14", input=text).output_text
    finally:
        print("done with", text[:20])
