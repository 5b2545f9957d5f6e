"""Token counts: which calls have theirs read."""

from __future__ import annotations

import pytest

from tests.linked import linked

ASK = "from openai import OpenAI\nanswer = OpenAI().chat.completions.create(model='m', messages=[])\n"
CASES = {
    "an attribute": ([2], ASK + "print(answer.usage)\n"),
    "an attribute of an attribute": ([2], ASK + "print(answer.usage.total_tokens)\n"),
    "an entry": ([2], ASK + "print(answer['usage'])\n"),
    "by get": ([2], ASK + "print(answer.get('usage'))\n"),
    "by getattr": ([2], ASK + "print(getattr(answer, 'usage', None))\n"),
    "by hasattr": ([2], ASK + "print(hasattr(answer, 'usage'))\n"),
    "a method of it": ([2], ASK + "print(answer.usage.model_dump())\n"),
    "in a function it is handed to": ([4], "def count(x):\n    print(x.usage)\n" + ASK + "count(answer)\n"),
    "of each chunk": (
        [2],
        "from openai import OpenAI\nfor chunk in OpenAI().chat.completions.create(model='m', messages=[], stream=True):\n    print(chunk.usage)\n",
    ),
    "not read": ([], ASK + "print(answer.choices)\n"),
    "of something else": ([], ASK + "print(disk.usage)\n"),
    "of one of two": ([2], ASK + "other = OpenAI().chat.completions.create(model='m', messages=[])\nprint(answer.usage)\n"),
}


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_calls_whose_counts_are_read(expected: list[int], source: str) -> None:
    project = linked(source)
    assert [project.resolver.call(ref).span.line for ref in project.counted_calls] == expected


def test_counts_read_in_another_module() -> None:
    model = "from openai import OpenAI\ndef ask():\n    return OpenAI().chat.completions.create(model='m', messages=[])\n"
    project = linked({"model.py": model, "app.py": "from model import ask\nprint(ask().usage.total_tokens)\n"})
    assert [ref.path for ref in project.counted_calls] == ["model.py"]
