from pinecone import Pinecone

from vectors import embed_all, embed_one

index = Pinecone().Index("articles")


def find(text: str):
    return index.query(vector=embed_one(text), top_k=5)


def find_like(text: str):
    [vector] = embed_all([text])
    return index.query(vector=vector, top_k=5)
