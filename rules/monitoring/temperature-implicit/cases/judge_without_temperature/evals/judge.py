from openai import OpenAI

from app.answer import answer

client = OpenAI(timeout=30)


def score(question: str) -> int:
    messages = [{"role": "user", "content": f"Rate from 1 to 5.\n{question}\n{answer(question)}"}]
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages)  # ruleid: temperature-implicit
    return int(reply.choices[0].message.content)
