from openai import OpenAI

from app.config import settings

client = OpenAI(timeout=30)


def complete(text: str, model: str = "gpt-4o-mini") -> str:  # ruleid: model-alias-unpinned
    return client.responses.create(model=model, input=text).output_text


def chat(text: str) -> str:
    return client.responses.create(model=settings.chat_model, input=text).output_text


def title(text: str) -> str:
    return complete(text, model=settings.title_model)
