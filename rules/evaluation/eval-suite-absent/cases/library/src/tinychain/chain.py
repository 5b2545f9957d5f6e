from openai import OpenAI


class Chain:
    """Sends one message after the other and keeps the history."""

    def __init__(self, client: OpenAI, model: str) -> None:
        self.client = client
        self.model = model
        self.history: list[dict[str, str]] = []

    def send(self, text: str) -> str:
        self.history.append({"role": "user", "content": text})
        reply = self.client.chat.completions.create(model=self.model, messages=self.history)
        self.history.append({"role": "assistant", "content": reply.choices[0].message.content})
        return self.history[-1]["content"]
