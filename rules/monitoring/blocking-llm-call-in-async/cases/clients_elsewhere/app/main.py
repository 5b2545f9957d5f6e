from fastapi import FastAPI

from app.clients import async_client, sync_client
from app.support import SupportAssistant

app = FastAPI()
assistant = SupportAssistant()


@app.post("/answer")
async def answer(text: str) -> str:
    return await assistant.answer(text)


@app.post("/embed")
async def embed(text: str) -> list[float]:
    reply = sync_client().embeddings.create(model="text-embedding-3-small", input=text)  # ruleid: blocking-llm-call-in-async
    return reply.data[0].embedding


@app.post("/embed-fast")
async def embed_fast(text: str) -> list[float]:
    reply = await async_client.embeddings.create(model="text-embedding-3-small", input=text)  # ok: blocking-llm-call-in-async
    return reply.data[0].embedding
