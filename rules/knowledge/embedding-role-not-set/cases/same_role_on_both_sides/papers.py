"""Papers in Chroma, with vectors by Voyage: each side has its own role, the wrong one when writing."""

import chromadb
import voyageai

vo = voyageai.Client()
papers = chromadb.PersistentClient("papers.db").get_or_create_collection("papers")


def add(ids: list[str], texts: list[str], sources: list[dict]) -> None:
    vectors = vo.embed(texts, model="voyage-3", input_type="query").embeddings  # ruleid: embedding-role-not-set
    papers.upsert(ids=ids, documents=texts, embeddings=vectors, metadatas=sources)


def find(question: str) -> list[str]:
    vector = vo.embed([question], model="voyage-3", input_type="query").embeddings[0]  # ok: embedding-role-not-set
    return papers.query(query_embeddings=[vector], n_results=5)["documents"][0]
