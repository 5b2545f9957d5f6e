"""Structured answers with a limit: cut off unnoticed, or not."""

import json

from mistralai import Mistral
from openai import OpenAI

client = OpenAI()
mistral = Mistral()
SCHEMA = {"type": "json_schema", "json_schema": {"name": "order", "strict": True, "schema": {"type": "object"}}}


def ending_read(messages: list[dict]) -> dict:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, response_format=SCHEMA, max_tokens=300)
    if reply.choices[0].finish_reason == "length":
        raise ValueError("the order does not fit into the answer")
    return json.loads(reply.choices[0].message.content)  # ok: response-shape-assumed


def failure_handled(text: str) -> dict | None:
    message = {"role": "user", "content": f"Order as JSON: {text}"}
    reply = mistral.chat.complete(
        model="mistral-medium-2505", messages=[message], response_format={"type": "json_object"}, max_tokens=300
    )
    try:
        return json.loads(reply.choices[0].message.content)  # ok: response-shape-assumed
    except json.JSONDecodeError:
        return None
