"""Model-written code that runs elsewhere."""

import docker
from e2b_code_interpreter import Sandbox
from openai import OpenAI
from RestrictedPython import compile_restricted, safe_globals

client = OpenAI(timeout=60)
containers = docker.from_env().containers


def write_code(task: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", instructions="Reply with Python only.", input=task).output_text


def in_microvm(task: str) -> str:
    with Sandbox.create(timeout=120) as sandbox:
        return sandbox.run_code(write_code(task)).text  # ok: llm-output-to-code-execution


def in_container(task: str) -> str:
    command = ["python", "-c", write_code(task)]
    return containers.run("python:3.12-slim", command, network_disabled=True, mem_limit="256m", remove=True).decode()  # ok: llm-output-to-code-execution


def restricted(task: str) -> object:
    scope = dict(safe_globals)
    exec(compile_restricted(write_code(task), "<model>", "exec"), scope)  # ok: llm-output-to-code-execution
    return scope.get("result")
