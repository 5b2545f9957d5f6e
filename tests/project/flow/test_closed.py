"""Closed types: what an enumeration, a literal type or a number lets through is none of the model's words."""

from __future__ import annotations

import pytest

from tests.linked import linked, marked, marked_argument, traced

START = """\
from enum import Enum
from typing import Annotated, Literal, Optional
from langchain_core.tools import tool
from litellm import completion
from openai import OpenAI
from pydantic import BaseModel, Field
class Step(str, Enum):
    LIST = 'ls'
class Plan(BaseModel):
    step: Literal['ls', 'pwd']
    kind: Step
    count: int
    command: str
client = OpenAI()
def ask():
    return client.chat.completions.parse(model='m', messages=[], response_format=Plan)
"""
CASES = {
    "a member of an enumeration": "sink(Step(completion(model='m', messages=[])))\n",
    "its value": "sink(Step(completion(model='m', messages=[])).value)\n",
    "a tool's text": "@tool\ndef run(command: str):  # from: tool-parameter\n    sink(command)\n",
    "a tool's parameter without a type": "@tool\ndef run(command):  # from: tool-parameter\n    sink(command)\n",
    "a tool's literal type": "@tool\ndef run(command: Literal['ls', 'pwd']):\n    sink(command)\n",
    "a tool's number, or none": "@tool\ndef run(count: int | None = None):\n    sink(count)\n",
    "a tool's optional enumeration": "@tool\ndef run(step: Optional[Step] = None):\n    sink(step.value)\n",
    "a tool's annotated number": "@tool\ndef run(count: Annotated[int, 'how many']):\n    sink(count)\n",
    "a tool's annotated text": "@tool\ndef run(name: Annotated[str, Field(max_length=9)]):  # from: tool-parameter\n    sink(name)\n",
    "a tool's numbers": "@tool\ndef run(ids: list[int]):\n    sink(','.join(str(i) for i in ids))\n",
    "a tool's words": "@tool\ndef run(ids: list[str]):  # from: tool-parameter\n    sink(','.join(ids))\n",
    "what a framework hands to a tool": "from agents import RunContextWrapper\n@tool\ndef run(c: RunContextWrapper[Plan]):\n    sink(c.context)\n",
    "what a framework injects": (
        "from langgraph.prebuilt import InjectedState\n@tool\ndef run(state: Annotated[dict, InjectedState]):\n    sink(state['path'])\n"
    ),
    "what a framework injects by name": "@tool\ndef run(run_manager=None):\n    sink(run_manager)\n",
    "a model that a tool is given": "@tool\ndef run(plan: Plan):  # from: tool-parameter\n    sink(plan.command)\n",
    "a literal type of a model that a tool is given": "@tool\ndef run(plan: Plan):\n    sink(plan.step)\n",
    "a schema's literal type": "r = ask()\nsink(r.choices[0].message.parsed.step)\n",
    "a schema's enumeration": "r = ask()\nsink(r.choices[0].message.parsed.kind.value)\n",
    "a schema's text": "sink(client.chat.completions.parse(response_format=Plan).choices[0].message.parsed.command)  # from: structured\n",
    "a validated literal type": "sink(Plan.model_validate_json(completion(model='m', messages=[])).step)\n",
    "a validated text": "sink(Plan.model_validate_json(completion(model='m', messages=[])).command)  # from: output\n",
    "a text unpacked into a schema": "import json\nsink(Plan(**json.loads(completion(model='m', messages=[]))).command)  # from: output\n",
    "a literal type unpacked into a schema": "import json\nplan = json.loads(completion(model='m', messages=[]))\nsink(Plan(**plan).step)\n",
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES.keys())
def test_closed(code: str) -> None:
    assert traced(START + code) == marked(START + code)


def test_a_number_is_a_choice_of_what_an_action_hits() -> None:
    project = linked(START + "@tool\ndef run(order: int, at_most: float | None, kind: Literal['a']):\n    sink((order, kind))\n")
    value, spot = marked_argument(project, "sink")
    assert [trace.kind for trace in project.flow.sources(value, spot, "action")] == ["tool-number"]
    assert project.flow.sources(value, spot) == ()
