from mistralai import Mistral

from letters.prompts import classification


class Classifier:
    def __init__(self) -> None:
        self.client = Mistral(timeout_ms=30_000)

    def label(self, text: str) -> str:
        messages = [{"role": "user", "content": classification(text)}]
        reply = self.client.chat.complete(model="mistral-large-2411", messages=messages, temperature=0)
        return reply.choices[0].message.content.strip().lower()
