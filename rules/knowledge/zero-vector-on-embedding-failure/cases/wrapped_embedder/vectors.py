from openai import OpenAI


class Embedder:
    def __init__(self) -> None:
        self.client = OpenAI(timeout=20)

    def vector(self, text: str) -> list[float]:
        return self.client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding
