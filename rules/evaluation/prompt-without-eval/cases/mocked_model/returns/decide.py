import anthropic

from returns.prompts import REFUND

client = anthropic.Anthropic(timeout=30)


def decide(request: str) -> str:
    reply = client.messages.create(
        model="claude-sonnet-4-5-20250929",
        max_tokens=300,
        system=REFUND,
        messages=[{"role": "user", "content": request}],
    )
    return reply.content[0].text
