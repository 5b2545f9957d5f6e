"""A FastAPI service whose async handlers mix blocking and asynchronous clients."""

import asyncio
import time

import boto3
from anthropic import Anthropic, AsyncAnthropic
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from google import genai
from langchain_chroma import Chroma
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from openai import AsyncOpenAI, OpenAI
from sentence_transformers import SentenceTransformer

app = FastAPI()
client = OpenAI(timeout=30)
async_client = AsyncOpenAI(timeout=30)
claude = Anthropic(timeout=30)
async_claude = AsyncAnthropic(timeout=30)
gemini = genai.Client()
bedrock = boto3.client("bedrock-runtime")
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)
store = Chroma("docs", OpenAIEmbeddings(model="text-embedding-3-small"), "/data/chroma")
encoder = SentenceTransformer("/models/bge-small")
MODEL = "gpt-4.1-2025-04-14"


@app.post("/a")
async def blocking_openai(text: str) -> str:
    return client.responses.create(model=MODEL, input=text).output_text  # ruleid: blocking-llm-call-in-async


@app.post("/b")
async def blocking_claude(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=messages)  # ruleid: blocking-llm-call-in-async
    return reply.content[0].text


@app.post("/c")
async def blocking_rest(text: str) -> list[str]:
    first = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text).text  # ruleid: blocking-llm-call-in-async
    second = llm.invoke(first).content  # ruleid: blocking-llm-call-in-async
    documents = store.similarity_search(second, k=3)  # ruleid: blocking-llm-call-in-async
    encoder.encode(text)  # ruleid: blocking-llm-call-in-async
    # ruleid: blocking-llm-call-in-async
    bedrock.converse(modelId="amazon.nova-pro-v1:0", messages=[{"role": "user", "content": [{"text": second}]}])
    return [document.page_content for document in documents]


@app.post("/d")
async def pausing(text: str) -> str:
    for attempt in range(3):
        reply = await async_client.responses.create(model=MODEL, input=text)
        if reply.output_text:
            return reply.output_text
        time.sleep(2**attempt)  # ruleid: blocking-llm-call-in-async
    return ""


@app.post("/e")
async def awaited(text: str) -> str:
    reply = await async_client.responses.create(model=MODEL, input=text)  # ok: blocking-llm-call-in-async
    raw = await async_client.chat.completions.with_raw_response.create(model=MODEL, messages=[{"role": "user", "content": text}])  # ok: blocking-llm-call-in-async
    await asyncio.sleep(0.1)
    await llm.ainvoke(text)  # ok: blocking-llm-call-in-async
    await gemini.aio.models.generate_content(model="gemini-2.5-flash-lite", contents=text)  # ok: blocking-llm-call-in-async
    return reply.output_text + raw.parse().choices[0].message.content


@app.post("/f")
async def streamed(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    async with async_claude.messages.stream(model="claude-opus-4-8", max_tokens=300, messages=messages) as stream:  # ok: blocking-llm-call-in-async
        return "".join([part async for part in stream.text_stream])


@app.post("/g")
async def in_threads(text: str) -> str:
    def ask() -> str:
        return client.responses.create(model=MODEL, input=text).output_text  # ok: blocking-llm-call-in-async

    loop = asyncio.get_running_loop()
    first = await loop.run_in_executor(None, lambda: llm.invoke(text).content)  # ok: blocking-llm-call-in-async
    second = await asyncio.to_thread(client.responses.create, model=MODEL, input=first)  # ok: blocking-llm-call-in-async
    return await run_in_threadpool(ask) + second.output_text


@app.post("/h")
def plain(text: str) -> str:
    return client.responses.create(model=MODEL, input=text).output_text  # ok: blocking-llm-call-in-async
