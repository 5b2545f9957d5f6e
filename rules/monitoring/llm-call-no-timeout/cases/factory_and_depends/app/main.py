from typing import Annotated

from fastapi import Depends, FastAPI
from openai import AsyncOpenAI, OpenAI

from app.clients import get_async_client, get_client
from app.settings import settings

app = FastAPI(title="assistant")


@app.post("/answer")
def answer(question: str, client: Annotated[OpenAI, Depends(get_client)]) -> str:
    return client.responses.create(model=settings.chat_model, input=question).output_text


@app.post("/summary")
async def summary(text: str, client: AsyncOpenAI = Depends(get_async_client)) -> str:
    reply = await client.responses.create(model=settings.chat_model, input=text)
    return reply.output_text
