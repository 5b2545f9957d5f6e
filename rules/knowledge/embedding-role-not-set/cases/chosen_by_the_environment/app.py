import os

import voyageai

client = voyageai.Client()


def embed_chunks(chunks: list[str]) -> list[list[float]]:
    return client.embed(chunks, model=os.environ["EMBEDDING_MODEL"]).embeddings  # ok: embedding-role-not-set
