"""Across modules: wrappers, objects and constants that live in other files."""

from __future__ import annotations

import pytest

from ailint.project.things import Function
from tests.linked import linked, marked, traced

MODEL = """\
from openai import OpenAI

client = OpenAI()


def ask(text):
    answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])  # from: output
    return answer.choices[0].message.content
"""
QUIET = MODEL.replace("  # from: output", "")
KEPT = {
    "a wrapper": {"model.py": MODEL, "app.py": "from model import ask\nsink(ask('x'))\n"},
    "a wrapper under another name": {"model.py": MODEL, "app.py": "from model import ask as chat\nsink(chat('x'))\n"},
    "a wrapper of its module": {"model.py": MODEL, "app.py": "import model\nsink(model.ask('x'))\n"},
    "a wrapper of a wrapper": {
        "model.py": MODEL,
        "clean.py": "from model import ask\ndef code(text):\n    return ask(text).strip('`')\n",
        "app.py": "from clean import code\nsink(code('x'))\n",
    },
    "a wrapper through a package": {
        "shop/__init__.py": "from .model import ask\n",
        "shop/model.py": MODEL,
        "app.py": "from shop import ask\nsink(ask('x'))\n",
    },
    "a wrapper through a star": {"model.py": MODEL, "app.py": "from model import *\nsink(ask('x'))\n"},
    "a method of an imported class": {
        "agent.py": "from model import ask\nclass Agent:\n    def run(self, text):\n        return ask(text)\n",
        "model.py": MODEL,
        "app.py": "from agent import Agent\nsink(Agent().run('x'))\n",
    },
    "a method of an object made elsewhere": {
        "agent.py": "from model import ask\nclass Agent:\n    def run(self, text):\n        return ask(text)\nagent = Agent()\n",
        "model.py": MODEL,
        "app.py": "from agent import agent\nsink(agent.run('x'))\n",
    },
    "a method of a base class": {
        "agent.py": "from model import ask\nclass Agent:\n    def run(self, text):\n        return ask(text)\n",
        "model.py": MODEL,
        "app.py": "from agent import Agent\nclass Coder(Agent):\n    def go(self):\n        sink(self.run('x'))\n",
    },
    "a field that a base class fills": {
        "agent.py": "from model import ask\nclass Agent:\n    def run(self, text):\n        self.answer = ask(text)\n",
        "model.py": MODEL,
        "app.py": "from agent import Agent\nclass Coder(Agent):\n    def go(self):\n        sink(self.answer)\n",
    },
    "a field that a constructor hands to its base": {
        "agent.py": "class Agent:\n    def __init__(self, answer):\n        self.answer = answer\n    def go(self):\n        sink(self.answer)\n",
        "model.py": MODEL,
        "app.py": (
            "from agent import Agent\nfrom model import ask\nclass Coder(Agent):\n    def __init__(self):\n        super().__init__(ask('x'))\n"
        ),
    },
    "an argument": {
        "model.py": MODEL,
        "run.py": "def run(code):\n    sink(code)\n",
        "app.py": "from model import ask\nfrom run import run\nrun(ask('x'))\n",
    },
    "an argument of a method": {
        "model.py": MODEL,
        "run.py": "class Runner:\n    def run(self, code):\n        sink(code)\n",
        "app.py": "from model import ask\nfrom run import Runner\nrunner = Runner()\nrunner.run(code=ask('x'))\n",
    },
    "a field of an object": {
        "model.py": MODEL,
        "types_.py": "from dataclasses import dataclass\n@dataclass\nclass Answer:\n    text: str\n",
        "app.py": "from model import ask\nfrom types_ import Answer\nanswer = Answer(text=ask('x'))\nsink(answer.text)\n",
    },
    "a variable of another module": {
        "model.py": MODEL,
        "other.py": "from model import ask\nanswer = ask('x')\n",
        "app.py": "from other import answer\nsink(answer)\n",
    },
    "a variable of another module, through the module": {
        "model.py": MODEL,
        "other.py": "from model import ask\nanswer = ask('x')\n",
        "app.py": "import other\nsink(other.answer)\n",
    },
    "a variable handed on by a package": {
        "model.py": MODEL,
        "other/__init__.py": "from .parts import answer\n",
        "other/parts.py": "from model import ask\nanswer = ask('x')\n",
        "app.py": "from other import answer\nsink(answer)\n",
    },
    "a generator": {
        "model.py": MODEL,
        "stream.py": "from model import ask\ndef lines(text):\n    for line in ask(text).splitlines():\n        yield line\n",
        "app.py": "from stream import lines\nfor line in lines('x'):\n    sink(line)\n",
    },
    "a client made elsewhere": {
        "model.py": "from litellm import completion\ndef make():\n    return completion\n",
        "app.py": "from model import make\nsink(make()(model='m', messages=[]))  # from: output\n",
    },
    "the only method of that name, of an object that another module hands in": {
        "agent.py": "from model import ask\nclass Agent:\n    def draft(self):\n        return ask('x')\n",
        "model.py": MODEL,
        "app.py": "def run(agent):\n    sink(agent.draft())\n",
        "main.py": "import agent\nimport app\napp.run(*agent.made)\n",
    },
    "a decorator's wrapper": {
        "model.py": MODEL,
        "logs.py": (
            "def logged(function):\n    def wrapper(*args, **kwargs):\n        sink(args[0])\n"
            "        return function(*args, **kwargs)\n    return wrapper\n"
        ),
        "app.py": "from logs import logged\nfrom model import ask\n@logged\ndef run(code):\n    pass\nrun(ask('x'))\n",
    },
    "a tool in another module": {
        "tools.py": "def run(code):  # from: tool-parameter\n    sink(code)\n",
        "app.py": "from agents import Agent\nfrom tools import run\nagent = Agent(name='a', tools=[run])\n",
    },
}
LOST = {
    "another function": {"model.py": QUIET + "def name():\n    return 'x'\n", "app.py": "from model import name\nsink(name())\n"},
    "a function of the same name": {
        "model.py": QUIET,
        "other.py": "def ask(text):\n    return 'ls'\n",
        "app.py": "from other import ask\nsink(ask('x'))\n",
    },
    "a method of the same name": {
        "model.py": QUIET,
        "app.py": (
            "from model import ask\nclass A:\n    def run(self):\n        return ask('x')\n"
            "class B:\n    def run(self):\n        return 'ls'\nsink(B().run())\n"
        ),
    },
    "a method that the class replaces": {
        "agent.py": "from model import ask\nclass Agent:\n    def run(self):\n        return ask('x')\n",
        "model.py": QUIET,
        "app.py": "from agent import Agent\nclass Coder(Agent):\n    def run(self):\n        return 'ls'\nsink(Coder().run())\n",
    },
    "the only method of that name, of a module that has nothing to do with this one": {
        "agent.py": "from model import ask\nclass Agent:\n    def draft(self):\n        return ask('x')\n",
        "model.py": QUIET,
        "app.py": "def run(agent):\n    sink(agent.draft())\n",
    },
    "another argument": {
        "model.py": QUIET,
        "run.py": "def run(code, name):\n    sink(name)\n",
        "app.py": "from model import ask\nfrom run import run\nrun(ask('x'), 'ls')\n",
    },
    "an argument of another function of the name": {
        "model.py": QUIET,
        "run.py": "def run(code):\n    sink(code)\n",
        "app.py": "from model import ask\ndef run(code):\n    pass\nrun(ask('x'))\n",
    },
    "another caller's argument": {
        "model.py": QUIET,
        "clean.py": "def clean(text):\n    return text.strip()\n",
        "other.py": "from clean import clean\nfrom model import ask\nclean(ask('x'))\n",
        "app.py": "from clean import clean\nsink(clean('ls'))\n",
    },
    "a question, not its answer": {
        "model.py": QUIET.replace("return answer.choices[0].message.content", "return text"),
        "app.py": "from model import ask\nsink(ask('x'))\n",
    },
    "another field": {
        "model.py": QUIET,
        "types_.py": "from dataclasses import dataclass\n@dataclass\nclass Answer:\n    text: str\n    name: str\n",
        "app.py": "from model import ask\nfrom types_ import Answer\nanswer = Answer(text=ask('x'), name='ls')\nsink(answer.name)\n",
    },
    "another variable of the module": {
        "model.py": QUIET,
        "other.py": "from model import ask\nanswer = ask('x')\nname = 'ls'\n",
        "app.py": "from other import name\nsink(name)\n",
    },
    "modules that lead to each other": {"a.py": "from b import x\n", "b.py": "from a import x\n", "app.py": "from a import x\nsink(x)\n"},
    "a wrapper that counts": {
        "model.py": QUIET.replace("answer.choices[0].message.content", "answer.usage.total_tokens"),
        "app.py": "from model import ask\nsink(ask('x'))\n",
    },
    "a wrapper that reads a number": {
        "model.py": QUIET.replace("return answer", "return int(answer") + ")\n",
        "app.py": "from model import ask\nsink(ask('x'))\n",
    },
    "a wrapper that chooses": {
        "model.py": QUIET,
        "choose.py": (
            "from model import ask\nSTEPS = ('ls', 'pwd')\ndef step(text):\n    found = ask(text)\n"
            "    if found not in STEPS:\n        raise ValueError(found)\n    return found\n"
        ),
        "app.py": "from choose import step\nsink(step('x'))\n",
    },
    "a module that is not there": {"model.py": QUIET, "app.py": "from elsewhere import ask\nsink(ask('x'))\n"},
}


@pytest.mark.parametrize("files", KEPT.values(), ids=KEPT.keys())
def test_kept_across_modules(files: dict[str, str]) -> None:
    assert traced(files) == marked(files) != set()


@pytest.mark.parametrize("files", LOST.values(), ids=LOST.keys())
def test_lost_across_modules(files: dict[str, str]) -> None:
    assert traced(files) == set()


def test_a_wrapper_speaks_for_the_model() -> None:
    project = linked(
        {
            "model.py": QUIET,
            "app.py": "from model import ask\ndef run(text):\n    return ask(text)\ndef echo(text):\n    return text\nrun(echo(ask('x')))\n",
        }
    )
    functions = {
        scope.name: Function(path, index)
        for path, facts in project.python.items()
        for index, scope in enumerate(facts.scopes)
        if scope.kind == "function"
    }
    spoken = {name: project.flow.speaks_for_model(function) for name, function in functions.items()}
    assert spoken == {"ask": True, "run": True, "echo": False}
