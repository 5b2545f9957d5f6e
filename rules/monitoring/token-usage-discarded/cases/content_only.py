"""Two calls, of which only the text is kept: one finding for the file, at the first."""

from openai import OpenAI

client = OpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def summarise(text: str) -> str:
    # ruleid: token-usage-discarded
    reply = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": f"Summarise:\n{text}"}])
    return reply.choices[0].message.content


def headline(text: str) -> str:
    reply = client.responses.create(model=MODEL, instructions="Write a headline.", input=text)
    return reply.output_text
