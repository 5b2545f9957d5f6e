"""A prompt from a file."""

from pathlib import Path

from anthropic import Anthropic

client = Anthropic(timeout=60)
SYSTEM = Path("prompts/research.prompt.md").read_text()


def look_for(task: str) -> str:
    messages = [{"role": "user", "content": task}]
    return client.messages.create(model="claude-opus-4-8", max_tokens=500, system=SYSTEM, messages=messages).content[0].text
