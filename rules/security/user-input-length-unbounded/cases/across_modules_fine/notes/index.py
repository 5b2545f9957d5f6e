from mistralai import Mistral


class Index:
    def __init__(self) -> None:
        self.client = Mistral(timeout_ms=30_000)
        self.vectors = []

    def add(self, text: str) -> None:
        reply = self.client.embeddings.create(model="mistral-embed", inputs=[text])
        self.vectors.append(reply.data[0].embedding)
