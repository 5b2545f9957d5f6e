"""The call asks for structure, in the words of each library."""

import json

import instructor
from google import genai
from google.genai import types
from langchain_anthropic import ChatAnthropic
from mistralai import Mistral
from ollama import Client
from openai import OpenAI
from pydantic import BaseModel


class Invoice(BaseModel):
    seller: str
    total: float


SCHEMA = {"type": "json_schema", "json_schema": {"name": "invoice", "strict": True, "schema": Invoice.model_json_schema()}}
client = OpenAI(timeout=30)
patched = instructor.from_openai(OpenAI(timeout=30))
gemini = genai.Client()
mistral = Mistral(timeout_ms=30_000)
llama = Client(timeout=60)
structured = ChatAnthropic(model="claude-opus-4-8", max_tokens=300, timeout=30).with_structured_output(Invoice)
MODEL = "gpt-4.1-2025-04-14"


def with_schema(text: str) -> dict:
    reply = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}], response_format=SCHEMA)
    return json.loads(reply.choices[0].message.content)  # ok: output-parsed-without-schema


def with_text_format(text: str) -> dict:
    reply = client.responses.create(model=MODEL, input=text, text={"format": {"type": "json_schema", "name": "invoice", "schema": Invoice.model_json_schema()}})
    return json.loads(reply.output_text)  # ok: output-parsed-without-schema


def parsed(text: str) -> Invoice:
    reply = client.chat.completions.parse(model=MODEL, messages=[{"role": "user", "content": text}], response_format=Invoice)
    return reply.choices[0].message.parsed  # ok: output-parsed-without-schema


def with_response_schema(text: str) -> dict:
    config = types.GenerateContentConfig(response_mime_type="application/json", response_schema=Invoice)
    reply = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config=config)
    return json.loads(reply.text)  # ok: output-parsed-without-schema


def json_mode(text: str) -> dict:
    messages = [{"role": "user", "content": f"As JSON: {text}"}]
    reply = mistral.chat.complete(model="mistral-large-2512", messages=messages, response_format={"type": "json_object"})
    return json.loads(reply.choices[0].message.content)  # ok: output-parsed-without-schema


def under_grammar(text: str) -> dict:
    reply = llama.chat(model="llama3.1:8b", messages=[{"role": "user", "content": text}], format=Invoice.model_json_schema())
    return json.loads(reply.message.content)  # ok: output-parsed-without-schema


def framework(text: str) -> Invoice:
    return structured.invoke(text)  # ok: output-parsed-without-schema


def with_instructor(text: str) -> Invoice:
    return patched.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}], response_model=Invoice)  # ok: output-parsed-without-schema
