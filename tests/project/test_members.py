"""Attributes and items: of objects, of what they inherit, and of what is kept in containers."""

from __future__ import annotations

import pytest

from tests.linked import resolved

OPENAI = "from openai import OpenAI\n"
BASE = OPENAI + "class Base:\n    def __init__(self):\n        self.client = OpenAI()\n"
OBJECTS = {
    "self, set in __init__": (["openai.OpenAI"], {"app.py": BASE + "    def run(self):\n        ask(self.client)\n"}),
    "self, set in a later method": (
        ["openai.OpenAI"],
        {"app.py": OPENAI + "class A:\n    def run(self):\n        ask(self.client)\n    def connect(self):\n        self.client = OpenAI()\n"},
    ),
    "self, first None": (
        ["None", "openai.OpenAI"],
        {
            "app.py": OPENAI
            + "class A:\n    client = None\n    def connect(self):\n        self.client = OpenAI()\n    def run(self):\n        ask(self.client)\n"
        },
    ),
    "self, by annotation": (["openai.OpenAI"], {"app.py": OPENAI + "class A:\n    client: OpenAI\n    def run(self):\n        ask(self.client)\n"}),
    "self, from a base class elsewhere": (
        ["openai.OpenAI"],
        {"base.py": BASE, "app.py": "from base import Base\nclass A(Base):\n    def run(self):\n        ask(self.client)\n"},
    ),
    "self, from a base class of a base class": (
        ["openai.OpenAI"],
        {
            "base.py": BASE,
            "middle.py": "import base\nclass Middle(base.Base):\n    pass\n",
            "app.py": "from middle import Middle\nclass A(Middle):\n    def run(self):\n        ask(self.client)\n",
        },
    ),
    "self, from a function inside a method": (
        ["openai.OpenAI"],
        {
            "app.py": OPENAI
            + (
                "class A:\n    def connect(self):\n        self.client = OpenAI()\n"
                "    def run(self):\n        def inner():\n            ask(self.client)\n"
            )
        },
    ),
    "a receiver of another name": (
        ["openai.OpenAI"],
        {"app.py": OPENAI + "class A:\n    def connect(this):\n        this.client = OpenAI()\n    def run(self):\n        ask(self.client)\n"},
    ),
    "the nearest base wins": (
        ["1"],
        {"app.py": "class A:\n    limit = 2\nclass B(A):\n    limit = 1\nclass C(B):\n    def run(self):\n        ask(self.limit)\n"},
    ),
    "a cached property": (
        ["openai.OpenAI"],
        {
            "app.py": OPENAI
            + (
                "from functools import cached_property\nclass A:\n    @cached_property\n"
                "    def client(self):\n        return OpenAI()\nask(A().client)\n"
            )
        },
    ),
    "a method, not called": (["def make"], {"app.py": "class A:\n    def make(self):\n        return 1\nask(A().make)\n"}),
    "what super gives": (
        ["1"],
        {
            "a.py": "class A:\n    def limit(self):\n        return 1\n",
            "b.py": "from a import A\nclass B(A):\n    def limit(self):\n        ask(super().limit())\n",
        },
    ),
    "an attribute that nobody sets": (["?"], {"app.py": "class A:\n    pass\nask(A().missing)\n"}),
    "an attribute set from outside": (["?"], {"app.py": "class A:\n    pass\na = A()\nother().limit = 1\nask(a.limit)\n"}),
    "an attribute of None or a client": (
        ["openai.OpenAI.chat"],
        {"app.py": OPENAI + "client = None\ndef connect():\n    global client\n    client = OpenAI()\ndef run():\n    ask(client.chat)\n"},
    ),
    "a chain of objects": (
        ["openai.OpenAI"],
        {
            "a.py": BASE,
            "b.py": "from a import Base\nclass Outer:\n    def __init__(self):\n        self.inner = Base()\n",
            "c.py": "from b import Outer\nask(Outer().inner.client)\n",
        },
    ),
    "a class inside a class": (["1"], {"app.py": "class A:\n    class B:\n        limit = 1\nask(A.B.limit)\n"}),
    "a declared default that is required": (
        ["?"],
        {"app.py": "from pydantic import BaseModel, Field\nclass A(BaseModel):\n    limit: int = Field(...)\nask(A().limit)\n"},
    ),
}
ITEMS = {
    "of a dictionary, by key": (["1"], "x = {'a': 1, 'b': 2}\nask(x['a'])\n"),
    "of a dictionary, by whatever key": (["1", "2"], "x = {'a': 1, 'b': 2}\nask(x[key])\n"),
    "of a dictionary that has no such key": (["?"], "x = {'a': 1}\nask(x['b'])\n"),
    "of a dictionary in a dictionary": (["1"], "x = {'a': {'b': 1}}\nask(x['a']['b'])\n"),
    "of a dictionary that another is spread into": (["1"], "base = {'a': 1}\nx = {**base, 'b': 2}\nask(x['a'])\n"),
    "put there by a computed key": (["1"], "x = {}\nx[key] = 1\nask(x['a'])\n"),
    "put there under another key": (["?"], "x = {}\nx['b'] = 1\nask(x['a'])\n"),
    "of a list, from its end": (["2"], "x = [1, 2]\nask(x[-1])\n"),
    "of a list beyond its end": (["1", "2"], "x = [1, 2]\nask(x[7])\n"),
    "of a comprehension": (["1"], "x = [1 for _ in given]\nask(x[0])\n"),
    "of a library's object": (["openai.OpenAI[]"], OPENAI + "ask(OpenAI()['x'])\n"),
    "of the values of a dictionary": (["1", "2"], "for x in {'a': 1, 'b': 2}.values():\n    ask(x)\n"),
    "of the items of a dictionary": (["1", "2"], "for key, x in {'a': 1, 'b': 2}.items():\n    ask(x)\n"),
    "of two lists together": (["2"], "for x, y in zip([1], [2]):\n    ask(y)\n"),
    "of a numbered list": (["1"], "for n, x in enumerate([1]):\n    ask(x)\n"),
    "of a generator": (["1", "2"], "def make():\n    yield 1\n    yield 2\nfor x in make():\n    ask(x)\n"),
    "of a sorted list": (["1"], "for x in sorted([1]):\n    ask(x)\n"),
}


@pytest.mark.parametrize(("expected", "files"), OBJECTS.values(), ids=OBJECTS.keys())
def test_attribute(expected: list[str], files: dict[str, str]) -> None:
    assert resolved(files) == expected


@pytest.mark.parametrize(("expected", "source"), ITEMS.values(), ids=ITEMS.keys())
def test_item(expected: list[str], source: str) -> None:
    assert resolved(source) == expected
