"""Clients that run no model, and two ways to make one client."""

import anthropic
from openai import OpenAI

key = None
client = OpenAI(api_key=key) if key else OpenAI()  # ruleid: llm-call-no-timeout
uploads = OpenAI()  # ok: llm-call-no-timeout
counter = anthropic.Anthropic()  # ok: llm-call-no-timeout
speaker = OpenAI()  # ruleid: llm-call-no-timeout


def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text


def upload(path: str) -> str:
    with open(path, "rb") as file:
        return uploads.files.create(file=file, purpose="assistants").id


def size(messages: list[dict]) -> int:
    return counter.messages.count_tokens(model="claude-opus-4-8", messages=messages).input_tokens


def speak(text: str) -> bytes:
    return speaker.audio.speech.create(model="gpt-4o-mini-tts", voice="alloy", input=text).content
