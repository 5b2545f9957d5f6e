from anthropic import Anthropic

client = Anthropic(timeout=30)


def translate(text: str) -> str:
    messages = [{"role": "user", "content": f"Translate to French: {text}"}]
    # ok: unsupported-model-parameter
    reply = client.messages.create(model="claude-haiku-4-5-20251001", max_tokens=500, temperature=0, messages=messages)
    return reply.content[0].text
