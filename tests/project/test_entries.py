"""Keyword dictionaries: their keys, however they were put together, and whether more may be there."""

from __future__ import annotations

import pytest

from ailint.facts import Literal
from tests.linked import linked, marked_argument

CASES = {
    "a display": ({"a": [1]}, "ask({'a': 1})\n"),
    "a name": ({"a": [1]}, "x = {'a': 1}\nask(x)\n"),
    "a constant for a key": ({"a": [1]}, "KEY = 'a'\nask({KEY: 1})\n"),
    "an unknown key": ("open", "ask({key: 1})\n"),
    "dict": ({"a": [1]}, "ask(dict(a=1))\n"),
    "dict of a dictionary and more": ({"a": [1], "b": [2]}, "x = {'a': 1}\nask(dict(x, b=2))\n"),
    "dict with a spread": ({"a": [1], "b": [2]}, "x = {'a': 1}\nask(dict(**x, b=2))\n"),
    "a spread": ({"a": [1], "b": [2]}, "x = {'a': 1}\nask({**x, 'b': 2})\n"),
    "a spread from elsewhere": ("open", "from elsewhere import x\nask({**x, 'b': 2})\n"),
    "a union": ({"a": [1], "b": [2]}, "x = {'a': 1}\nask(x | {'b': 2})\n"),
    "a union into itself": ({"a": [1], "b": [2]}, "x = {'a': 1}\nx = x | {'b': 2}\nask(x)\n"),
    "a union into itself, in a loop": (
        {"a": [1], "b": [2]},
        "def use():\n    x = {'a': 1}\n    for _ in given:\n        x = x | {'b': 2}\n    ask(x)\n",
    ),
    "bound anew in each turn of a loop": ({"a": [1]}, "for _ in given:\n    x = {'a': 1}\n    ask(x)\n    x = {'b': 2}\n"),
    "bound before a loop and at its end": (
        {"a": [1], "b": [2]},
        "x = {'a': 1}\nfor _ in given:\n    ask(x)\n    x = {'b': 2}\n",
    ),
    "bound in an outer loop and at the end of an inner one": (
        {"a": [1], "b": [2]},
        "for _ in given:\n    x = {'a': 1}\n    for _ in given:\n        ask(x)\n        x = {'b': 2}\n",
    ),
    "an entry put there": ({"a": [1]}, "x = {}\nx['a'] = 1\nask(x)\n"),
    "an entry put there perhaps": ({"a": [1]}, "x = {}\nif given:\n    x['a'] = 1\nask(x)\n"),
    "an entry put there by another function": ({"a": [1]}, "x = {}\ndef fill():\n    x['a'] = 1\nask(x)\n"),
    "update by name": ({"a": [1]}, "x = {}\nx.update(a=1)\nask(x)\n"),
    "update by a dictionary": ({"a": [1]}, "x = {}\nx.update({'a': 1})\nask(x)\n"),
    "update by an unknown": ("open", "x = {}\nx.update(given())\nask(x)\n"),
    "setdefault": ({"a": [1]}, "x = {}\nx.setdefault('a', 1)\nask(x)\n"),
    "a copy": ({"a": [1], "b": [2]}, "x = {'a': 1}\ny = x.copy()\ny['b'] = 2\nask(y)\n"),
    "one of two": ({"a": [1], "b": [2]}, "ask({'a': 1} if given else {'b': 2})\n"),
    "nothing or": ({"a": [1]}, "ask(None or {'a': 1})\n"),
    "nothing": ({}, "ask(None)\n"),
    "two values for a key": ({"a": [1, 2]}, "x = {'a': 1}\nx['a'] = 2\nask(x)\n"),
    "what a function returns": ({"a": [1]}, "def make():\n    return {'a': 1}\nask(make())\n"),
    "what a function may return": ({"a": [1], "b": [2]}, "def make(x):\n    if x:\n        return {'a': 1}\n    return {'b': 2}\nask(make(1))\n"),
    "what an unknown function returns": ("open", "ask(make())\n"),
    "a parameter": ({"a": [1]}, "def use(x):\n    ask(x)\nuse({'a': 1})\n"),
    "a parameter that nobody fills": ("open", "def use(x):\n    ask(x)\n"),
    "a parameter's default": ({"a": [1]}, "X = {'a': 1}\ndef use(x=X):\n    ask(x)\nuse()\n"),
    "keywords": ({"a": [1]}, "def use(**x):\n    ask(x)\nuse(a=1)\n"),
    "keywords beside a parameter": ({"b": [2]}, "def use(a, **x):\n    ask(x)\nuse(a=1, b=2)\n"),
    "keywords handed on": ({"a": [1]}, "def outer(**x):\n    inner(**x)\ndef inner(**y):\n    ask(y)\nouter(a=1)\n"),
    "keywords in a spread": ({"a": [1]}, "def use(**x):\n    ask(x)\nX = {'a': 1}\nuse(**X)\n"),
    "an attribute of self": ({"a": [1]}, "class A:\n    def __init__(self):\n        self.x = {'a': 1}\n    def run(self):\n        ask(self.x)\n"),
    "an entry put into an attribute of self": (
        {"a": [1], "b": [2]},
        "class A:\n    def __init__(self):\n        self.x = {'a': 1}\n        self.x['b'] = 2\n    def run(self):\n        ask(self.x)\n",
    ),
    "a dictionary in a dictionary": ({"b": [1]}, "x = {'a': {'b': 1}}\nask(x['a'])\n"),
    "the json of it": ({"a": [1]}, "import json\nx = json.dumps({'a': 1})\nask(x)\n"),
    "the encoded json of it": ({"a": [1]}, "import json\nask(json.dumps({'a': 1}).encode())\n"),
    "an object": ("open", "class A:\n    pass\nask(A())\n"),
    "the environment": ("open", "import os\nask(os.environ['x'])\n"),
    "itself": ("open", "def use(x):\n    use(x)\n    ask(x)\n"),
}
MODULES = {
    "of another module": ({"a": [1]}, {"params.py": "X = {'a': 1}\n", "app.py": "from params import X\nask(X)\n"}),
    "of another module, through it": ({"a": [1]}, {"params.py": "X = {'a': 1}\n", "app.py": "import params\nask(params.X)\n"}),
    "of another module, spread": ({"a": [1], "b": [2]}, {"params.py": "X = {'a': 1}\n", "app.py": "from params import X\nask({**X, 'b': 2})\n"}),
    "of a function of another module": (
        {"a": [1]},
        {"params.py": "def make():\n    return dict(a=1)\n", "app.py": "from params import make\nask(make())\n"},
    ),
    "of a caller in another module": ({"a": [1]}, {"use.py": "def use(**x):\n    ask(x)\n", "app.py": "from use import use\nuse(a=1)\n"}),
    "of a class": ({"a": [1]}, {"params.py": "class Params:\n    X = {'a': 1}\n", "app.py": "from params import Params\nask(Params.X)\n"}),
}


def entries(files: dict[str, str] | str) -> dict[str, list[object]] | str:
    """Keys and their constants, or `open` where there may be more keys."""
    project = linked(files)
    found = project.arguments.entries.read(*marked_argument(project, "ask"))
    known: dict[str, list[object]] = {key: [value.value for value, _ in values if isinstance(value, Literal)] for key, values in found.values.items()}
    return "open" if found.open else known


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_entries(expected: object, source: str) -> None:
    assert entries(source) == expected


@pytest.mark.parametrize(("expected", "files"), MODULES.values(), ids=MODULES.keys())
def test_entries_across_modules(expected: object, files: dict[str, str]) -> None:
    assert entries(files) == expected
