"""Chats whose history the client keeps and sends along, the role of each message included."""

from typing import Literal

from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI(timeout=30)
SYSTEM = {"role": "system", "content": "You help with recipes."}


class Turn(BaseModel):
    role: Literal["system", "user", "assistant"]  # ruleid: user-input-in-system-prompt
    content: str


class Chat(BaseModel):
    turns: list[Turn]


@app.post("/chat")
async def chat(body: Chat) -> str:
    history = [turn.model_dump() for turn in body.turns]
    reply = await client.chat.completions.create(model="gpt-4.1-mini", messages=[SYSTEM, *history], max_tokens=400)
    return reply.choices[0].message.content


class SafeTurn(BaseModel):
    role: Literal["user", "assistant"]  # ok: user-input-in-system-prompt
    content: str


class SafeChat(BaseModel):
    turns: list[SafeTurn]


@app.post("/safe")
async def safe(body: SafeChat) -> str:
    history = [{"role": turn.role, "content": turn.content} for turn in body.turns]
    reply = await client.chat.completions.create(model="gpt-4.1-mini", messages=[SYSTEM, *history], max_tokens=400)
    return reply.choices[0].message.content


class LooseTurn(BaseModel):
    role: str  # ok: user-input-in-system-prompt
    content: str


class LooseChat(BaseModel):
    turns: list[LooseTurn]


@app.post("/filtered")
async def filtered(body: LooseChat) -> str:
    history = [turn.model_dump() for turn in body.turns if turn.role != "system"]
    reply = await client.chat.completions.create(model="gpt-4.1-mini", messages=[SYSTEM, *history], max_tokens=400)
    return reply.choices[0].message.content


class ProxyTurn(BaseModel):
    role: str  # ok: user-input-in-system-prompt
    content: str


class ProxyChat(BaseModel):
    messages: list[ProxyTurn]


@app.post("/v1/chat/completions")
async def completions(body: ProxyChat) -> str:
    first = body.messages[0]
    own = {"role": "system", "content": first.content}  # ok: user-input-in-system-prompt
    rest = [m.model_dump() for m in body.messages[1:]]
    reply = await client.chat.completions.create(model="gpt-4.1-mini", messages=[own, *rest], max_tokens=400)
    return reply.choices[0].message.content
