from cohere import ClientV2
from mistralai import Mistral


class Ranking:
    def __init__(self) -> None:
        self.co = ClientV2()  # ok: client-per-request

    def best(self, question: str, texts: list[str]) -> int:
        return self.co.rerank(model="rerank-v3.5", query=question, documents=texts, top_n=1).results[0].index


class Tagger:
    def __init__(self) -> None:
        self.mistral = Mistral(timeout_ms=30_000)  # ruleid: client-per-request

    def tag(self, text: str) -> str:
        messages = [{"role": "user", "content": f"Three tags: {text}"}]
        return self.mistral.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content
