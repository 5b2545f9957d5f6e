from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI(timeout=30)


@app.post("/answer")
async def answer(question: str) -> str:
    reply = await client.responses.create(model="gpt-4.1-2025-04-14", input=question)
    return reply.output_text
