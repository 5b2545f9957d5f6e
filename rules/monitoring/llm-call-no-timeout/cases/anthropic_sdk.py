"""Claude behind an API: clients with and without a limit, calls bounded from outside."""

import asyncio

import anthropic
from anthropic import AsyncAnthropic
from fastapi import FastAPI
from pydantic import BaseModel

MODEL = "claude-opus-4-8"

app = FastAPI()
writer = anthropic.Anthropic()  # ruleid: llm-call-no-timeout
editor = anthropic.Anthropic(timeout=60.0, max_retries=3)  # ok: llm-call-no-timeout
waited = AsyncAnthropic()  # ok: llm-call-no-timeout
scoped = AsyncAnthropic()  # ok: llm-call-no-timeout
streaming = AsyncAnthropic()  # ruleid: llm-call-no-timeout


class Draft(BaseModel):
    text: str


@app.post("/write")
def write(draft: Draft) -> str:
    reply = writer.messages.create(model=MODEL, max_tokens=800, messages=[{"role": "user", "content": draft.text}])
    return reply.content[0].text


@app.post("/edit")
def edit(draft: Draft) -> str:
    reply = editor.messages.create(model=MODEL, max_tokens=800, messages=[{"role": "user", "content": draft.text}])
    return reply.content[0].text


@app.post("/outline")
async def outline(draft: Draft) -> str:
    messages = [{"role": "user", "content": draft.text}]
    reply = await asyncio.wait_for(waited.messages.create(model=MODEL, max_tokens=400, messages=messages), timeout=30)
    return reply.content[0].text


@app.post("/headline")
async def headline(draft: Draft) -> str:
    async with asyncio.timeout(20):
        reply = await scoped.messages.create(model=MODEL, max_tokens=50, messages=[{"role": "user", "content": draft.text}])
    return reply.content[0].text


@app.post("/stream")
async def stream(draft: Draft) -> list[str]:
    async with streaming.messages.stream(model=MODEL, max_tokens=800, messages=[{"role": "user", "content": draft.text}]) as events:
        return [text async for text in events.text_stream]
