"""The last turns only."""

from collections.abc import Iterator

from groq import Groq

client = Groq()


class Assistant:
    def __init__(self) -> None:
        self.history: list[dict] = []

    def answer(self, question: str) -> str:
        self.history.append({"role": "user", "content": question})
        self.history = self.history[-20:]
        # ok: prompt-budget-unbounded
        reply = client.chat.completions.create(model="openai/gpt-oss-120b", messages=self.history)
        return reply.choices[0].message.content


class Window:
    def __init__(self) -> None:
        self.turns: list[dict] = []

    def answer(self, question: str) -> str:
        self.turns.append({"role": "user", "content": question})
        while len(self.turns) > 12:
            self.turns.pop(0)
        # ok: prompt-budget-unbounded
        return client.chat.completions.create(model="openai/gpt-oss-120b", messages=self.turns).choices[0].message.content


def one_request(questions: list[str]) -> str:
    messages = [{"role": "system", "content": "You are brief."}]
    for question in questions:
        messages.append({"role": "user", "content": question})
    # ok: prompt-budget-unbounded
    return client.chat.completions.create(model="openai/gpt-oss-120b", messages=messages).choices[0].message.content


class Request:
    def answer(self, question: str) -> Iterator[str]:
        self.messages = [{"role": "system", "content": "You are brief."}]
        self.messages.append({"role": "user", "content": question})
        # ok: prompt-budget-unbounded
        yield client.chat.completions.create(model="openai/gpt-oss-120b", messages=self.messages).choices[0].message.content
