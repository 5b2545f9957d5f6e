import openai

from compat import Completion


def answer(question: str) -> str:
    reply = openai.ChatCompletion.create(model="gpt-4o", messages=[{"role": "user", "content": question}], request_timeout=30)  # ruleid: deprecated-llm-sdk
    return reply["choices"][0]["message"]["content"]


def short(text: str) -> str:
    return Completion.create(text)  # ok: deprecated-llm-sdk
