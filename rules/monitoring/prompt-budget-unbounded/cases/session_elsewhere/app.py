from openai import OpenAI

from session import SESSION

client = OpenAI()


def answer(question: str) -> str:
    SESSION.add("user", question)
    # todoruleid: prompt-budget-unbounded
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=SESSION.messages).choices[0].message.content
