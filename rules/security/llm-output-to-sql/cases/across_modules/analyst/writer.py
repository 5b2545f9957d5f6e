import re

from analyst.llm import complete

FENCE = re.compile(r"```(?:sql)?\s*(.+?)```", re.DOTALL)


class Writer:
    def __init__(self, schema: str) -> None:
        self.schema = schema

    def statement(self, question: str) -> str:
        answer = complete(f"You write PostgreSQL for: {self.schema}", question)
        found = FENCE.search(answer)
        return found.group(1) if found else answer
