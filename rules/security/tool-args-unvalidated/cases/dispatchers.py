"""Dispatchers of tool calls, written by hand."""

import json

from openai import OpenAI
from pydantic import BaseModel, ValidationError

client = OpenAI(timeout=60)
SCHEMAS = [{"type": "function", "function": {"name": "find_order", "parameters": {"type": "object", "properties": {"number": {"type": "string"}}}}}]
STRICT = [{"type": "function", "function": {"name": "find_order", "strict": True, "parameters": {"type": "object", "additionalProperties": False}}}]


class FindOrder(BaseModel):
    number: str


def find_order(number: str) -> dict:
    return {"number": number, "state": "sent"}


TOOLS = {"find_order": find_order}


def ask(messages: list, tools: list):
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=tools).choices[0].message


def as_it_comes(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        arguments = json.loads(call.function.arguments)
        results.append(TOOLS[call.function.name](**arguments))  # ruleid: tool-args-unvalidated
    return results


def listed_but_as_it_comes(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        if call.function.name in TOOLS:
            results.append(TOOLS[call.function.name](**json.loads(call.function.arguments)))  # ruleid: tool-args-unvalidated
    return results


def validated(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        arguments = FindOrder.model_validate_json(call.function.arguments)
        results.append(TOOLS[call.function.name](**arguments.model_dump()))  # ok: tool-args-unvalidated
    return results


def validated_by_construction(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        arguments = FindOrder(**json.loads(call.function.arguments))  # ok: tool-args-unvalidated
        results.append(find_order(arguments.number))
    return results


def caught(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        try:
            results.append(TOOLS[call.function.name](**json.loads(call.function.arguments)))  # ok: tool-args-unvalidated
        except (json.JSONDecodeError, TypeError, KeyError) as error:
            results.append({"error": str(error)})
    return results


def caught_before(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        try:
            arguments = json.loads(call.function.arguments)
        except json.JSONDecodeError:
            results.append({"error": "not JSON"})
            continue
        results.append(TOOLS[call.function.name](**arguments))  # ok: tool-args-unvalidated
    return results


def strict(messages: list) -> list:
    results = []
    for call in client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, tools=STRICT).choices[0].message.tool_calls or []:
        results.append(TOOLS[call.function.name](**json.loads(call.function.arguments)))  # ok: tool-args-unvalidated
    return results


def checked(messages: list) -> list:
    results = []
    for call in ask(messages, SCHEMAS).tool_calls or []:
        try:
            arguments = FindOrder.model_validate_json(call.function.arguments)
        except ValidationError as error:
            results.append({"error": str(error)})
            continue
        results.append(find_order(**arguments.model_dump()))  # ok: tool-args-unvalidated
    return results
