import json

from devbot.llm import LLM


class Planner:
    def __init__(self, model: str) -> None:
        self.llm = LLM(model)

    def parse(self, response: str) -> list[str]:
        return json.loads(response.strip().strip("`"))["commands"]

    def commands(self, goal: str) -> list[str]:
        return self.parse(self.llm.inference(f"Which shell commands reach this goal? Reply as JSON. {goal}"))
