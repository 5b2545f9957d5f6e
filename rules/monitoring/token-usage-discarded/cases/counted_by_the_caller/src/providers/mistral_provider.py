from mistralai import Mistral


class MistralProvider:
    def __init__(self) -> None:
        self.client = Mistral(timeout_ms=60_000)

    def inference(self, model: str, prompt: str) -> str:
        reply = self.client.chat.complete(model=model, messages=[{"role": "user", "content": prompt}])  # ok: token-usage-discarded
        return reply.choices[0].message.content
