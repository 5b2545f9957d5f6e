from openai import OpenAI

client = OpenAI(timeout=30)


class Embedder:
    model = "text-embedding-3-large"

    def embed(self, texts: list[str]) -> list[list[float]]:
        return [item.embedding for item in client.embeddings.create(model=self.model, input=texts).data]  # ok: embedding-call-per-item
