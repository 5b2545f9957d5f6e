import chromadb

from blank import blank
from vectors import Embedder

collection = chromadb.HttpClient(host="chroma").get_or_create_collection("pages")
embedder = Embedder()


def ingest(pages: dict[str, str]) -> None:
    for key, text in pages.items():
        try:
            vector = embedder.vector(text)
        except Exception:
            # ruleid: zero-vector-on-embedding-failure
            vector = blank()
        collection.add(ids=[key], embeddings=[vector], documents=[text])
