from langchain_openai import ChatOpenAI

from .prompts import ANSWER


class Answers:
    def __init__(self) -> None:
        self.chain = ANSWER | ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)


def make_answers() -> Answers:
    return Answers()
