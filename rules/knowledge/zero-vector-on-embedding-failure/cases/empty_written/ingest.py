import chromadb

from vectors import vector

collection = chromadb.HttpClient(host="chroma").get_or_create_collection("pages")


def ingest(key: str, text: str) -> None:
    found = vector(text)
    collection.add(ids=[key], embeddings=[found], documents=[text])
