from openai import OpenAI


class Model:
    def __init__(self, name: str) -> None:
        self.name = name
        self.client = OpenAI()
        self.spent = 0

    def ask(self, messages, tools):
        answer = self.client.chat.completions.create(model=self.name, messages=messages, tools=tools)
        self.spent += answer.usage.total_tokens
        return answer.choices[0].message

    def within_budget(self) -> bool:
        return self.spent < 50_000

    def check(self) -> None:
        if self.spent > 50_000:
            raise RuntimeError("too much was spent")
