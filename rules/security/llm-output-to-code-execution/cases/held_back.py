"""Commands of a model that are quoted, listed or approved before they run."""

import os
import re
import shlex
import subprocess

import click
from anthropic import Anthropic
from langgraph.types import interrupt
from openai import OpenAI

claude = Anthropic(timeout=60)
client = OpenAI(timeout=60)
READING = frozenset({"ls", "cat", "grep", "head"})


def propose(goal: str) -> str:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=200, messages=[{"role": "user", "content": goal}])
    return reply.content[0].text


def search(goal: str) -> str:
    word = client.responses.create(model="gpt-4.1-2025-04-14", input=f"One word to search the log for: {goal}").output_text
    return subprocess.getoutput(f"grep -c {shlex.quote(word)} /var/log/app.log")  # ok: llm-output-to-code-execution


def search_unquoted(goal: str) -> str:
    word = client.responses.create(model="gpt-4.1-2025-04-14", input=f"One word to search the log for: {goal}").output_text
    return subprocess.getoutput(f"grep -c '{word}' /var/log/app.log")  # ruleid: llm-output-to-code-execution


def service(goal: str) -> int:
    found = re.search(r"service: ([\w-]+)", propose(goal))
    return os.system(f"systemctl status {found.group(1)}") if found else 1  # ok: llm-output-to-code-execution


def read_only(goal: str) -> str:
    words = shlex.split(propose(goal))
    if words[0] not in READING:
        return f"not allowed: {words[0]}"
    return subprocess.run(words, capture_output=True, text=True).stdout  # ok: llm-output-to-code-execution


def confirmed(goal: str) -> int:
    command = propose(goal)
    if not click.confirm(f"Run {command}?"):
        return 1
    return os.system(command)  # ok: llm-output-to-code-execution


def reviewed(state: dict) -> dict:
    command = propose(state["goal"])
    decision = interrupt({"question": "Run this?", "command": command})
    if decision != "yes":
        return {"output": "declined"}
    return {"output": subprocess.getoutput(command)}  # ok: llm-output-to-code-execution


def asked_once(goal: str) -> int:
    goal = input("Goal? ")
    if goal == "quit":
        return 0
    return os.system(propose(goal))  # ruleid: llm-output-to-code-execution


def without_rm(goal: str) -> int:
    command = propose(goal)
    if "rm" in command:
        return 1
    return os.system(command)  # ruleid: llm-output-to-code-execution
