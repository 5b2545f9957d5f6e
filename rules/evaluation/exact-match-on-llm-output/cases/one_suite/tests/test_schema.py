from enum import StrEnum

from openai import OpenAI
from pydantic import BaseModel

client = OpenAI(timeout=20)


class Queue(StrEnum):
    BILLING = "billing questions"
    OTHER = "other questions"


class Route(BaseModel):
    queue: Queue


def route(message: str) -> str:
    reply = client.responses.parse(model="gpt-4.1-2025-04-14", input=message, text_format=Route)
    return reply.output_parsed.queue


def test_invoice():
    assert route("My invoice is wrong") == "billing questions"  # ok: exact-match-on-llm-output
