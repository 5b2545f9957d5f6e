from anthropic import Anthropic
from openai import OpenAI

from app import settings

client = OpenAI(api_key=settings.OPENAI_API_KEY, timeout=30)
claude = Anthropic(api_key=settings.ANTHROPIC_API_KEY, timeout=30)


def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
