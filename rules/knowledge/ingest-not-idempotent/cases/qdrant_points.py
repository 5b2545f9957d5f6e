import uuid

from openai import OpenAI
from qdrant_client import QdrantClient
from qdrant_client.models import PointStruct

client = OpenAI()
qdrant = QdrantClient(url="http://qdrant:6333")


def embed(texts: list[str]) -> list[list[float]]:
    return [one.embedding for one in client.embeddings.create(model="text-embedding-3-small", input=texts).data]


def store(texts: list[str], source: str) -> None:
    points = [
        PointStruct(id=str(uuid.uuid4()), vector=vector, payload={"text": text, "source": source})
        for text, vector in zip(texts, embed(texts), strict=True)
    ]
    qdrant.upsert(collection_name="handbook", points=points)  # ruleid: ingest-not-idempotent


def store_by_content(texts: list[str], source: str) -> None:
    points = [
        PointStruct(id=str(uuid.uuid5(uuid.NAMESPACE_URL, source + text)), vector=vector, payload={"text": text, "source": source})
        for text, vector in zip(texts, embed(texts), strict=True)
    ]
    qdrant.upsert(collection_name="handbook", points=points)  # ok: ingest-not-idempotent
