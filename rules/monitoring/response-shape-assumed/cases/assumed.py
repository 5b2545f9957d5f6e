"""Answers read as text, whatever the model may do."""

import json

import anthropic
from google import genai
from openai import OpenAI

claude = anthropic.Anthropic()
client = OpenAI()
gemini = genai.Client()
TOOLS = [{"name": "look_up", "description": "Looks an order up.", "input_schema": {"type": "object"}}]
FUNCTIONS = [{"type": "function", "function": {"name": "look_up", "parameters": {"type": "object"}}}]
SCHEMA = {"type": "json_schema", "json_schema": {"name": "order", "strict": True, "schema": {"type": "object"}}}


def first_block(messages: list[dict]) -> str:
    reply = claude.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=800, tools=TOOLS, messages=messages)
    return reply.content[0].text  # ruleid: response-shape-assumed


def first_block_after_thinking(messages: list[dict]) -> str:
    reply = claude.messages.create(
        model="claude-sonnet-4-5-20250929",
        max_tokens=8000,
        thinking={"type": "enabled", "budget_tokens": 4000},
        messages=messages,
    )
    return reply.content[0].text.strip()  # ruleid: response-shape-assumed


def stripped(messages: list[dict]) -> str:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=FUNCTIONS)
    return reply.choices[0].message.content.strip()  # ruleid: response-shape-assumed


def kept_first(messages: list[dict]) -> list[str]:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=FUNCTIONS)
    content = reply.choices[0].message.content
    return content.splitlines()  # ruleid: response-shape-assumed


def streamed(messages: list[dict]):
    stream = client.chat.completions.create(
        model="gpt-4.1-2025-04-14", messages=messages, stream=True, stream_options={"include_usage": True}
    )
    for chunk in stream:
        yield chunk.choices[0].delta.content or ""  # ruleid: response-shape-assumed


def blocked(question: str) -> str:
    reply = gemini.models.generate_content(model="gemini-2.5-flash", contents=question)
    return reply.text.strip()  # ruleid: response-shape-assumed


def cut_off(messages: list[dict]) -> dict:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, response_format=SCHEMA, max_tokens=300)
    return json.loads(reply.choices[0].message.content)  # ruleid: response-shape-assumed
