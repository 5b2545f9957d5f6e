from pathlib import Path

from openai import OpenAI

client = OpenAI()
LETTER = Path("prompts/letter.md").read_text()


def letter(letter: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        messages=[{"role": "system", "content": LETTER}, {"role": "user", "content": letter}],
    )
    return reply.choices[0].message.content
