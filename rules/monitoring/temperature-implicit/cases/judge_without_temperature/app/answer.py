from openai import OpenAI

from app.settings import settings

client = OpenAI(timeout=30)


def answer(question: str) -> str:
    params = {"model": settings.model, "temperature": settings.temperature}
    return client.responses.create(input=question, **params).output_text  # ok: temperature-implicit
