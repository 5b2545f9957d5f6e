"""Tools whose parameters a model chooses."""

import subprocess

from agents import Agent, function_tool
from jinja2 import Template
from langchain_core.tools import tool

SERVICES = ("web", "worker", "scheduler")


@tool
def shell(command: str) -> str:
    """Run a shell command and return its output."""
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout  # ruleid: llm-output-to-code-execution


@function_tool
def python(code: str) -> str:
    """Run Python code. Assign the result to `result`."""
    scope: dict[str, object] = {}
    exec(compile(code, "<agent>", "exec"), scope)  # ruleid: llm-output-to-code-execution
    return str(scope.get("result"))


@function_tool
def letter(template: str, name: str) -> str:
    """Fill a letter template."""
    return Template(template).render(name=name)  # ruleid: llm-output-to-code-execution


@tool
def restart(service: str) -> str:
    """Restart a service."""
    if service not in SERVICES:
        return f"unknown service {service}"
    return subprocess.check_output(f"systemctl restart {service}", shell=True, text=True)  # ok: llm-output-to-code-execution


@function_tool
def disk_usage(path: str) -> str:
    """Show how full a path is."""
    return subprocess.run(["du", "-sh", "--", path], capture_output=True, text=True).stdout  # ok: llm-output-to-code-execution


operator = Agent(name="Operator", model="gpt-4.1-2025-04-14", instructions="Keep the services up.", tools=[python, letter, disk_usage])
