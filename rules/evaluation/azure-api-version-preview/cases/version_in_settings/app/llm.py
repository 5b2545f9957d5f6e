from functools import lru_cache

from openai import AsyncAzureOpenAI

from app.settings import azure


@lru_cache
def client() -> AsyncAzureOpenAI:
    return AsyncAzureOpenAI(azure_endpoint=azure.endpoint, api_version=azure.api_version, timeout=30)


async def answer(messages: list[dict[str, str]]) -> str:
    reply = await client().chat.completions.create(model=azure.deployment, messages=messages)
    return reply.choices[0].message.content
