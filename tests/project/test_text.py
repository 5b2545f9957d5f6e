"""Text put together from parts: what of it is fixed."""

from __future__ import annotations

import pytest

from tests.linked import linked, marked_argument

CASES = {
    "a text": ("run", "ask('run')\n"),
    "a name": ("run", "x = 'run'\nask(x)\n"),
    "an f-string": ("run _ now", "ask(f'run {given} now')\n"),
    "an f-string of a constant": ("run it now", "x = 'it'\nask(f'run {x} now')\n"),
    "plus": ("run _", "ask('run ' + given)\n"),
    "the percent sign": ("run %s_", "ask('run %s' % given)\n"),
    "format": ("run {}_", "ask('run {}'.format(given))\n"),
    "a number": ("run 3", "x = 3\nask(f'run {x}')\n"),
    "join": ("a b", "ask(' '.join(['a', 'b']))\n"),
    "strip": ("run", "x = 'run'\nask(x.strip())\n"),
    "dedent": ("run", "from textwrap import dedent\nask(dedent('run'))\n"),
    "nothing or": ("run", "ask(None or 'run')\n"),
    "either": ("runls", "ask('run' if given else 'ls')\n"),
    "a function's": ("run", "def make():\n    return 'run'\nask(make())\n"),
    "a function's that is put together": ("run 1", "def make(x):\n    return f'run {x}'\nask(make(1))\n"),
    "an unknown function's": ("_", "ask(make())\n"),
    "the environment or a default": ("run", "import os\nask(os.getenv('X', 'run'))\n"),
    "the environment": ("_", "import os\nask(os.environ['X'])\n"),
    "a format's keywords": ("run {x}_", "x = 'run {x}'\nask(x.format(x=given))\n"),
    "a spread": ("ab", "ask([*['a', 'b']])\n"),
    "itself": ("_", "def make():\n    return make()\nask(make())\n"),
}


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_what_is_fixed(expected: str, source: str) -> None:
    project = linked(source)
    assert project.texts.flat(*marked_argument(project, "ask")).replace("\x00", "_") == expected


def test_text_of_another_module_tells_where_it_is_written() -> None:
    project = linked({"prompts.py": "RULES = 'run'\n", "app.py": "from prompts import RULES\nask(f'{RULES} now')\n"})
    pieces = project.texts.pieces(*marked_argument(project, "ask"))
    assert [(piece.text, piece.path) for piece in pieces] == [("run", "prompts.py"), (" now", "app.py")]
