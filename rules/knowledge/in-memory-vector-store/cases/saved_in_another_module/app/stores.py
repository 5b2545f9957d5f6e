import os

from langchain_core.vectorstores import InMemoryVectorStore
from langchain_qdrant import QdrantVectorStore

from app.build import embeddings


def store():
    if os.environ.get("APP_ENV") == "test":
        return InMemoryVectorStore(embeddings)  # ok: in-memory-vector-store
    return QdrantVectorStore.from_existing_collection("docs", embeddings, url="http://qdrant:6333")  # ok: in-memory-vector-store
