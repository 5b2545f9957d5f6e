"""An operations assistant that runs what the model proposes."""

import json
import os
import shlex
import subprocess

from anthropic import Anthropic
from google import genai

claude = Anthropic(timeout=60)
gemini = genai.Client()
MODEL = "claude-opus-4-8"
TOOLS = [{"name": "run", "description": "Run a command", "input_schema": {"type": "object", "properties": {"command": {"type": "string"}}}}]


def propose(goal: str) -> str:
    reply = claude.messages.create(model=MODEL, max_tokens=200, messages=[{"role": "user", "content": goal}])
    return reply.content[0].text


def run(goal: str) -> str:
    command = propose(goal)
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)  # ruleid: llm-output-to-code-execution
    if done.returncode:
        fix = propose(f"{command} failed with {done.stderr}. Give a command that repairs this.")
        os.system(fix)  # ruleid: llm-output-to-code-execution
    return done.stdout


def run_plan(goal: str) -> list[str]:
    plan = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=f"Commands as a JSON list: {goal}").text
    outputs = []
    for step in json.loads(plan)["commands"]:
        outputs.append(subprocess.check_output(shlex.split(step), text=True))  # ruleid: llm-output-to-code-execution
    return outputs


def run_tool_calls(goal: str) -> None:
    reply = claude.messages.create(model=MODEL, max_tokens=500, tools=TOOLS, messages=[{"role": "user", "content": goal}])
    for block in reply.content:
        if block.type == "tool_use":
            subprocess.Popen(["bash", "-c", block.input["command"]])  # ruleid: llm-output-to-code-execution


def history(goal: str) -> str:
    author = propose(f"Whose commits matter for: {goal}? Name only.")
    return subprocess.run(["git", "log", "--author", author], capture_output=True, text=True).stdout  # ok: llm-output-to-code-execution


def search(goal: str) -> str:
    word = propose(f"One search word for: {goal}")
    return subprocess.check_output(f"grep -rn {shlex.quote(word)} docs/ | head", shell=True, text=True)  # ok: llm-output-to-code-execution
