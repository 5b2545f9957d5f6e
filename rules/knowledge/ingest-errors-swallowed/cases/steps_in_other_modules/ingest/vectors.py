from mistralai import Mistral

client = Mistral(timeout_ms=30_000)


def embed(texts: list[str]) -> list[list[float]]:
    return [item.embedding for item in client.embeddings.create(model="mistral-embed-2312", inputs=texts).data]
