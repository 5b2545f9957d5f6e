from anthropic import Anthropic

client = Anthropic(timeout=30)


def complete(text: str) -> str:
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=300, messages=[{"role": "user", "content": text}]
    )
    return message.content[0].text
