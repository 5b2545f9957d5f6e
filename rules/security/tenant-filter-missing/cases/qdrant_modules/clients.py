from openai import OpenAI
from qdrant_client import QdrantClient

COLLECTION = "memos"
openai = OpenAI()


def vectors() -> QdrantClient:
    return QdrantClient(url="http://qdrant:6333")


def embed(text: str) -> list[float]:
    return openai.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding
