from openai import OpenAI

client = OpenAI()


def embed(texts: list[str]) -> list[list[float]]:
    return [one.embedding for one in client.embeddings.create(model="text-embedding-3-large", input=texts).data]
