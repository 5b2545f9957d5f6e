"""Gemini: the limit is nested in the HTTP options, in milliseconds."""

from google import genai
from google.genai import types

MODEL = "gemini-2.5-flash-lite"

endless = genai.Client()  # ruleid: llm-call-no-timeout
versioned = genai.Client(http_options=types.HttpOptions(api_version="v1"))  # ruleid: llm-call-no-timeout
limited = genai.Client(http_options=types.HttpOptions(timeout=30_000))  # ok: llm-call-no-timeout
as_dict = genai.Client(http_options={"timeout": 45_000, "api_version": "v1"})  # ok: llm-call-no-timeout
per_call = genai.Client()  # ok: llm-call-no-timeout
minutes = genai.Client(http_options=types.HttpOptions(timeout=1_200_000))  # ruleid: llm-call-no-timeout


def ask(question: str) -> str:
    return endless.models.generate_content(model=MODEL, contents=question).text


def ask_versioned(question: str) -> str:
    return versioned.models.generate_content(model=MODEL, contents=question).text


def ask_limited(question: str) -> str:
    first = limited.models.generate_content(model=MODEL, contents=question).text
    return as_dict.models.generate_content(model=MODEL, contents=first).text


def ask_once(question: str) -> str:
    config = types.GenerateContentConfig(max_output_tokens=600, http_options=types.HttpOptions(timeout=20_000))
    return per_call.models.generate_content(model=MODEL, contents=question, config=config).text


async def research(question: str) -> str:
    chat = minutes.aio.chats.create(model=MODEL)
    reply = await chat.send_message(question)
    return reply.text
