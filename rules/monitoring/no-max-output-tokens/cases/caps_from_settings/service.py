from langchain_mistralai import ChatMistralAI

from llm import client, complete
from settings import settings

llm = ChatMistralAI(model=settings.model, max_tokens=settings.max_tokens)  # ok: no-max-output-tokens


def answer(question: str) -> str:
    return complete(question, max_tokens=settings.max_tokens, temperature=settings.temperature)


def polish(text: str) -> str:
    return llm.invoke(f"Polish: {text}").content


def title(text: str) -> str:
    messages = [{"role": "user", "content": f"Title: {text}"}]
    reply = client.chat.complete(model=settings.model, messages=messages, temperature=settings.temperature)  # ruleid: no-max-output-tokens
    return reply.choices[0].message.content
