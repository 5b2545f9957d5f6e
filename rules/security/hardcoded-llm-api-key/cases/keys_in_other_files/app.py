import os

from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"], timeout=30)


def ask(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
