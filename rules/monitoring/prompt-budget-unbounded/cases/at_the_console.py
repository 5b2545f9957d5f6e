"""A conversation that ends with the process."""

from openai import OpenAI

client = OpenAI()
history: list[dict] = []


def turn(question: str) -> str:
    history.append({"role": "user", "content": question})
    # ok: prompt-budget-unbounded
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=history).choices[0].message.content


while question := input("> "):
    print(turn(question))
