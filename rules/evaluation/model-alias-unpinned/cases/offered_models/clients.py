from anthropic import Anthropic
from openai import OpenAI


class Gpt:
    def __init__(self) -> None:
        self.client = OpenAI(timeout=30)

    def infer(self, model: str, prompt: str) -> str:
        return self.client.responses.create(model=model, input=prompt).output_text


class Claude:
    def __init__(self) -> None:
        self.client = Anthropic(timeout=30)

    def infer(self, model: str, prompt: str) -> str:
        messages = [{"role": "user", "content": prompt}]
        return self.client.messages.create(model=model, max_tokens=300, messages=messages).content[0].text
