"""Answers that are looked at before they are read, or that cannot lack text."""

import anthropic
from google import genai
from openai import OpenAI

claude = anthropic.Anthropic()
client = OpenAI()
gemini = genai.Client()
TOOLS = [{"name": "look_up", "description": "Looks an order up.", "input_schema": {"type": "object"}}]
FUNCTIONS = [{"type": "function", "function": {"name": "look_up", "parameters": {"type": "object"}}}]


def no_tools(messages: list[dict]) -> str:
    reply = claude.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=800, messages=messages)
    return reply.content[0].text  # ok: response-shape-assumed


def thinking_off(messages: list[dict]) -> str:
    reply = claude.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=800, thinking={"type": "disabled"}, messages=messages
    )
    return reply.content[0].text  # ok: response-shape-assumed


def by_type(messages: list[dict]) -> str:
    reply = claude.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=800, tools=TOOLS, messages=messages)
    return next((block.text for block in reply.content if block.type == "text"), "")  # ok: response-shape-assumed


def by_stop_reason(messages: list[dict]) -> str:
    reply = claude.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=800, tools=TOOLS, messages=messages)
    if reply.stop_reason == "tool_use":
        return "One moment, I am looking that up."
    return reply.content[0].text  # ok: response-shape-assumed


def tools_first(messages: list[dict]) -> str:
    message = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=FUNCTIONS).choices[0].message
    if message.tool_calls:
        return "One moment, I am looking that up."
    return message.content.strip()  # ok: response-shape-assumed


def or_nothing(messages: list[dict]) -> str:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=FUNCTIONS)
    content = reply.choices[0].message.content or ""
    return content.strip()  # ok: response-shape-assumed


def handed_on(messages: list[dict]) -> str | None:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=FUNCTIONS)
    return reply.choices[0].message.content  # ok: response-shape-assumed


def streamed(messages: list[dict]):
    stream = client.chat.completions.create(
        model="gpt-4.1-2025-04-14", messages=messages, stream=True, stream_options={"include_usage": True}
    )
    for chunk in stream:
        if chunk.choices:
            yield chunk.choices[0].delta.content or ""  # ok: response-shape-assumed


def streamed_without_usage(messages: list[dict]):
    for chunk in client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, stream=True):
        yield chunk.choices[0].delta.content or ""  # ok: response-shape-assumed


def handled(question: str) -> str:
    reply = gemini.models.generate_content(model="gemini-2.5-flash", contents=question)
    try:
        return reply.text.strip()  # ok: response-shape-assumed
    except AttributeError:
        return f"No answer: {reply.prompt_feedback}"
