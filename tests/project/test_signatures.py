"""Parameters: what annotations, callers, defaults and injection say of them."""

from __future__ import annotations

import pytest

from tests.linked import resolved

OPENAI = "from openai import OpenAI\n"
ASK = "client):\n    ask(client)\n"
CASES = {
    "by annotation": (["openai.OpenAI"], OPENAI + "def use(client: OpenAI):\n    ask(client)\n"),
    "by an annotation in quotes": (["openai.OpenAI"], OPENAI + "def use(client: 'OpenAI'):\n    ask(client)\n"),
    "by an optional annotation": (
        ["openai.OpenAI"],
        OPENAI + "from typing import Optional\ndef use(client: Optional[OpenAI] = None):\n    ask(client)\n",
    ),
    "by a union with None": (["openai.OpenAI"], OPENAI + "def use(client: OpenAI | None = None):\n    ask(client)\n"),
    "by a union of two": (
        ["openai.AzureOpenAI", "openai.OpenAI"],
        "from openai import AzureOpenAI, OpenAI\nfrom typing import Union\ndef use(client: Union[OpenAI, AzureOpenAI]):\n    ask(client)\n",
    ),
    "by an annotated annotation": (
        ["openai.OpenAI"],
        OPENAI + "from typing import Annotated\ndef use(client: Annotated[OpenAI, 'shared']):\n    ask(client)\n",
    ),
    "by an own class": (["a Shop"], "class Shop:\n    pass\ndef use(shop: Shop):\n    ask(shop)\n"),
    "a plain type says nothing": (["?"], "def use(name: str):\n    ask(name)\n"),
    "by a caller": (["openai.OpenAI"], OPENAI + "def use(client):\n    ask(client)\nuse(OpenAI())\n"),
    "by a caller, as a keyword": (["openai.OpenAI"], OPENAI + "def use(client):\n    ask(client)\nuse(client=OpenAI())\n"),
    "by two callers": (["1", "2"], "def use(x):\n    ask(x)\nuse(1)\nuse(2)\n"),
    "left out by the caller": (["3"], "def use(x=3):\n    ask(x)\nuse()\n"),
    "left out by one of two callers": (["1", "3"], "def use(x=3):\n    ask(x)\nuse(1)\nuse()\n"),
    "handed over in a spread": (["?"], "def use(x):\n    ask(x)\nuse(**given)\n"),
    "handed over after a star": (["?"], "def use(x, y):\n    ask(y)\nuse(*given)\n"),
    "a caller that knows more than the annotation": (
        ["openai.OpenAI"],
        OPENAI + "def use(client: OpenAI):\n    ask(client)\nuse(OpenAI(timeout=1))\n",
    ),
    "of a method": (["1"], "class Use:\n    def method(self, x):\n        ask(x)\nUse().method(1)\n"),
    "of a static method": (["1"], "class Use:\n    @staticmethod\n    def method(x):\n        ask(x)\nUse.method(1)\n"),
    "of a class method": (["1"], "class Use:\n    @classmethod\n    def method(cls, x):\n        ask(x)\nUse.method(1)\n"),
    "of __init__": (["1"], "class Use:\n    def __init__(self, x):\n        ask(x)\nUse(1)\n"),
    "self": (["a Use"], "class Use:\n    def method(self):\n        ask(self)\n"),
    "cls": (["class Use"], "class Use:\n    @classmethod\n    def method(cls):\n        ask(cls)\n"),
    "handed on twice": (["1"], "def outer(x):\n    inner(x)\ndef inner(x):\n    ask(x)\nouter(1)\n"),
    "recursion": (["1"], "def use(x, n):\n    ask(x)\n    use(x, n - 1)\nuse(1, 5)\n"),
    "injected": (
        ["openai.OpenAI"],
        OPENAI + "from fastapi import Depends\ndef make():\n    return OpenAI()\ndef use(client=Depends(make)):\n    ask(client)\n",
    ),
    "injected beside an annotation": (
        ["openai.OpenAI"],
        OPENAI + "from fastapi import Depends\ndef make():\n    return OpenAI()\ndef use(client: object = Depends(make)):\n    ask(client)\n",
    ),
    "injected by annotation": (
        ["openai.OpenAI"],
        OPENAI + "from fastapi import Depends\nfrom typing import Annotated\ndef make():\n    yield OpenAI()\n"
        "def use(client: Annotated[OpenAI, Depends(make)]):\n    ask(client)\n",
    ),
    "injected under a name for the annotation": (
        ["openai.OpenAI"],
        OPENAI + "from fastapi import Depends\nfrom typing import Annotated\ndef make():\n    return OpenAI()\n"
        "Client = Annotated[OpenAI, Depends(make)]\ndef use(client: Client):\n    ask(client)\n",
    ),
    "an injected class": (["a Shop"], "from fastapi import Depends\nclass Shop:\n    pass\ndef use(shop=Depends(Shop)):\n    ask(shop)\n"),
}
MODULES = {
    "by a caller in another module": (
        ["openai.OpenAI"],
        {"use.py": "def use(client):\n    ask(client)\n", "app.py": OPENAI + "from use import use\nuse(OpenAI())\n"},
    ),
    "by a caller that uses another name": (["1"], {"use.py": "def use(x):\n    ask(x)\n", "app.py": "import use as using\nusing.use(1)\n"}),
    "by another module's annotation": (
        ["openai.OpenAI"],
        {"types_.py": OPENAI + "Client = OpenAI\n", "app.py": "from types_ import Client\ndef use(client: Client):\n    ask(client)\n"},
    ),
    "injected from another module": (
        ["openai.OpenAI"],
        {
            "make.py": OPENAI + "def make() -> OpenAI:\n    return OpenAI()\n",
            "app.py": "from fastapi import Depends\nfrom make import make\ndef use(client=Depends(make)):\n    ask(client)\n",
        },
    ),
    "a function of the same name elsewhere": (["?"], {"a.py": "def use(x):\n    ask(x)\n", "b.py": "def use(x):\n    pass\nuse(1)\n"}),
    "kept by __init__ for a method": (
        ["openai.OpenAI"],
        {
            "service.py": (
                "class Service:\n    def __init__(self, client):\n        self.client = client\n    def run(self):\n        ask(self.client)\n"
            ),
            "app.py": OPENAI + "from service import Service\nService(OpenAI())\n",
        },
    ),
    "kept by the __init__ of a base class": (
        ["openai.OpenAI"],
        {
            "base.py": "class Base:\n    def __init__(self, client):\n        self.client = client\n",
            "service.py": "from base import Base\nclass Service(Base):\n    def run(self):\n        ask(self.client)\n",
            "app.py": OPENAI + "from service import Service\nService(OpenAI())\n",
        },
    ),
}


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_what_a_parameter_is(expected: list[str], source: str) -> None:
    assert resolved(source) == expected


@pytest.mark.parametrize(("expected", "files"), MODULES.values(), ids=MODULES.keys())
def test_what_other_modules_say_of_it(expected: list[str], files: dict[str, str]) -> None:
    assert resolved(files) == expected
