from mistralai import Mistral

from budget import trimmed

client = Mistral()


class Assistant:
    def __init__(self) -> None:
        self.history: list[dict] = []

    def answer(self, question: str) -> str:
        self.history.append({"role": "user", "content": question})
        # ok: prompt-budget-unbounded
        return client.chat.complete(model="mistral-medium-2505", messages=trimmed(self.history)).choices[0].message.content
