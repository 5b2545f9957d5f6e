from anthropic import Anthropic
from anthropic.types import Message

client = Anthropic(timeout=30)


def send(text: str) -> Message:
    messages = [{"role": "user", "content": text}]
    return client.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages)  # ok: token-usage-discarded
