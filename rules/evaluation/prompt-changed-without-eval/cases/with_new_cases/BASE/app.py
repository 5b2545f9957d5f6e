from pathlib import Path

from openai import OpenAI

client = OpenAI()
REFUND = Path("prompts/refund.md").read_text()


def refund(letter: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        messages=[{"role": "system", "content": REFUND}, {"role": "user", "content": letter}],
    )
    return reply.choices[0].message.content
