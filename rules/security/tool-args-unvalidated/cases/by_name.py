"""Functions that are looked up by the name in the model's answer."""

import importlib
import json
import sys

from anthropic import Anthropic
from langchain_core.tools import tool
from openai import OpenAI

claude = Anthropic(timeout=60)
client = OpenAI(timeout=60)
ALLOWED = frozenset({"weather", "news"})


def weather(city: str) -> str:
    return f"sunny in {city}"


def news(topic: str) -> str:
    return f"nothing about {topic}"


def plan(question: str) -> dict:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=f'Answer as {{"function": …, "argument": …}}: {question}')
    return json.loads(reply.output_text)


def by_globals(question: str) -> str:
    step = plan(question)
    return globals()[step["function"]](step["argument"])  # ruleid: tool-args-unvalidated


def by_globals_in_two_lines(question: str) -> str:
    step = plan(question)
    function = globals()[step["function"]]
    return function(step["argument"])  # ruleid: tool-args-unvalidated


def by_module(question: str) -> str:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": question}])
    for block in reply.content:
        if block.type == "tool_use":
            handler = getattr(sys.modules[__name__], block.name)
            return handler(block.input["topic"])  # ruleid: tool-args-unvalidated
    return ""


def from_a_list(question: str) -> str:
    step = plan(question)
    name = step["function"]
    if name not in ALLOWED:
        return f"no function {name}"
    return globals()[name](step["argument"])  # ok: tool-args-unvalidated


def from_a_dictionary(question: str) -> str:
    step = plan(question)
    return {"weather": weather, "news": news}[step["function"]](step["argument"])  # ok: tool-args-unvalidated


class Desk:
    def tool_weather(self, city: str) -> str:
        return weather(city)

    def tool_news(self, topic: str) -> str:
        return news(topic)

    def run(self, question: str) -> str:
        step = plan(question)
        return getattr(self, "tool_" + step["function"])(step["argument"])  # ruleid: tool-args-unvalidated


@tool
def statistic(numbers: list[float], function: str) -> float:
    """Apply a function of the statistics module."""
    return getattr(importlib.import_module("statistics"), function)(numbers)  # ruleid: tool-args-unvalidated


def field(question: str) -> str:
    return getattr(plan, plan(question)["function"], "")  # ok: tool-args-unvalidated


def configured(name: str) -> object:
    return getattr(importlib.import_module("settings"), name)()  # ok: tool-args-unvalidated
