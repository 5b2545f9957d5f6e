from anthropic import Anthropic
from openai import OpenAI

from config import CHAT_MODEL, FAST_MODEL, TEMPERATURE


class Writer:
    model = CHAT_MODEL

    def __init__(self) -> None:
        self.client = Anthropic(timeout=60)
        self.fast = OpenAI(timeout=30)

    def write(self, topic: str) -> str:
        messages = [{"role": "user", "content": topic}]
        # ruleid: unsupported-model-parameter
        reply = self.client.messages.create(model=self.model, max_tokens=800, temperature=TEMPERATURE, messages=messages)
        return reply.content[0].text

    def title(self, text: str) -> str:
        return self.fast.responses.create(model=FAST_MODEL, input=text, temperature=TEMPERATURE).output_text  # ok: unsupported-model-parameter
