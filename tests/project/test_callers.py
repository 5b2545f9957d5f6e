"""Who calls a function: by whatever name, and what is handed over."""

from __future__ import annotations

import pytest

from tests.linked import resolved

KEEP = "class Base:\n    def __init__(self, x):\n        self.x = x\n"
RUN = "    def run(self):\n        ask(self.x)\n"
CASES = {
    "under another name": (["1"], {"a.py": "def use(x):\n    ask(x)\n", "b.py": "from a import use as go\ngo(1)\n"}),
    "under another name, by assignment": (["1"], {"a.py": "def use(x):\n    ask(x)\n", "b.py": "from a import use\ngo = use\ngo(1)\n"}),
    "under another name of another name": (
        ["1"],
        {"a.py": "def use(x):\n    ask(x)\n", "b.py": "from a import use as go\n", "c.py": "from b import go as run\nrun(1)\n"},
    ),
    "through partial": (
        ["1"],
        {"a.py": "def use(x):\n    ask(x)\n", "b.py": "from functools import partial\nfrom a import use\ngo = partial(use)\ngo(1)\n"},
    ),
    "kept in an attribute": (
        ["1"],
        {
            "a.py": "def use(x):\n    ask(x)\n",
            "b.py": "from a import use\nclass B:\n    def __init__(self):\n        self.go = use\n    def run(self):\n        self.go(1)\n",
        },
    ),
    "through the module": (["1"], {"a.py": "def use(x):\n    ask(x)\n", "b.py": "import a\na.use(1)\n"}),
    "a method, from an object made elsewhere": (
        ["1"],
        {"a.py": "class A:\n    def use(self, x):\n        ask(x)\na = A()\n", "b.py": "from a import a\na.use(1)\n"},
    ),
    "a method of a base class": (
        ["1"],
        {"a.py": "class A:\n    def use(self, x):\n        ask(x)\n", "b.py": "from a import A\nclass B(A):\n    pass\nB().use(1)\n"},
    ),
    "a method through its class": (["1"], {"a.py": "class A:\n    def use(self, x):\n        ask(x)\n", "b.py": "from a import A\nA.use(A(), 1)\n"}),
    "__init__": (["1"], {"a.py": KEEP + RUN, "b.py": "from a import Base\nBase(1)\n"}),
    "__init__ that a subclass takes over": (["1"], {"a.py": KEEP + RUN, "b.py": "from a import Base\nclass B(Base):\n    pass\nB(1)\n"}),
    "__init__ that a subclass of a subclass takes over": (
        ["1"],
        {"a.py": KEEP + RUN, "b.py": "from a import Base\nclass B(Base):\n    pass\n", "c.py": "from b import B\nclass C(B):\n    pass\nC(x=1)\n"},
    ),
    "__init__ by super": (
        ["1"],
        {"a.py": KEEP + RUN, "b.py": "from a import Base\nclass B(Base):\n    def __init__(self):\n        super().__init__(1)\n"},
    ),
    "__init__ by super, handed on": (
        ["1"],
        {"a.py": KEEP + RUN, "b.py": "from a import Base\nclass B(Base):\n    def __init__(self, y):\n        super().__init__(x=y)\nB(1)\n"},
    ),
    "__init__ through the class": (
        ["1"],
        {"a.py": KEEP + RUN, "b.py": "from a import Base\nclass B(Base):\n    def __init__(self):\n        Base.__init__(self, 1)\n"},
    ),
    "__init__ of another class": (
        ["?"],
        {
            "a.py": KEEP + RUN,
            "b.py": "class Other:\n    def __init__(self, x):\n        pass\nclass B(Other):\n    def __init__(self):\n        super().__init__(1)\n",
        },
    ),
    "__init__ that a subclass replaces": (
        ["?"],
        {"a.py": KEEP + RUN, "b.py": "from a import Base\nclass B(Base):\n    def __init__(self, y):\n        pass\nB(1)\n"},
    ),
    "classes that are each other's bases": (
        ["1"],
        {"a.py": "class A(B):\n    def __init__(self, x):\n        ask(x)\nclass B(A):\n    pass\nB(1)\n"},
    ),
    "more calls than are looked at": (["?"], {"a.py": "def use(x):\n    ask(x)\n" + "use(1)\n" * 61}),
    "nobody": (["?"], {"a.py": "def use(x):\n    ask(x)\n", "b.py": "from a import use\nuse\n"}),
}


@pytest.mark.parametrize(("expected", "files"), CASES.values(), ids=CASES.keys())
def test_what_callers_hand_over(expected: list[str], files: dict[str, str]) -> None:
    assert resolved(files) == expected
