"""One function that asks the model."""

from openai import OpenAI

client = OpenAI(timeout=30)


def complete(prompt: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=prompt)
    return reply.output_text
