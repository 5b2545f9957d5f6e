from openai import AsyncOpenAI

client = AsyncOpenAI()


async def large(text: str) -> list[float]:
    answer = await client.embeddings.create(model="text-embedding-3-small", input=text)
    return answer.data[0].embedding
