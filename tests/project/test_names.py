"""Which binding of a name a use can see."""

from __future__ import annotations

import pytest

from tests.linked import resolved

CASES = {
    "shadowed by a parameter": (["?"], "from litellm import completion\ndef use(completion):\n    ask(completion)\n"),
    "shadowed by a parameter of a lambda": (["?"], "from litellm import completion\nuse = lambda completion: ask(completion)\n"),
    "shadowed by a local name": (["1"], "from litellm import completion\ndef use():\n    completion = 1\n    ask(completion)\n"),
    "shadowed in a comprehension": (["1"], "x = 'outer'\nuse = [ask(x) for x in [1]]\n"),
    "not shadowed outside the comprehension": (["'outer'"], "def use():\n    x = 'outer'\n    y = [x for x in [1]]\n    ask(x)\n"),
    "the default of a parameter nobody fills": (["20", "?"], "def use(limit=20):\n    ask(limit)\n"),
    "the last one that counts": (["2"], "def use():\n    x = 1\n    x = 2\n    ask(x)\n"),
    "bound only afterwards": (["1"], "def use():\n    ask(x)\n    x = 1\n"),
    "bound before and after": (["1"], "def use():\n    x = 1\n    ask(x)\n    x = 2\n"),
    "perhaps bound again": (["1", "2"], "def use(more):\n    x = 1\n    if more:\n        x = 2\n    ask(x)\n"),
    "bound in both branches": (["1", "2"], "def use(more):\n    if more:\n        x = 1\n    else:\n        x = 2\n    ask(x)\n"),
    "bound in the branch of the use": (["2"], "def use(more):\n    x = 1\n    if more:\n        x = 2\n        ask(x)\n"),
    "bound at the end of a loop": (["1", "2"], "def use(more):\n    x = 1\n    for _ in more:\n        ask(x)\n        x = 2\n"),
    "perhaps bound in a handler": (["1", "2"], "def use():\n    try:\n        x = 1\n    except ValueError:\n        x = 2\n    ask(x)\n"),
    "a parameter bound again": (["2"], "def use(x):\n    x = 2\n    ask(x)\n"),
    "a parameter perhaps bound again": (["2", "?"], "def use(x):\n    if not x:\n        x = 2\n    ask(x)\n"),
    "a parameter with an or": (["2", "?"], "def use(x=None):\n    x = x or 2\n    ask(x)\n"),
    "a name of the enclosing function": (["1"], "def outer():\n    x = 1\n    def inner():\n        ask(x)\n"),
    "a nonlocal name": (["1"], "def outer():\n    x = 1\n    def inner():\n        nonlocal x\n        ask(x)\n"),
    "a name of the class, seen from a method": (["?"], "class Use:\n    x = 1\n    def method(self):\n        ask(x)\n"),
    "a name of the class, seen from its body": (["1"], "class Use:\n    x = 1\n    ask(x)\n"),
    "a builtin": (["builtins.open"], "ask(open)\n"),
    "a builtin of one's own": (["def open"], "def open():\n    pass\nask(open)\n"),
    "counted up": (["1", "?"], "def use():\n    x = 1\n    x += 1\n    ask(x)\n"),
    "with no value but an annotation": (["openai.OpenAI"], "from openai import OpenAI\nclient: OpenAI\nask(client)\n"),
    "None by annotation": (["None", "openai.OpenAI"], "from openai import OpenAI\nclient: OpenAI | None = None\ndef use():\n    ask(client)\n"),
    "entered, asynchronously": (
        ["openai.AsyncOpenAI"],
        "from openai import AsyncOpenAI\nasync def use():\n    async with AsyncOpenAI() as client:\n        ask(client)\n",
    ),
    "awaited": (
        ["openai.AsyncOpenAI"],
        "from openai import AsyncOpenAI\nasync def make():\n    return AsyncOpenAI()\nasync def use():\n    client = await make()\n    ask(client)\n",
    ),
    "an attribute set before": (["1"], "def use(x):\n    x.limit = 1\n    ask(x.limit)\n"),
    "an attribute perhaps set": (["1", "?"], "def use(x):\n    if given:\n        x.limit = 1\n    ask(x.limit)\n"),
    "an attribute of an attribute": (["1"], "import elsewhere\nelsewhere.state.limit = 1\nask(elsewhere.state.limit)\n"),
    "an attribute set on what has others": (
        ["openai.OpenAI"],
        "import elsewhere\nfrom openai import OpenAI\nelsewhere.x = OpenAI()\nask(elsewhere.x)\n",
    ),
    "set by the enclosing function for an inner one": (
        ["1", "2"],
        "def outer():\n    x = 1\n    def inner():\n        nonlocal x\n        x = 2\n    ask(x)\n",
    ),
    "captured by a case": (["1"], "def use():\n    match 1:\n        case found:\n            ask(found)\n"),
    "both ends of a chained assignment": (["1"], "first = second = 1\nask(first)\n"),
    "taken apart with a rest": (["1"], "first, *rest = [1, 2, 3]\nask(first)\n"),
    "the rest": (["?"], "first, *rest = [1, 2, 3]\nask(rest)\n"),
}
MODULES = {
    "a star import": (["openai.OpenAI"], {"parts.py": "from openai import OpenAI\n", "app.py": "from parts import *\nask(OpenAI)\n"}),
    "a star import of a star import": (
        ["1"],
        {"a.py": "LIMIT = 1\n", "b.py": "from a import *\n", "app.py": "from b import *\nask(LIMIT)\n"},
    ),
    "a star import through a package": (
        ["1"],
        {"shop/__init__.py": "from .parts import *\n", "shop/parts.py": "LIMIT = 1\n", "app.py": "from shop import LIMIT\nask(LIMIT)\n"},
    ),
    "a module of a package without __init__": (["1"], {"shop/parts.py": "LIMIT = 1\n", "app.py": "from shop import parts\nask(parts.LIMIT)\n"}),
    "a dotted import": (["1"], {"shop/parts.py": "LIMIT = 1\n", "app.py": "import shop.parts\nask(shop.parts.LIMIT)\n"}),
    "two levels up": (["1"], {"shop/limits.py": "LIMIT = 1\n", "shop/deep/er/app.py": "from ...limits import LIMIT\nask(LIMIT)\n"}),
    "under src": (["1"], {"src/shop/limits.py": "LIMIT = 1\n", "src/shop/app.py": "from shop.limits import LIMIT\nask(LIMIT)\n"}),
    "modules that import each other": (
        ["1"],
        {"a.py": "from b import LIMIT\nOTHER = 2\n", "b.py": "from a import OTHER\nLIMIT = 1\n", "app.py": "from a import LIMIT\nask(LIMIT)\n"},
    ),
    "modules that lead to each other": (
        ["?"],
        {"a.py": "from b import LIMIT\n", "b.py": "from a import LIMIT\n", "app.py": "from a import LIMIT\nask(LIMIT)\n"},
    ),
    "a name that the module does not have": (["?"], {"a.py": "", "app.py": "from a import LIMIT\nask(LIMIT)\n"}),
    "a package not there": (["missing.thing"], {"app.py": "from missing import thing\nask(thing)\n"}),
    "a module beside the package, not there": (["?"], {"shop/app.py": "from .missing import thing\nask(thing)\n"}),
    "an own module of a library's name": (["1"], {"litellm.py": "completion = 1\n", "app.py": "from litellm import completion\nask(completion)\n"}),
    "a bare folder of a library's name": (
        ["litellm.completion"],
        {"litellm/notes.py": "", "app.py": "from litellm import completion\nask(completion)\n"},
    ),
    "one of two by a failed import": (
        ["1", "2"],
        {
            "a.py": "LIMIT = 1\n",
            "b.py": "LIMIT = 2\n",
            "app.py": "try:\n    from a import LIMIT\nexcept ImportError:\n    from b import LIMIT\nask(LIMIT)\n",
        },
    ),
    "set on the module from elsewhere": (["1"], {"a.py": "LIMIT = 1\n", "app.py": "import a\nask(a.LIMIT)\n"}),
    "imported in the function": (["1"], {"a.py": "LIMIT = 1\n", "app.py": "def use():\n    from a import LIMIT\n    ask(LIMIT)\n"}),
}


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_what_a_use_sees(expected: list[str], source: str) -> None:
    assert resolved(source) == expected


@pytest.mark.parametrize(("expected", "files"), MODULES.values(), ids=MODULES.keys())
def test_what_a_use_sees_of_other_modules(expected: list[str], files: dict[str, str]) -> None:
    assert resolved(files) == expected
