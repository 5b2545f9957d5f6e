"""Further attempts at one document, which is no loop over documents."""

import time

from openai import OpenAI

client = OpenAI(timeout=30)


def embed(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def embed_one(text: str) -> list[float] | None:
    vector = None
    for attempt in range(3):
        try:
            vector = embed(text)
            break
        except Exception as error:  # ok: ingest-errors-swallowed
            print(error)
            time.sleep(attempt)
    return vector


def embed_all(texts: list[str]) -> list[list[float]]:
    vectors = []
    for text in texts:
        vector = None
        for attempt in range(3):
            try:
                vector = embed(text)
                break
            except Exception as error:  # ok: ingest-errors-swallowed
                print(error)
                time.sleep(attempt)
        if vector is None:
            raise RuntimeError(text)
        vectors.append(vector)
    return vectors


def embed_some(texts: list[str]) -> list[list[float]]:
    vectors = []
    for text in texts:
        for attempt in range(3):
            try:
                vectors.append(embed(text))
                break
            except Exception as error:  # ruleid: ingest-errors-swallowed
                print(error)
                time.sleep(attempt)
    return vectors
