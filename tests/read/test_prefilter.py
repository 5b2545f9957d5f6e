"""Which files can matter: those that name AI, and what is tied to them by imports."""

from __future__ import annotations

import pytest

from ailint.read.prefilter import imported, relevant

AI = b"import openai\n"
CASES = {
    "an import": ({"a.py": AI, "b.py": b""}, {"a.py"}),
    "an import of a part": ({"a.py": b"from openai.types import chat\n"}, {"a.py"}),
    "an import under another name": ({"a.py": b"import openai as ai\n"}, {"a.py"}),
    "an import among others": ({"a.py": b"import os, openai, sys\n"}, {"a.py"}),
    "an import in a function": ({"a.py": b"def f():\n    from openai import OpenAI\n"}, {"a.py"}),
    "a dotted root": ({"a.py": b"from google.genai import types\n", "b.py": b"from google.cloud import x\n"}, {"a.py"}),
    "a dotted root in two parts": ({"a.py": b"from google import genai\n", "b.py": b"from google import auth\n"}, {"a.py"}),
    "a part of a dotted root": ({"a.py": b"from google.genai.types import Part\n"}, {"a.py"}),
    "a name that begins like it": ({"a.py": b"import openai_tools\n"}, set()),
    "a word in text": ({"a.py": b"x = 'openai'\n"}, set()),
    "a mark": ({"a.py": b"requests.post('https://api.openai.com/v1')\n"}, {"a.py"}),
    "what imports it": ({"a.py": AI, "b.py": b"import a\n", "c.py": b"import b\n", "d.py": b""}, {"a.py", "b.py", "c.py"}),
    "what it imports": ({"a.py": AI + b"import b\n", "b.py": b"import c\n", "c.py": b"", "d.py": b""}, {"a.py", "b.py", "c.py"}),
    "what is imported beside it": ({"a.py": AI, "b.py": b"import a, c\n", "c.py": b"", "d.py": b"import c\n"}, {"a.py", "b.py", "c.py"}),
    "relatively": (
        {"s/a.py": AI, "s/__init__.py": b"", "s/b.py": b"from . import a\n", "s/c.py": b"from .a import x\n"},
        {"s/a.py", "s/__init__.py", "s/b.py", "s/c.py"},
    ),
    "names in brackets": ({"s/a.py": AI, "s/__init__.py": b"", "b.py": b"from s import (a,\n    x)\n"}, {"s/a.py", "s/__init__.py", "b.py"}),
    "names on lines of their own": (
        {"s/a.py": AI, "s/__init__.py": b"", "b.py": b"from s import (\n    a,\n)\n"},
        {"s/a.py", "s/__init__.py", "b.py"},
    ),
    "modules that import each other": ({"a.py": AI + b"import b\n", "b.py": b"import a\n"}, {"a.py", "b.py"}),
    "tests of what it imports": (
        {"a.py": AI + b"import p\n", "p.py": b"", "tests/test_p.py": b"import p\n", "tests/test_x.py": b"import x\n", "b.py": b"import p\n"},
        {"a.py", "p.py", "tests/test_p.py"},
    ),
    "evaluations that import nothing of it": ({"a.py": AI, "evals/run.py": b"import requests\n"}, {"a.py", "evals/run.py"}),
    "evaluations where there is no AI": ({"a.py": b"", "evals/run.py": b""}, set()),
    "no text at all": ({"a.py": b"\xff\xfe\x00import openai"}, set()),
    "nothing": ({}, set()),
}


@pytest.mark.parametrize(("sources", "expected"), CASES.values(), ids=CASES.keys())
def test_relevant(sources: dict[str, bytes], expected: set[str]) -> None:
    assert relevant(sources, ["openai", "google.genai"], ["api.openai.com"]) == expected


def test_without_marks_no_file_is_marked() -> None:
    assert relevant({"a.py": b"anything"}, []) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(b"import a.b as c", [(0, b"a.b", [])], id="a plain import"),
        pytest.param(b"import a, b", [(0, b"a", []), (0, b"b", [])], id="two"),
        pytest.param(b"from a import b, c", [(0, b"a", [b"b", b"c"])], id="names"),
        pytest.param(b"from ..a import b", [(2, b"a", [b"b"])], id="relatively"),
        pytest.param(b"from . import b", [(1, b"", [b"b"])], id="from the package"),
        pytest.param(b"from a import b  # c", [(0, b"a", [b"b"])], id="a comment"),
        pytest.param(b"important = 1", [], id="a name that begins so"),
        pytest.param(b"x = 'from a import b'", [], id="inside a line"),
    ],
)
def test_imports_of_a_line(line: bytes, expected: list[tuple[int, bytes, list[bytes]]]) -> None:
    assert list(imported(line)) == expected
