"""Closed choices: a value that the code has compared with its own list is the code's own."""

from __future__ import annotations

import pytest

from tests.linked import traced

ASK = "import json\nfrom litellm import completion\nSTEPS = ('ls', 'pwd')\ndef run(given):\n    answer = completion(model='m', messages=[])\n"
CLOSED = {
    "membership": "if answer in STEPS:\n    sink(answer)\n",
    "membership of an attribute": "call = json.loads(answer)\nif call.name in STEPS:\n    sink(call.name)\n",
    "equality": "if answer == 'ls':\n    sink(answer)\n",
    "equality, the other way round": "if 'ls' == answer:\n    sink(answer)\n",
    "membership and more": "if given and answer in STEPS:\n    sink(answer)\n",
    "membership in a loop": "while answer in STEPS:\n    sink(answer)\n",
    "the else of what is not listed": "if answer not in STEPS:\n    pass\nelse:\n    sink(answer)\n",
    "the else of one of two reasons": "if answer not in STEPS or not given:\n    pass\nelse:\n    sink(answer)\n",
    "an early return": "if answer not in STEPS:\n    return\nsink(answer)\n",
    "an early raise": "if answer not in STEPS:\n    raise ValueError(answer)\nsink(answer)\n",
    "an early return by inequality": "if answer != 'ls':\n    return\nsink(answer)\n",
    "an early return by not": "if not answer in STEPS:\n    return\nsink(answer)\n",
    "an early continue": "for _ in given:\n    if answer not in STEPS:\n        continue\n    sink(answer)\n",
    "an early return of two reasons": "if not given or answer not in STEPS:\n    return\nsink(answer)\n",
    "an early return further out": "if answer not in STEPS:\n    return\nif given:\n    sink(answer)\n",
    "a match": "match answer:\n    case 'ls':\n        sink(answer)\n",
    "a match of several": "match answer:\n    case 'ls' | 'pwd':\n        sink(answer)\n",
}
OPEN = {
    "nothing": "sink(answer)\n",
    "an unrelated test": "if given in STEPS:\n    sink(answer)\n",
    "a test afterwards": "sink(answer)\nif answer not in STEPS:\n    return\n",
    "a list it is not in": "if answer not in STEPS:\n    sink(answer)\n",
    "inequality": "if answer != 'rm':\n    sink(answer)\n",
    "something in it": "if 'ls' in answer:\n    sink(answer)\n",
    "membership, perhaps": "if given or answer in STEPS:\n    sink(answer)\n",
    "the else of what is listed": "if answer in STEPS:\n    pass\nelse:\n    sink(answer)\n",
    "a test that does not leave": "if answer not in STEPS:\n    print(answer)\nsink(answer)\n",
    "a test of another attribute": "call = json.loads(answer)\nif answer.kind in STEPS:\n    sink(answer.name)\n",
    "an early return elsewhere": "if given:\n    if answer not in STEPS:\n        return\nsink(answer)\n",
    "another case": "match answer:\n    case 'ls':\n        pass\n    case _:\n        sink(answer)\n",
    "a test of its length": "if len(answer) < 9:\n    sink(answer)\n",
    "truth": "if answer:\n    sink(answer)\n",
}


def written(lines: str) -> str:
    return ASK + "".join(f"    {line}\n" for line in lines.splitlines())


@pytest.mark.parametrize("lines", CLOSED.values(), ids=CLOSED.keys())
def test_closed(lines: str) -> None:
    assert traced(written(lines)) == set()


@pytest.mark.parametrize("lines", OPEN.values(), ids=OPEN.keys())
def test_open(lines: str) -> None:
    assert traced(written(lines)) == {("app.py", 5, "output")}
