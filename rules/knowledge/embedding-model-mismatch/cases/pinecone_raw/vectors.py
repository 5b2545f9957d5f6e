from openai import OpenAI

client = OpenAI()


def embed_all(texts: list[str]) -> list[list[float]]:
    answer = client.embeddings.create(model="text-embedding-ada-002", input=texts)
    return [one.embedding for one in answer.data]


def embed_one(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=[text]).data[0].embedding
