"""Clients that make one attempt unless told otherwise, and clients that were told to."""

import os

import ollama
from google import genai
from google.genai import types
from mistralai import Mistral
from mistralai.utils import BackoffStrategy, RetryConfig
from openai import OpenAI

gemini = genai.Client(http_options=types.HttpOptions(timeout=30_000))  # ruleid: llm-call-no-retry
# ok: llm-call-no-retry
gemini_retrying = genai.Client(http_options=types.HttpOptions(timeout=30_000, retry_options=types.HttpRetryOptions(attempts=3)))
mistral = Mistral(api_key=os.environ["MISTRAL_API_KEY"], timeout_ms=30_000)  # ruleid: llm-call-no-retry
mistral_retrying = Mistral(  # ok: llm-call-no-retry
    api_key=os.environ["MISTRAL_API_KEY"],
    timeout_ms=30_000,
    retry_config=RetryConfig("backoff", BackoffStrategy(500, 20_000, 2, 60_000), retry_connection_errors=True),
)
switched_off = OpenAI(timeout=30, max_retries=0)  # ruleid: llm-call-no-retry
llama = ollama.Client(host="http://llama.internal.example.com:11434", timeout=60)  # ruleid: llm-call-no-retry


def ask(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    return [
        gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text,
        gemini_retrying.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text,
        mistral.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content,
        mistral_retrying.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content,
        switched_off.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text,
        llama.chat(model="llama3.1:8b", messages=messages).message.content,
    ]
