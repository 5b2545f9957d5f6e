from anthropic import Anthropic
from anthropic.types import Message

from tools import TOOLS


class Model:
    def __init__(self) -> None:
        self.client = Anthropic(timeout=60)

    def ask(self, messages: list[dict]) -> Message:
        reply = self.client.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=600, tools=TOOLS, messages=messages)
        if reply.stop_reason != "end_turn":
            raise RuntimeError(f"no plain answer: {reply.stop_reason}")
        return reply
