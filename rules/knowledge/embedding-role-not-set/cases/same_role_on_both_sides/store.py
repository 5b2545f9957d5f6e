"""Contracts in Qdrant, with vectors by Cohere: one helper for both sides."""

import cohere
from qdrant_client import QdrantClient
from qdrant_client.models import PointStruct

co = cohere.ClientV2()
qdrant = QdrantClient(url="https://qdrant.contracts.io")


def embed(texts: list[str]) -> list[list[float]]:
    # ruleid: embedding-role-not-set
    response = co.embed(texts=texts, model="embed-english-v3.0", input_type="search_document", embedding_types=["float"])
    return response.embeddings.float_


def store(chunks: list[dict]) -> None:
    vectors = embed([chunk["text"] for chunk in chunks])
    points = [PointStruct(id=chunk["id"], vector=vector, payload=chunk) for chunk, vector in zip(chunks, vectors)]
    qdrant.upsert("contracts", points=points)


def search(question: str) -> list[dict]:
    found = qdrant.query_points("contracts", query=embed([question])[0], limit=8)
    return [point.payload for point in found.points]
