"""The provider tells what an unknown model takes, a thinking model takes nothing, a local server runs open weights."""

import os

import requests
from langchain.chat_models import init_chat_model
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI
from mistralai import Mistral
from openai import OpenAI

mistral = Mistral(timeout_ms=30_000)
elsewhere = OpenAI(base_url=os.environ["GATEWAY"], timeout=30)
studio = OpenAI(base_url="http://localhost:1234/v1", api_key="lm-studio", timeout=30)
thinker = ChatAnthropic(model="claude-sonnet-4-5-20250929", max_tokens=4000, thinking={"type": "enabled", "budget_tokens": 2000})  # ok: temperature-implicit
judge = init_chat_model("mistralai:mistral-large-2512")  # ruleid: temperature-implicit
either_way = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)  # ruleid: temperature-implicit
low = init_chat_model("openai:gpt-4.1-2025-04-14", temperature=0)  # ok: temperature-implicit


def any_mistral(model: str, text: str) -> str:
    reply = mistral.chat.complete(model=model, messages=[{"role": "user", "content": text}])  # ruleid: temperature-implicit
    return reply.choices[0].message.content


def somewhere(model: str, text: str) -> str:
    return elsewhere.responses.create(model=model, input=text).output_text  # ok: temperature-implicit


def here(text: str) -> str:
    reply = studio.chat.completions.create(model="local-model", messages=[{"role": "user", "content": text}])  # ruleid: temperature-implicit
    return reply.choices[0].message.content


def raw(text: str) -> str:
    body = {"model": "llama3.1:8b", "prompt": text, "options": {"temperature": 0.1}}
    return requests.post("http://localhost:11434/api/generate", json=body, timeout=60).json()["response"]  # ok: temperature-implicit


def judged(text: str) -> list[str]:
    return [model.invoke(text).content for model in (thinker, judge, either_way, low)]
