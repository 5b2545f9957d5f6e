"""Model names in use positions: literals, defaults, settings, environment."""

import os
from dataclasses import dataclass

import ollama
from anthropic import Anthropic
from google import genai
from langchain_mistralai import ChatMistralAI
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
gemini = genai.Client()
CHAT_MODEL = os.getenv("CHAT_MODEL", "gpt-4.1-mini")  # ruleid: model-alias-unpinned
FIXED_MODEL = os.getenv("FIXED_MODEL", "gpt-4.1-mini-2025-04-14")  # ok: model-alias-unpinned
REQUIRED_MODEL = os.environ["REQUIRED_MODEL"]  # ok: model-alias-unpinned
# CHAT_MODEL = "gpt-4.1"


@dataclass
class Settings:
    judge_model: str = "gpt-5.4-mini"  # ruleid: model-alias-unpinned
    writer_model: str = "claude-opus-4-8"  # ok: model-alias-unpinned


settings = Settings()
mistral = ChatMistralAI(model="mistral-large-latest", temperature=0)  # ruleid: model-alias-unpinned
unnamed = ChatOpenAI(temperature=0, timeout=30)  # ruleid: model-alias-unpinned


def answer(question: str) -> str:
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": question}])  # ruleid: model-alias-unpinned
    return reply.choices[0].message.content


def shorten(text: str) -> str:
    return client.responses.create(model="gpt-4o", input=f"Shorten: {text}").output_text


def draft(text: str, model: str = "claude-sonnet-4-5") -> str:  # ruleid: model-alias-unpinned
    reply = claude.messages.create(model=model, max_tokens=300, messages=[{"role": "user", "content": text}])
    return reply.content[0].text


def local(text: str) -> str:
    return ollama.chat(model="llama3.1", messages=[{"role": "user", "content": text}]).message.content  # ruleid: model-alias-unpinned


def newest(text: str) -> str:
    return gemini.models.generate_content(model="gemini-flash-latest", contents=text).text  # ruleid: model-alias-unpinned


def by_settings(text: str) -> list[str]:
    models = (CHAT_MODEL, FIXED_MODEL, REQUIRED_MODEL, settings.judge_model)
    texts = [client.responses.create(model=model, input=text).output_text for model in models]
    texts.append(client.responses.create(model=CHAT_MODEL, input=text).output_text)
    texts.append(client.responses.create(model=settings.judge_model, input=text).output_text)
    return [*texts, mistral.invoke(text).content, unnamed.invoke(text).content]
