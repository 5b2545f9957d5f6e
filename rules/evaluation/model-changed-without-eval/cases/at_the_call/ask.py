from anthropic import Anthropic
from openai import OpenAI

vectors = OpenAI()
client = Anthropic()


def embed(texts: list[str]) -> list[list[float]]:
    return [row.embedding for row in vectors.embeddings.create(model="text-embedding-3-large", input=texts).data]


def ask(question: str) -> str:
    reply = client.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=500, messages=[{"role": "user", "content": question}])
    return reply.content[0].text
