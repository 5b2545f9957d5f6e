"""Questions to a model: fields with and without a limit."""

from typing import Annotated

import tiktoken
from fastapi import FastAPI, Form, HTTPException, Query, UploadFile
from openai import AsyncOpenAI
from pydantic import BaseModel, Field, StringConstraints, constr, field_validator

app = FastAPI()
client = AsyncOpenAI(timeout=30)
encoding = tiktoken.get_encoding("o200k_base")
MOST_TOKENS = 2000


async def complete(text: str) -> str:
    reply = await client.chat.completions.create(model="gpt-4.1-mini", messages=[{"role": "user", "content": text}], max_tokens=300)
    return reply.choices[0].message.content


class Open(BaseModel):
    text: str  # ruleid: user-input-length-unbounded
    top_k: int = 3


class Limited(BaseModel):
    text: str = Field(min_length=1, max_length=4000)  # ok: user-input-length-unbounded
    title: Annotated[str, StringConstraints(max_length=80)] = ""  # ok: user-input-length-unbounded
    tag: constr(max_length=20) = ""  # ok: user-input-length-unbounded


class Validated(BaseModel):
    text: str  # ok: user-input-length-unbounded

    @field_validator("text")
    @classmethod
    def short(cls, value: str) -> str:
        if len(value) > 4000:
            raise ValueError("too long")
        return value


class Cut(BaseModel):
    text: str  # ok: user-input-length-unbounded


class Counted(BaseModel):
    text: str  # ok: user-input-length-unbounded


@app.post("/open")
async def open_question(body: Open) -> str:
    return await complete(f"Answer with {body.top_k} points: {body.text}")


@app.post("/limited")
async def limited_question(body: Limited) -> str:
    return await complete(f"{body.title} ({body.tag}): {body.text}")


@app.post("/validated")
async def validated_question(body: Validated) -> str:
    return await complete(body.text)


@app.post("/cut")
async def cut_question(body: Cut) -> str:
    return await complete(body.text[:4000])


@app.post("/counted")
async def counted_question(body: Counted) -> str:
    if len(encoding.encode(body.text)) > MOST_TOKENS:
        raise HTTPException(status_code=413)
    return await complete(body.text)


@app.get("/search")
async def search(q: Annotated[str, Query(max_length=300)]) -> str:  # ok: user-input-length-unbounded
    return await complete(q)


@app.get("/topics/{topic}")
async def topic(topic: str) -> str:  # ok: user-input-length-unbounded
    return await complete(f"Explain {topic}.")


@app.post("/form")
async def form(note: str = Form(...)) -> str:  # ruleid: user-input-length-unbounded
    vectors = await client.embeddings.create(model="text-embedding-3-small", input=note)
    return str(len(vectors.data))


@app.post("/file")
async def file(upload: UploadFile) -> str:
    text = (await upload.read()).decode()  # ruleid: user-input-length-unbounded
    return await complete(f"Summarise: {text}")


@app.post("/file/measured")
async def measured_file(upload: UploadFile) -> str:
    data = await upload.read()  # ok: user-input-length-unbounded
    if len(data) > 20_000:
        raise HTTPException(status_code=413)
    return await complete(f"Summarise: {data.decode()}")
