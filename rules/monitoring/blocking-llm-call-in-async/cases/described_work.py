"""Expressions and asynchronous context managers that do no work where they are made."""

import httpx
from fastapi import FastAPI
from httpx_sse import aconnect_sse
from openai import AsyncOpenAI, OpenAI
from pgvector.django import CosineDistance

app = FastAPI()
client = AsyncOpenAI(timeout=30)
blocking = OpenAI(timeout=30)
http = httpx.AsyncClient(timeout=30)


@app.post("/nearest")
async def nearest(rows: object, vector: list[float]) -> object:
    return rows.annotate(distance=CosineDistance("embedding", vector)).order_by("distance")  # ok: blocking-llm-call-in-async


@app.post("/events")
async def events(body: dict[str, object]) -> object:
    await client.responses.create(model="gpt-4.1-2025-04-14", input="hello")
    return aconnect_sse(http, "POST", "/chat/completions", json=body)  # ok: blocking-llm-call-in-async


@app.post("/hello")
async def hello() -> str:
    return blocking.responses.create(model="gpt-4.1-2025-04-14", input="hello").output_text  # ruleid: blocking-llm-call-in-async
