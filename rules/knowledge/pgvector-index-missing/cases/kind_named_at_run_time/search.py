import asyncpg
from mistralai import Mistral

mistral = Mistral(timeout_ms=20_000)


async def nearest(pool: asyncpg.Pool, question: str, most: int = 8) -> list[asyncpg.Record]:
    answer = await mistral.embeddings.create_async(model="mistral-embed-2312", inputs=[question])
    return await pool.fetch(
        "SELECT id, body FROM passages ORDER BY embedding <=> $1 LIMIT $2",
        str(answer.data[0].embedding),
        most,
    )
