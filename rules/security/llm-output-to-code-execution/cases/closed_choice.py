"""The model chooses from what a person wrote."""

import subprocess

from anthropic import Anthropic

client = Anthropic(timeout=30)
COMMANDS = {"status": "systemctl status web", "restart": "systemctl restart web", "logs": "journalctl -u web -n 50"}


class Browser:
    def __init__(self) -> None:
        self.url = ""

    def run_cmd(self, command: str) -> str:
        """Interpret one of three verbs."""
        verb, _, rest = command.partition(" ")
        if verb == "open":
            self.url = rest
        elif verb == "back":
            self.url = ""
        elif verb != "wait":
            raise ValueError(command)
        return self.url


def choose(goal: str) -> str:
    content = f"Which of {', '.join(COMMANDS)}? {goal}"
    reply = client.messages.create(model="claude-opus-4-8", max_tokens=5, messages=[{"role": "user", "content": content}])
    return reply.content[0].text.strip()


def act(goal: str) -> str:
    action = choose(goal)
    if action in COMMANDS:
        return subprocess.check_output(COMMANDS[action], shell=True, text=True)  # ok: llm-output-to-code-execution
    return "no such action"


def browse(goal: str) -> str:
    return Browser().run_cmd(choose(goal))  # ok: llm-output-to-code-execution
