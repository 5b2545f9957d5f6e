"""Clients that arrive as parameters: the annotation says whether they block."""

import os
from typing import Annotated, Any

import httpx
import requests
from asgiref.sync import sync_to_async
from fastapi import APIRouter, Depends
from groq import Groq
from mistralai import Mistral
from openai import AsyncOpenAI, OpenAI

router = APIRouter()
URL = "https://api.mistral.ai/v1/chat/completions"


def get_client() -> OpenAI:
    return OpenAI(timeout=30)


@router.post("/blocking")
async def blocking(text: str, client: Annotated[OpenAI, Depends(get_client)]) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=text).output_text  # ruleid: blocking-llm-call-in-async


@router.post("/awaiting")
async def awaiting(text: str, client: AsyncOpenAI) -> str:
    return (await client.responses.create(model="gpt-4.1-2025-04-14", input=text)).output_text  # ok: blocking-llm-call-in-async


@router.post("/unknown")
async def unknown(text: str, client: Any) -> Any:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=text)  # ok: blocking-llm-call-in-async


@router.post("/groq")
async def groq(text: str, client: Groq | None = None) -> str:
    messages = [{"role": "user", "content": text}]
    client = client or Groq()
    return client.chat.completions.create(model="openai/gpt-oss-120b", messages=messages).choices[0].message.content  # ruleid: blocking-llm-call-in-async


@router.post("/raw")
async def raw(text: str) -> list[dict]:
    body = {"model": "mistral-large-2512", "messages": [{"role": "user", "content": text}]}
    headers = {"Authorization": f"Bearer {os.environ['MISTRAL_API_KEY']}"}
    first = requests.post(URL, json=body, headers=headers, timeout=30).json()  # ruleid: blocking-llm-call-in-async
    async with httpx.AsyncClient(timeout=30) as http:
        second = await http.post(URL, json=body, headers=headers)  # ok: blocking-llm-call-in-async
    return [first, second.json()]


@router.post("/wrapped")
async def wrapped(text: str) -> str:
    client = Mistral(timeout_ms=30_000)
    complete = sync_to_async(client.chat.complete)
    reply = await complete(model="mistral-large-2512", messages=[{"role": "user", "content": text}])  # ok: blocking-llm-call-in-async
    return reply.choices[0].message.content
