import os

import asyncpg
from openai import AsyncOpenAI

client = AsyncOpenAI()


async def nearest(question: str):
    answer = await client.embeddings.create(model="text-embedding-3-large", input=question)
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    return await connection.fetch(
        "SELECT id, body FROM chunks ORDER BY wide::halfvec(3072) <=> $1::halfvec(3072) LIMIT 10", answer.data[0].embedding
    )
