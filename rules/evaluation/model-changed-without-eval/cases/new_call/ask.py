from anthropic import Anthropic
from openai import OpenAI

vectors = OpenAI()
client = Anthropic()


def embed(texts: list[str]) -> list[list[float]]:
    return [row.embedding for row in vectors.embeddings.create(model="text-embedding-3-small", input=texts).data]


def ask(question: str) -> str:
    reply = client.messages.create(model="claude-opus-4-1-20250805", max_tokens=500, messages=[{"role": "user", "content": question}])
    return reply.content[0].text
