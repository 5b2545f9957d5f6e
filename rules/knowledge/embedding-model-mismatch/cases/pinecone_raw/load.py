from pinecone import Pinecone

from vectors import embed_all

index = Pinecone().Index("articles")


def load(texts: list[str]) -> None:
    vectors = embed_all(texts)
    index.upsert(vectors=[(f"article-{place}", vector) for place, vector in enumerate(vectors)])
