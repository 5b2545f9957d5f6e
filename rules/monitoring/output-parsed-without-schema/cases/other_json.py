"""JSON that is no free text of a model: tool arguments, envelopes, own files, rows, the browser's data."""

import json
import sqlite3
from pathlib import Path

import requests
from flask import Flask, request
from openai import OpenAI
from pydantic import BaseModel, ValidationError

app = Flask(__name__)
client = OpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"
TOOLS = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]
PRICES = json.loads(Path("prices.json").read_text())  # ok: output-parsed-without-schema


class Order(BaseModel):
    item: str
    count: int


def tool_arguments(messages: list[dict]) -> list[dict]:
    reply = client.chat.completions.create(model=MODEL, messages=messages, tools=TOOLS)
    return [json.loads(call.function.arguments) for call in reply.choices[0].message.tool_calls or []]  # ok: output-parsed-without-schema


def envelope(question: str) -> str:
    body = {"model": "mistral-7b", "messages": [{"role": "user", "content": question}]}
    reply = requests.post("http://vllm:8000/v1/chat/completions", json=body, timeout=60)
    return json.loads(reply.text)["choices"][0]["message"]["content"]  # ok: output-parsed-without-schema


def history(database: sqlite3.Connection, user: int) -> list[dict]:
    row = database.execute("SELECT messages FROM chats WHERE user = ?", (user,)).fetchone()
    messages = json.loads(row[0])  # ok: output-parsed-without-schema
    reply = client.chat.completions.create(model=MODEL, messages=messages)
    return [*messages, {"role": "assistant", "content": reply.choices[0].message.content}]


@app.post("/context")
def context() -> dict:
    return json.loads(request.form["context"])  # ok: output-parsed-without-schema


def validated(text: str, attempts: int = 3) -> Order:
    for _ in range(attempts):
        answer = client.responses.create(model=MODEL, input=f"As JSON with item and count: {text}").output_text
        try:
            return Order(**json.loads(answer))  # ok: output-parsed-without-schema
        except (json.JSONDecodeError, ValidationError) as error:
            text = f"{text}\nYour last answer failed: {error}"
    raise ValueError(text)
