"""Stores that the configuration chooses from, and an index that is written to a file as an object."""

import pickle

from fastapi import FastAPI
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings
from pydantic import BaseModel
from qdrant_client import QdrantClient

app = FastAPI()


class Connection(BaseModel):
    url: str | None = None
    memory: bool = False


def connect(connection: Connection) -> QdrantClient:
    if connection.memory:
        return QdrantClient(":memory:")  # ok: in-memory-vector-store
    return QdrantClient(url=connection.url)  # ok: in-memory-vector-store


def build(texts: list[str]) -> None:
    store = FAISS.from_texts(texts, OpenAIEmbeddings(model="text-embedding-3-small"))  # ok: in-memory-vector-store
    with open("store.pkl", "wb") as file:
        pickle.dump(store, file)


@app.get("/search")
def search(question: str) -> list[str]:
    client = QdrantClient(":memory:")  # ruleid: in-memory-vector-store
    return [point.payload["text"] for point in client.query_points("docs", query=question).points]
