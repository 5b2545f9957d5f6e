"""Laws in Chroma, with vectors by Google: the roles as they should be."""

import chromadb
from google import genai

client = genai.Client()
laws = chromadb.PersistentClient("laws.db").get_or_create_collection("laws")


def vectors_of(texts: list[str], task: str) -> list[list[float]]:
    result = client.models.embed_content(model="gemini-embedding-001", contents=texts, config={"task_type": task})  # ok: embedding-role-not-set
    return [item.values for item in result.embeddings]


def add(ids: list[str], texts: list[str], sources: list[dict]) -> None:
    laws.upsert(ids=ids, documents=texts, embeddings=vectors_of(texts, "RETRIEVAL_DOCUMENT"), metadatas=sources)


def find(question: str) -> list[str]:
    return laws.query(query_embeddings=vectors_of([question], "RETRIEVAL_QUERY"), n_results=5)["documents"][0]
