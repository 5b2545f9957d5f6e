from openai import OpenAI

client = OpenAI(timeout=30)  # ok: llm-call-no-timeout


def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
