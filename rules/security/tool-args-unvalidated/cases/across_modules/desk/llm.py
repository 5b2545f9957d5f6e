import json

from litellm import completion

from desk.tools import SCHEMAS


def tool_calls(messages: list[dict]) -> list[tuple[str, dict]]:
    """The calls that the model asks for: names and arguments."""
    reply = completion(model="gpt-4.1-2025-04-14", messages=messages, tools=SCHEMAS, timeout=60)
    return [(call.function.name, json.loads(call.function.arguments)) for call in reply.choices[0].message.tool_calls or []]
