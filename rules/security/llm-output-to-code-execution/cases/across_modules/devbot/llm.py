from mistralai import Mistral


class LLM:
    def __init__(self, model: str) -> None:
        self.model = model
        self.client = Mistral(timeout_ms=60_000)

    def inference(self, prompt: str) -> str:
        messages = [{"role": "user", "content": prompt}]
        return self.client.chat.complete(model=self.model, messages=messages).choices[0].message.content
