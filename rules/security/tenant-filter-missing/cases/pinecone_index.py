from openai import OpenAI
from pinecone import Pinecone

client = OpenAI()
index = Pinecone().Index("notes")


def embed(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def store(key: str, text: str, tenant: str) -> None:
    index.upsert(vectors=[{"id": key, "values": embed(text), "metadata": {"tenant_id": tenant, "text": text}}])


def search(text: str):
    return index.query(vector=embed(text), top_k=5, include_metadata=True)  # ruleid: tenant-filter-missing


def search_own(text: str, tenant: str):
    return index.query(vector=embed(text), top_k=5, filter={"tenant_id": {"$eq": tenant}})  # ok: tenant-filter-missing


def search_with(text: str, conditions: dict):
    return index.query(vector=embed(text), top_k=5, filter=conditions)  # ok: tenant-filter-missing


def search_then_filter(text: str, tenant: str):
    found = index.query(vector=embed(text), top_k=50, include_metadata=True)  # ok: tenant-filter-missing
    return [match for match in found.matches if match.metadata["tenant_id"] == tenant]


def count_duplicates(text: str):
    return index.query(vector=embed(text), top_k=100)  # ok: tenant-filter-missing
