from openai import AsyncAzureOpenAI

from settings import settings

client = AsyncAzureOpenAI(api_key=settings.azure_openai_api_key, azure_endpoint=settings.endpoint, api_version="2024-10-21")  # ok: cloud-static-credentials


async def answer(question: str) -> str:
    reply = await client.chat.completions.create(model="chat", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content or ""
