"""Single shots whose instructions stand in the user's turn."""

from anthropic import Anthropic
from openai import OpenAI

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)


def label(ticket: str) -> str:
    # ok: no-system-instruction
    reply = client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        max_tokens=5,
        messages=[{"role": "user", "content": f"Classify this ticket as outage, billing, moving or other. Reply with one word.\n\n{ticket}"}],
    )
    return reply.choices[0].message.content


def language(text: str) -> str:
    content = f"In which language is this text written? Reply with its ISO code and nothing else.\n\n{text}"
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=5, messages=[{"role": "user", "content": content}])  # ok: no-system-instruction
    return reply.content[0].text


def vector(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding  # ok: no-system-instruction
