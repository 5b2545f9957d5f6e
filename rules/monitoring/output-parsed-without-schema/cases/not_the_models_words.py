"""Text that comes with a model's answer, or is cut or marked up, without structure being read out of it."""

import json
import re

import boto3
from openai import OpenAI

client = OpenAI(timeout=30)
bedrock = boto3.client("bedrock-runtime")
MODEL = "gpt-4.1-2025-04-14"


def ask(messages: list[dict[str, str]]):
    return client.chat.completions.create(model=MODEL, messages=messages)


def raw(body: dict[str, object]) -> dict[str, object]:
    reply = bedrock.invoke_model(modelId="anthropic.claude-opus-4-8", body=json.dumps(body))
    return json.loads(reply.get("body").read())  # ok: output-parsed-without-schema


def citations(messages: list[dict[str, str]]) -> list[str]:
    text = ask(messages).choices[0].message.content
    return re.findall(r"\[\^(\d+)\]", text)  # ok: output-parsed-without-schema


def sources(messages: list[dict[str, str]]) -> list[object]:
    context = ask(messages).choices[0].message.context
    return [json.loads(citation["url"]) for citation in context["citations"]]  # ok: output-parsed-without-schema


def without_echo(messages: list[dict[str, str]]) -> str:
    text = ask(messages).choices[0].message.content
    return text.split("### Answer \n")[-1]  # ok: output-parsed-without-schema


def point(messages: list[dict[str, str]]) -> object:
    tool_input = ask(messages).choices[0].message.content
    coordinate = tool_input
    return json.loads(coordinate)  # ok: output-parsed-without-schema


def saved_and_loaded(messages: list[dict[str, str]], name: str) -> object:
    with open("history.json") as file:
        history = json.loads(file.read())  # ok: output-parsed-without-schema
    text = ask(messages).choices[0].message.content
    with open(name, "w") as file:
        file.write(text)
    return history


def fenced(messages: list[dict[str, str]]) -> object:
    text = ask(messages).choices[0].message.content
    return json.loads(re.search(r"\{.*\}", text, re.DOTALL).group(0))  # ruleid: output-parsed-without-schema
