from anthropic import Anthropic
from openai import OpenAI

claude = Anthropic(timeout=60)
client = OpenAI(timeout=60)


def complete(prompt: str) -> str:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=800, messages=[{"role": "user", "content": prompt}])
    return reply.content[0].text


def complete_json(prompt: str, schema: dict) -> str:
    messages = [{"role": "user", "content": prompt}]
    response_format = {"type": "json_schema", "json_schema": {"name": "result", "schema": schema}}
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, response_format=response_format)
    return reply.choices[0].message.content
