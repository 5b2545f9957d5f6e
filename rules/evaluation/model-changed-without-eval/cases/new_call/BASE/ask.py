from anthropic import Anthropic
from openai import OpenAI

vectors = OpenAI()
client = Anthropic()


def embed(texts: list[str]) -> list[list[float]]:
    return [row.embedding for row in vectors.embeddings.create(model="text-embedding-3-small", input=texts).data]


