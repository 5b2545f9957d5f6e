"""Text completions of Claude, as before the Messages API."""

from anthropic import AI_PROMPT, HUMAN_PROMPT, Anthropic  # ruleid: deprecated-llm-sdk

client = Anthropic(timeout=30)


def answer(question: str) -> str:
    messages = [{"role": "user", "content": f"{HUMAN_PROMPT} {question}{AI_PROMPT}"}]
    return client.messages.create(model="claude-opus-4-8", max_tokens=300, messages=messages).content[0].text  # ok: deprecated-llm-sdk
