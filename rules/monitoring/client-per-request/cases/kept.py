"""Clients made once: cache, lifespan, guard, a cache by credentials, an object built once."""

from contextlib import asynccontextmanager
from functools import lru_cache

from anthropic import Anthropic
from fastapi import Depends, FastAPI, Request
from langchain_openai import OpenAIEmbeddings
from langchain_qdrant import QdrantVectorStore
from openai import AsyncOpenAI, OpenAI
from qdrant_client import QdrantClient
from transformers import pipeline

MODEL = "gpt-4.1-2025-04-14"
_clients: dict[str, OpenAI] = {}
_claude = None


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.client = AsyncOpenAI(timeout=30)  # ok: client-per-request
    app.state.ner = pipeline("ner", model="/models/ner")  # ok: client-per-request
    yield
    await app.state.client.close()


app = FastAPI(lifespan=lifespan)


@lru_cache(maxsize=1)
def get_client() -> OpenAI:
    return OpenAI(timeout=30)  # ok: client-per-request


def client_for(key: str) -> OpenAI:
    if key not in _clients:
        _clients[key] = OpenAI(api_key=key, timeout=30)  # ok: client-per-request
    return _clients[key]


def claude() -> Anthropic:
    global _claude
    if _claude is None:
        _claude = Anthropic(timeout=30)  # ok: client-per-request
    return _claude


class Search:
    def __init__(self, url: str) -> None:
        self.client = QdrantClient(url=url)  # ok: client-per-request

    def nearest(self, vector: list[float]) -> list[str]:
        return [point.payload["text"] for point in self.client.query_points("docs", query=vector).points]


search = Search("http://qdrant:6333")


@app.post("/answer")
def answer(question: str, client: OpenAI = Depends(get_client)) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@app.post("/tenant/{tenant}")
def tenant_answer(tenant: str, question: str, request: Request) -> str:
    key = request.app.state.keys[tenant]
    return client_for(key).responses.create(model=MODEL, input=question).output_text


@app.post("/write")
def write(topic: str) -> str:
    messages = [{"role": "user", "content": topic}]
    return claude().messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text


@app.post("/nearest")
def nearest(vector: list[float]) -> list[str]:
    return search.nearest(vector)


@app.post("/names")
def names(request: Request, text: str) -> list[str]:
    return [entity["word"] for entity in request.app.state.ner(text)]


vectors = QdrantClient(url="https://vectors.example.com", timeout=10)
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")


@app.post("/notes")
def add_note(owner: str, text: str) -> None:
    store = QdrantVectorStore(client=vectors, collection_name=f"notes-{owner}", embedding=embeddings)  # ok: client-per-request
    store.add_texts([text])
