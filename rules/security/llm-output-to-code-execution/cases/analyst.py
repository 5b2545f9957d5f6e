"""A data analyst that writes its own Python and SQL-like filters."""

import contextlib
import io

import pandas as pd
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI(timeout=60)
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)


def generate(task: str, columns: list[str]) -> str:
    reply = client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        messages=[{"role": "user", "content": f"Write pandas code. Columns: {columns}. Task: {task}. Code only."}],
    )
    return reply.choices[0].message.content.strip().removeprefix("```python").removesuffix("```")


def analyse(frame: pd.DataFrame, task: str) -> str:
    code = generate(task, list(frame.columns))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {"df": frame, "pd": pd})  # ruleid: llm-output-to-code-execution
    return out.getvalue()


def calculate(question: str) -> float:
    expression = llm.invoke(f"Translate to one Python expression: {question}").content
    return eval(expression)  # ruleid: llm-output-to-code-execution


def select(frame: pd.DataFrame, wish: str) -> pd.DataFrame:
    condition = llm.invoke(f"Write a condition for DataFrame.query: {wish}").content
    return frame.query(condition)  # ruleid: llm-output-to-code-execution


def describe(frame: pd.DataFrame) -> str:
    return llm.invoke(f"Describe: {frame.head()}").content  # ok: llm-output-to-code-execution
