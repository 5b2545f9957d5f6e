"""Code of a model that is checked for its syntax and stored, not run."""

from openai import OpenAI

client = OpenAI(timeout=30)


def write(task: str) -> str:
    code = client.responses.create(model="gpt-4.1-2025-04-14", input=task).output_text
    compile(code, "draft.py", "exec")  # ok: llm-output-to-code-execution
    return code


def run(task: str) -> None:
    code = compile(write(task), "draft.py", "exec")
    exec(code)  # ruleid: llm-output-to-code-execution
