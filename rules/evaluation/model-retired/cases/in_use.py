"""Retired and soon retired ids where they are used."""

import os

from anthropic import Anthropic
from cohere import ClientV2
from google import genai
from groq import Groq
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from openai import OpenAI

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
gemini = genai.Client()
groq = Groq()
co = ClientV2()
EMBEDDER = "text-embedding-004"  # ruleid: model-retired
FALLBACK = os.getenv("FALLBACK_MODEL", "gpt-4-32k")  # ruleid: model-retired
llm = ChatOpenAI(model_name="gpt-4-0314", temperature=0, timeout=30)  # ruleid: model-retired
current = ChatOpenAI(model="gpt-6-sol", timeout=30)  # ok: model-retired
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")  # ok: model-retired


def complete(prompt: str) -> str:
    return client.completions.create(model="text-davinci-003", prompt=prompt, max_tokens=200).choices[0].text  # ruleid: model-retired


def answer(question: str, model: str = "claude-3-opus-20240229") -> str:  # ruleid: model-retired
    reply = claude.messages.create(model=model, max_tokens=300, messages=[{"role": "user", "content": question}])
    return reply.content[0].text


def old_claude(question: str) -> str:
    reply = claude.messages.create(model="claude-2.1", max_tokens=300, messages=[{"role": "user", "content": question}])  # ruleid: model-retired
    return reply.content[0].text


def describe(text: str) -> str:
    return gemini.models.generate_content(model="gemini-1.5-pro", contents=text).text  # ruleid: model-retired


def quick(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    return groq.chat.completions.create(model="mixtral-8x7b-32768", messages=messages).choices[0].message.content  # ruleid: model-retired


def vector(text: str) -> list[float]:
    return gemini.models.embed_content(model=EMBEDDER, contents=text).embeddings[0].values


def fall_back(text: str) -> str:
    return client.responses.create(model=FALLBACK, input=text).output_text


def announced(text: str) -> str:
    return client.responses.create(model="gpt-4o-2024-11-20", input=text).output_text  # ruleid: model-retired


def living(text: str) -> list[str]:
    messages = [{"role": "user", "content": text}]
    return [
        claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=messages).content[0].text,  # ok: model-retired
        gemini.models.generate_content(model="gemini-3.8-flash", contents=text).text,  # ok: model-retired
        co.chat(model="command-a-03-2025", messages=messages).message.content[0].text,  # ok: model-retired
        groq.chat.completions.create(model="openai/gpt-oss-120b", messages=messages).choices[0].message.content,  # ok: model-retired
        client.responses.create(model=os.environ["CHAT_MODEL"], input=text).output_text,  # ok: model-retired
        current.invoke(text).content,
    ]
