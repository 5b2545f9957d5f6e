"""Prompts: the texts that reach a model, their message role, and where they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.linked import linked

if TYPE_CHECKING:
    from ailint.project.prompts import Prompt

OPENAI = "from openai import OpenAI\nclient = OpenAI()\n"
CHAIN = "from langchain_core.prompts import ChatPromptTemplate\n"

# message roles and line of each text
CASES = {
    "a system message": (
        [("system", 3)],
        OPENAI + "client.chat.completions.create(model='m', messages=[{'role': 'system', 'content': 'Be brief.'}])\n",
    ),
    "a developer's message": (
        [("system", 3)],
        OPENAI + "client.chat.completions.create(model='m', messages=[{'role': 'developer', 'content': 'Be brief.'}])\n",
    ),
    "a user's message": ([("user", 3)], OPENAI + "client.chat.completions.create(model='m', messages=[{'role': 'user', 'content': 'Be brief.'}])\n"),
    "messages by name": (
        [("system", 3)],
        OPENAI + "messages = [{'role': 'system', 'content': 'Be brief.'}]\nclient.chat.completions.create(model='m', messages=messages)\n",
    ),
    "a message added": (
        [("system", 4)],
        OPENAI
        + (
            "messages = []\nmessages.append({'role': 'system', 'content': 'Be brief.'})\n"
            "client.chat.completions.create(model='m', messages=messages)\n"
        ),
    ),
    "a constant": (
        [("system", 1)],
        "RULES = 'Be brief.'\n" + OPENAI + "client.chat.completions.create(model='m', messages=[{'role': 'system', 'content': RULES}])\n",
    ),
    "an f-string": ([("user", 3)], OPENAI + "client.chat.completions.create(model='m', messages=[{'role': 'user', 'content': f'Be {given}.'}])\n"),
    "instructions": ([("system", 3)], OPENAI + "client.responses.create(model='m', instructions='Be brief.', input=given)\n"),
    "a text for messages": ([("user", 3)], OPENAI + "client.responses.create(model='m', input='Be brief.')\n"),
    "a prompt": ([("user", 3)], OPENAI + "client.completions.create(model='m', prompt='Be brief.')\n"),
    "an agent's instructions": ([("system", 2)], "from agents import Agent\nAgent(name='a', instructions='Be brief.')\n"),
    "a template": ([("template", 2)], CHAIN + "ChatPromptTemplate.from_template('Be brief.')\n"),
    "pairs": ([("system", 2), ("user", 2)], CHAIN + "ChatPromptTemplate.from_messages([('system', 'Be brief.'), ('human', '{question}')])\n"),
    "a message object": ([("system", 2)], "from langchain_core.messages import SystemMessage\nSystemMessage(content='Be brief.')\n"),
    "an argument inside a configuration": (
        [("system", 4)],
        """\
        from google import genai
        from google.genai import types
        client = genai.Client()
        client.models.generate_content(model='m', contents=given, config=types.GenerateContentConfig(system_instruction='Be brief.'))
        """,
    ),
    "an attribute of self": (
        [("system", 5)],
        OPENAI + "class A:\n    def __init__(self):\n        self.rules = 'Be brief.'\n    def run(self):\n"
        "        client.chat.completions.create(model='m', messages=[{'role': 'system', 'content': self.rules}])\n",
    ),
    "a field of a class": (
        [("system", 4)],
        OPENAI
        + "class Rules:\n    TEXT = 'Be brief.'\nclient.chat.completions.create(model='m', messages=[{'role': 'system', 'content': Rules.TEXT}])\n",
    ),
    "a dictionary of other roles": ([], "x = {'role': 'admin', 'content': 'Be brief.'}\n"),
    "a text that reaches no model": ([], "RULES = 'Be brief.'\nprint(RULES)\n"),
    "a pair of texts": ([], "x = ('admin', 'Be brief.')\n"),
}


def found(files: dict[str, str] | str) -> list[Prompt]:
    return list(linked(files).prompts)


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_texts(expected: list[tuple[str, int]], source: str) -> None:
    assert [(role, prompt.place.span.line) for prompt in found(source) for role in prompt.roles] == expected


def test_a_text_of_another_module_stands_there_and_tells_its_uses() -> None:
    asking = OPENAI + "def ask(text):\n    client.chat.completions.create(model='m', messages=[{'role': 'user', 'content': text}])\n"
    files = {"prompts.py": "RULES = 'Be brief.'\n", "model.py": asking, "app.py": "from model import ask\nfrom prompts import RULES\nask(RULES)\n"}
    [prompt] = found(files)
    assert (prompt.place.path, prompt.place.span.line) == ("prompts.py", 1)
    assert [place.path for place in prompt.uses] == ["model.py"]
    assert prompt.handed_in == {"app.py"}


def test_one_text_of_two_uses_is_one_prompt() -> None:
    calls = "client.chat.completions.create(model='m', messages=[{'role': 'system', 'content': RULES}])\n"
    [prompt] = found(f"RULES = 'Be brief.'\n{OPENAI}{calls}{calls.replace('system', 'user')}")
    assert prompt.roles == {"system", "user"}
    assert len(prompt.uses) == 2


def test_texts_of_tests_do_not_count() -> None:
    source = OPENAI + "client.responses.create(model='m', input='Be brief.')\n"
    assert [prompt.place.path for prompt in found({"app.py": source, "tests/test_app.py": source})] == ["app.py"]


@pytest.mark.parametrize(
    ("text", "statements", "instructs"),
    [
        pytest.param("Be brief.", 1, False, id="a short sentence"),
        pytest.param("Answer in a word", 1, False, id="a few words without an end"),
        pytest.param("You are a helper. Answer in one word. Never guess.", 3, True, id="three sentences"),
        pytest.param("You are a helpful person\\nAnswer in one single word", 2, True, id="two lines"),
        pytest.param("Question:\\nContext:\\nAnswer:", 3, False, id="labels"),
        pytest.param("---\\n\\n***", 0, False, id="no words"),
    ],
)
def test_what_a_text_says(text: str, statements: int, *, instructs: bool) -> None:
    [prompt] = found(f"{OPENAI}client.responses.create(model='m', input='{text}')\n")
    assert (prompt.statements, prompt.instructs) == (statements, instructs)


def test_what_is_put_in_is_not_fixed() -> None:
    [prompt] = found(f"{OPENAI}client.responses.create(model='m', input=f'Be {{given}} and brief.')\n")
    assert prompt.fixed == "Be \x00 and brief."
