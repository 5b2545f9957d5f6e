from openai import OpenAI


class OpenAIProvider:
    def __init__(self) -> None:
        self.client = OpenAI(timeout=60)

    def inference(self, model: str, prompt: str) -> str:
        reply = self.client.chat.completions.create(model=model, messages=[{"role": "user", "content": prompt}])  # ok: token-usage-discarded
        return reply.choices[0].message.content
