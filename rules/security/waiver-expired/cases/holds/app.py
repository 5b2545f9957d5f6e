from openai import OpenAI

client = OpenAI(timeout=30)


def answer(question: str) -> str:
    return client.responses.create(model="gpt-5-mini", input=question).output_text
