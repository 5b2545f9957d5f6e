import subprocess

from devbot.planner import Planner

CHECKS = ["ruff check .", "pytest -q"]


class Runner:
    def __init__(self, model: str) -> None:
        self.planner = Planner(model)

    def execute(self, goal: str, folder: str) -> list[str]:
        outputs = []
        for command in self.planner.commands(goal):
            done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True)  # ruleid: llm-output-to-code-execution
            outputs.append(done.stdout)
        return outputs

    def check(self, folder: str) -> bool:
        return all(subprocess.run(check, shell=True, cwd=folder).returncode == 0 for check in CHECKS)  # ok: llm-output-to-code-execution
