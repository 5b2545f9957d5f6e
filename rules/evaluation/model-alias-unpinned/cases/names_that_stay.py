"""Dated snapshots, ids that are fixed by contract, deployments, and tables that name models without using them."""

import os

import ollama
from anthropic import Anthropic
from cohere import ClientV2
from google import genai
from langchain_openai import AzureChatOpenAI
from openai import AzureOpenAI, OpenAI

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
gemini = genai.Client()
co = ClientV2()
azure = AzureOpenAI(azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"], api_version="2024-10-21", timeout=30)
chat = AzureChatOpenAI(azure_deployment="gpt-4o", api_version="2024-10-21", timeout=30)  # ok: model-alias-unpinned

PRICES = {
    "gpt-4o": 2.5,  # ok: model-alias-unpinned
    "gpt-4o-mini": 0.15,  # ok: model-alias-unpinned
    "claude-sonnet-4-5": 3.0,  # ok: model-alias-unpinned
}
VISION = ["gpt-4o", "gpt-4.1"]  # ok: model-alias-unpinned


def answers(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    return [
        client.responses.create(model="gpt-4o-2024-08-06", input=question).output_text,  # ok: model-alias-unpinned
        client.responses.create(model="gpt-6-sol", input=question).output_text,  # ok: model-alias-unpinned
        client.responses.create(model="gpt-5.4", input=question).output_text,  # ok: model-alias-unpinned
        claude.messages.create(model="claude-sonnet-5", max_tokens=300, messages=messages).content[0].text,  # ok: model-alias-unpinned
        gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text,  # ok: model-alias-unpinned
        co.chat(model="command-a-03-2025", messages=messages).message.content[0].text,  # ok: model-alias-unpinned
        ollama.chat(model="llama3.1:8b", messages=messages).message.content,  # ok: model-alias-unpinned
        azure.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content,  # ok: model-alias-unpinned
        chat.invoke(question).content,
    ]


def cost(model: str, tokens: int) -> float:
    return PRICES.get(model, 1.0) * tokens / 1_000_000


def sees(model: str) -> bool:
    return model in VISION


def vectors(texts: list[str]) -> list[list[float]]:
    return [item.embedding for item in client.embeddings.create(model="text-embedding-3-small", input=texts).data]  # ok: model-alias-unpinned
