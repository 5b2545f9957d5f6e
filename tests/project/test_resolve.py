"""Names to what they stand for: every way to make a thing, asked for in its own module and from others."""

from __future__ import annotations

import re

import pytest

from tests.linked import linked, stands_for

OPENAI = "from openai import OpenAI\n"
CHAT = "from langchain_openai import ChatOpenAI\nfrom langchain_core.prompts import ChatPromptTemplate\n"
MODEL = "langchain_openai.ChatOpenAI"
CREATE = "openai.OpenAI.chat.completions.create"

# what is written, what is asked, what it stands for
WAYS = {
    "an import": (OPENAI, "OpenAI", ["openai.OpenAI"]),
    "an import under another name": ("from openai import OpenAI as Maker\n", "Maker", ["openai.OpenAI"]),
    "a module under another name": ("import openai as ai\n", "ai.OpenAI", ["openai.OpenAI"]),
    "a dotted import": ("import google.genai\n", "google.genai.Client", ["google.genai.Client"]),
    "a conditional import": ("try:\n    from openai import OpenAI\nexcept ImportError:\n    OpenAI = None\n", "OpenAI", ["None", "openai.OpenAI"]),
    "a client": (OPENAI + "client = OpenAI()\n", "client", ["openai.OpenAI"]),
    "a client, then a chain": (OPENAI + "client = OpenAI()\n", "client.chat.completions.create", [CREATE]),
    "part of a client": (OPENAI + "completions = OpenAI().chat.completions\n", "completions.create", [CREATE]),
    "a name for a name": (OPENAI + "first = OpenAI()\nsecond = first\n", "second", ["openai.OpenAI"]),
    "a tuple taken apart": (OPENAI + "client, name = OpenAI(), 'x'\n", "client", ["openai.OpenAI"]),
    "a client bound in a condition": (OPENAI + "if (client := OpenAI()):\n    pass\n", "client", ["openai.OpenAI"]),
    "with … as": (OPENAI + "with OpenAI() as client:\n    pass\n", "client", ["openai.OpenAI"]),
    "a client in a dictionary": (OPENAI + "clients = {'a': OpenAI(), 'b': 1}\n", "clients['a']", ["openai.OpenAI"]),
    "a client put into a dictionary": (OPENAI + "clients = {}\nclients['a'] = OpenAI()\nfirst = clients['a']\n", "first", ["openai.OpenAI"]),
    "a client in a list": (OPENAI + "clients = [OpenAI(), 1]\n", "clients[0]", ["openai.OpenAI"]),
    "the loop variable": (OPENAI + "for client in [OpenAI()]:\n    pass\n", "client", ["openai.OpenAI"]),
    "the loop variable beside its number": (OPENAI + "for n, client in enumerate([OpenAI()]):\n    pass\n", "client", ["openai.OpenAI"]),
    "self.client set in __init__": (
        OPENAI + "class Service:\n    def __init__(self):\n        self.client = OpenAI()\n",
        "Service().client",
        ["openai.OpenAI"],
    ),
    "self.client set in any method": (
        OPENAI + "class Service:\n    def connect(self):\n        self.client = OpenAI()\n",
        "Service().client.chat",
        ["openai.OpenAI.chat"],
    ),
    "an attribute of the class": (OPENAI + "class Service:\n    client = OpenAI()\n", "Service.client", ["openai.OpenAI"]),
    "an attribute of a base class": (
        OPENAI + "class Base:\n    def __init__(self):\n        self.client = OpenAI()\nclass Service(Base):\n    pass\n",
        "Service().client",
        ["openai.OpenAI"],
    ),
    "a property": (OPENAI + "class Service:\n    @property\n    def client(self):\n        return OpenAI()\n", "Service().client", ["openai.OpenAI"]),
    "a subclass of a library's class": (OPENAI + "class Client(OpenAI):\n    pass\n", "Client().chat.completions.create", [CREATE]),
    "an attribute by its name": (OPENAI + "client = getattr(OpenAI(), 'chat')\n", "client", ["openai.OpenAI.chat"]),
    "a factory": (OPENAI + "def make():\n    return OpenAI()\n", "make()", ["openai.OpenAI"]),
    "a factory by annotation": (
        "from elsewhere import build\n" + OPENAI + "def make() -> OpenAI:\n    return build()\n",
        "make()",
        ["elsewhere.build()"],
    ),
    "a factory whose value cannot be told": (OPENAI + "def make(build) -> OpenAI:\n    return build()\n", "make()", ["?", "openai.OpenAI"]),
    "a cached factory": (
        "from functools import lru_cache\n" + OPENAI + "@lru_cache(maxsize=1)\ndef make():\n    return OpenAI()\n",
        "make()",
        ["openai.OpenAI"],
    ),
    "a generator's item": (OPENAI + "def make():\n    yield OpenAI()\n", "next(make())", ["openai.OpenAI"]),
    "a static method": (OPENAI + "class Made:\n    @staticmethod\n    def client():\n        return OpenAI()\n", "Made.client()", ["openai.OpenAI"]),
    "a class method": ("class Made:\n    @classmethod\n    def make(cls):\n        return cls()\n", "Made.make()", ["a Made"]),
    "functools.partial": (
        "from functools import partial\nfrom litellm import completion\nask_it = partial(completion, model='m')\n",
        "ask_it",
        ["litellm.completion"],
    ),
    "with_options": (OPENAI + "client = OpenAI().with_options(timeout=1)\n", "client.chat.completions.create", [CREATE]),
    "bind": (CHAT + "model = ChatOpenAI().bind(stop='.')\n", "model", [MODEL]),
    "with_retry": (CHAT + "model = ChatOpenAI().with_retry()\n", "model.invoke", [f"{MODEL}.invoke"]),
    "with_structured_output": (CHAT + "model = ChatOpenAI().with_structured_output(dict)\n", "model.invoke", [f"{MODEL}.invoke"]),
    "a pipe": (CHAT + "chain = ChatPromptTemplate.from_template('x') | ChatOpenAI() | str\n", "chain.invoke", [f"{MODEL}.invoke"]),
    "a pipe that goes on": (CHAT + "first = ChatPromptTemplate.from_template('x') | ChatOpenAI()\nchain = first | str\n", "chain", [MODEL]),
    "a constant": ("LIMIT = 20\n", "LIMIT", ["20"]),
    "a constant worked out": ("LIMIT = 4 * 5\n", "LIMIT", ["20"]),
    "a setting of a class": (
        "from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    limit: int = 20\nsettings = Settings()\n",
        "settings.limit",
        ["20"],
    ),
    "a setting's declared default": (
        (
            "from pydantic import Field\nfrom pydantic_settings import BaseSettings\n"
            "class Settings(BaseSettings):\n    limit: int = Field(default=20, ge=1)\n"
        ),
        "Settings().limit",
        ["20"],
    ),
    "a setting handed over": ("from pydantic import BaseModel\nclass Settings(BaseModel):\n    limit: int = 20\n", "Settings(limit=5).limit", ["5"]),
    "a field of a dataclass": (
        "from dataclasses import dataclass, field\n@dataclass\nclass Settings:\n    limit: int = field(default=20)\n",
        "Settings().limit",
        ["20"],
    ),
    "a field's factory": (
        OPENAI + "from dataclasses import dataclass, field\n@dataclass\nclass Parts:\n    client: object = field(default_factory=OpenAI)\n",
        "Parts().client",
        ["openai.OpenAI"],
    ),
    "the environment": ("import os\nKEY = os.environ['KEY']\n", "KEY", ["$KEY"]),
    "the environment, or a default": ("import os\nLIMIT = os.getenv('LIMIT', 20)\n", "LIMIT", ["$LIMIT", "20"]),
    "the environment, or else": ("import os\nNAME = os.environ.get('NAME') or 'x'\n", "NAME", ["$NAME", "'x'"]),
    "branches that disagree": (
        "import sys\nfrom openai import OpenAI, AzureOpenAI\nif sys.argv:\n    client = OpenAI()\nelse:\n    client = AzureOpenAI()\n",
        "client",
        ["openai.AzureOpenAI", "openai.OpenAI"],
    ),
    "one of two": (
        "import sys\nfrom openai import OpenAI, AzureOpenAI\nclient = OpenAI() if sys.argv else AzureOpenAI()\n",
        "client",
        ["openai.AzureOpenAI", "openai.OpenAI"],
    ),
    "bound twice, looked at later": (OPENAI + "client = 1\nclient = OpenAI()\n", "client", ["1", "openai.OpenAI"]),
    "a name that leads to itself": ("def one():\n    return two()\ndef two():\n    return one()\n", "one()", ["?"]),
    "a name that nobody binds": ("def use():\n    return missing\n", "use()", ["?"]),
    "a copy": ("import copy\n" + OPENAI + "client = copy.copy(OpenAI())\n", "client", ["openai.OpenAI"]),
    "a cast": ("from typing import cast\n" + OPENAI + "client = cast('Any', OpenAI())\n", "client", ["openai.OpenAI"]),
    "a lambda": (OPENAI + "make = lambda: OpenAI()\n", "make()", ["openai.OpenAI"]),
    "an object that is called": (OPENAI + "class Make:\n    def __call__(self):\n        return OpenAI()\n", "Make()()", ["openai.OpenAI"]),
    "a global set by a function": (
        OPENAI + "client = None\ndef connect():\n    global client\n    client = OpenAI()\n",
        "client",
        ["None", "openai.OpenAI"],
    ),
}


ROUTES = ("ask_here", "ask_elsewhere", "ask_module", "ask_package")


@pytest.mark.parametrize(("written", "asked", "expected"), WAYS.values(), ids=WAYS.keys())
def test_what_a_name_stands_for(written: str, asked: str, expected: list[str]) -> None:
    """In a function of its module; imported from there; through the module; through the package that exports it."""
    head = re.findall(r"\w+", asked.removeprefix("next("))[0]
    project = linked(
        {
            "shop/__init__.py": f"from .parts import {head}\n",
            "shop/parts.py": f"{written}def here():\n    ask_here({asked})\n",
            "shop/app.py": f"from shop.parts import {head}\nfrom . import parts\nask_elsewhere({asked})\n"
            f"ask_module({asked.replace(head, f'parts.{head}', 1)})\n",
            "main.py": f"from shop import {head} as thing\nask_package({asked.replace(head, 'thing', 1)})\n",
        }
    )
    assert {route: stands_for(project, route) for route in ROUTES} == dict.fromkeys(ROUTES, expected)


def test_what_is_asked_for_entries_by_name() -> None:
    project = linked("a = given()\nb = given()\nc = given()\nd = given()\na['key']\nb.get('key')\nc[0]\nd['x'] = 1\nask(a['key'], c[0])\n")
    assert {name for _, name in project.resolver.bindings("app.py").keyed} == {"a", "b", "d"}


def test_the_first_statement_of_a_block() -> None:
    bindings = linked("a = 1\nif a:\n    b = 2\n    c = 3\n").resolver.bindings("app.py")
    assert [bindings.facts.steps[bindings.first_steps[block]].span.line for block in sorted(bindings.first_steps)] == [1, 3]
