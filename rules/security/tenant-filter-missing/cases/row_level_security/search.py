import asyncpg
from openai import AsyncOpenAI

client = AsyncOpenAI()

OWN = "SELECT body FROM snippets WHERE workspace_id = $2 ORDER BY embedding <=> $1 LIMIT 5"
ALL = "SELECT body FROM snippets ORDER BY embedding <=> $1 LIMIT 5"
ONE = "SELECT body FROM snippets WHERE document_id = $2 ORDER BY embedding <=> $1 LIMIT 5"


async def search(connection: asyncpg.Connection, text: str, workspace: str | None):
    answer = await client.embeddings.create(model="text-embedding-3-small", input=text)
    if workspace:
        return await connection.fetch(OWN, answer.data[0].embedding, workspace)
    return await connection.fetch(ALL, answer.data[0].embedding)
