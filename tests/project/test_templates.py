"""Templates of a project: their text, wherever it is written, and their slots."""

from __future__ import annotations

import pytest

from ailint.facts import Operation
from ailint.project.slots import Slots
from ailint.project.templates import Templates
from ailint.project.things import External
from tests.linked import linked, marked_argument

TEXTS = {
    "a literal": ({"app.py": "sink('Hi {name}')\n"}, "Hi {name}"),
    "trimmed": ({"app.py": "from textwrap import dedent\nT = dedent('  Hi {name} ').strip()\nsink(T)\n"}, "  Hi {name} "),
    "put together of constants": ({"app.py": "TONE = 'Be kind.'\nT = f'{TONE} Hi {{name}}'\nsink(T)\n"}, "Be kind. Hi {name}"),
    "put together of what comes from outside": ({"app.py": "def f(tone):\n    sink(f'{tone} Hi')\n"}, None),
    "of another module": ({"texts.py": "HI = ' Hi {name}\\n'.strip()\n", "app.py": "from texts import HI\nsink(HI)\n"}, " Hi {name}\n"),
    "one of two": ({"app.py": "T = 'a'\nif x:\n    T = 'b'\nsink(T)\n"}, None),
    "of a file": ({"prompts/hi.txt": "Hi {name}", "app.py": "T = open('prompts/hi.txt').read()\nsink(T)\n"}, "Hi {name}"),
    "of a file in a folder that has a name": (
        {"prompts/hi.md": "Hi", "app.py": "from pathlib import Path\nHERE = Path(__file__).parent / 'prompts'\nsink((HERE / 'hi.md').read_text())\n"},
        "Hi",
    ),
    "of one of two files of that name": (
        {"a/prompts/hi.md": "Hi", "b/prompts/hi.md": "Ho", "app.py": "from pathlib import Path\nsink(Path('hi.md').read_text())\n"},
        None,
    ),
    "of a file longer than what is kept": ({"prompts/hi.md": "Hi " * 5000, "app.py": "sink(open('prompts/hi.md').read())\n"}, None),
}
CORE = "from langchain_core.prompts import ChatPromptTemplate, MessagesPlaceholder, PromptTemplate\n"
OBJECTS = {
    "a template": ("t = PromptTemplate.from_template('{a} {b}')\n", Slots(frozenset("ab"))),
    "one filled in part": ("t = PromptTemplate.from_template('{a} {b}').partial(b=1)\n", Slots(frozenset("a"), frozenset("b"))),
    "one filled in part when made": ("t = PromptTemplate(template='{a} {b}', partial_variables={'b': 1})\n", Slots(frozenset("a"), frozenset("b"))),
    "messages": ("t = ChatPromptTemplate([('system', '{a}'), {'role': 'user', 'content': '{b}'}])\n", Slots(frozenset("ab"))),
    "places for messages": (
        "t = ChatPromptTemplate([MessagesPlaceholder('a'), MessagesPlaceholder('b', optional=True), ('placeholder', '{c}')])\n",
        Slots(frozenset("a"), frozenset("bc")),
    ),
    "messages from outside": ("t = ChatPromptTemplate([*given, ('user', '{a}')])\n", Slots(frozenset("a"), open=True)),
}


@pytest.mark.parametrize(("files", "expected"), TEXTS.values(), ids=TEXTS)
def test_fixed_text(files: dict[str, str], expected: str | None) -> None:
    project = linked(files)
    found = Templates(project).fixed(*marked_argument(project, "sink"))
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(("source", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_slots_of_objects(source: str, expected: Slots) -> None:
    project = linked(f"{CORE}{source}sink(t)\n")
    [thing] = project.things(*marked_argument(project, "sink"))
    found = Templates(project).of_object(thing)  # type: ignore[arg-type]
    assert found is not None
    assert found[1] == expected


def test_model_knows_the_chain_it_stands_in() -> None:
    project = linked(
        f"{CORE}from langchain_openai import ChatOpenAI\nchain = PromptTemplate.from_template('{{a}}') | ChatOpenAI()\nsink(chain.invoke)\n"
    )
    [thing] = project.things(*marked_argument(project, "sink"))
    assert isinstance(thing, External)
    assert thing.chain is not None
    assert isinstance(thing.chain.value, Operation)
