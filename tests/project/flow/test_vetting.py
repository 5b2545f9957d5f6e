"""Tests in front of a use: paths, addresses and statements that were looked at, and persons who were asked."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from tests.linked import linked, marked_argument

START = """\
import json
import os
from pathlib import Path
from urllib.parse import urlparse
from litellm import completion
ROOT = Path('work').resolve()
CHANGING = ('DROP', 'DELETE')
def reads_only(text):
    upper = text.upper()
    return not any(word in upper for word in CHANGING)
HOSTS = ('a.example', 'b.example')
def run(given):
    answer = completion(model='m', messages=[]).choices[0].message.content
"""
VETTED = {
    "contained": (
        "path",
        """
            target = (ROOT / answer).resolve()
            if not target.is_relative_to(ROOT):
                raise ValueError(answer)
            sink(target)
        """,
    ),
    "contained, or an error": (
        "path",
        """
            target = (ROOT / answer).resolve()
            target.relative_to(ROOT)
            sink(target)
        """,
    ),
    "contained, in a branch": (
        "path",
        """
            target = (ROOT / answer).resolve()
            if target.is_relative_to(ROOT):
                sink(target)
        """,
    ),
    "contained, by the common path": (
        "path",
        """
            target = os.path.realpath(answer)
            if os.path.commonpath([ROOT, target]) != str(ROOT):
                return
            sink(target)
        """,
    ),
    "contained, by prefix": (
        "path",
        """
            if not os.path.realpath(answer).startswith(str(ROOT)):
                return
            sink(answer)
        """,
    ),
    "contained, by parents": (
        "path",
        """
            target = (ROOT / answer).resolve()
            if ROOT not in target.parents:
                return
            sink(target)
        """,
    ),
    "no way up": (
        "path",
        """
            if '..' in answer or answer.startswith('/'):
                return
            sink(ROOT / answer)
        """,
    ),
    "asserted": (
        "path",
        """
            target = (ROOT / answer).resolve()
            assert target.is_relative_to(ROOT)
            sink(target)
        """,
    ),
    "the value it was made of": (
        "path",
        """
            target = ROOT / answer
            if '..' in answer:
                return
            sink(target)
        """,
    ),
    "what was made of it": (
        "path",
        """
            target = (ROOT / answer).resolve()
            if not target.is_relative_to(ROOT):
                return
            sink(answer)
        """,
    ),
    "an error that is caught": (
        "path",
        """
            target = (ROOT / answer).resolve()
            try:
                target.relative_to(ROOT)
            except ValueError:
                return
            sink(target)
        """,
    ),
    "refused inside a try": (
        "path",
        """
            try:
                target = (ROOT / answer).resolve()
                if ROOT not in target.parents:
                    raise ValueError
            except ValueError:
                return
            sink(target)
        """,
    ),
    "the host is listed": (
        "url",
        """
            if urlparse(answer).hostname not in HOSTS:
                return
            sink(answer)
        """,
    ),
    "the host is listed, by way of a variable": (
        "url",
        """
            parsed = urlparse(answer)
            host = parsed.netloc
            if host not in HOSTS:
                return
            sink(answer)
        """,
    ),
    "one host": (
        "url",
        """
            if not answer.startswith('https://api.example.org/'):
                return
            sink(answer)
        """,
    ),
    "reading only": (
        "sql",
        """
            if not answer.strip().lower().startswith('select'):
                raise ValueError(answer)
            sink(answer)
        """,
    ),
    "parsed and looked at": (
        "sql",
        """
            import sqlglot
            statement = sqlglot.parse_one(answer)
            if statement.key != 'select':
                return
            sink(answer)
        """,
    ),
    "an item of it is contained": (
        "path",
        """
            import json
            call = json.loads(answer)
            if not Path(call['path']).resolve().is_relative_to(ROOT):
                return
            sink(call['path'])
        """,
    ),
    "an item of it is contained, by get": (
        "path",
        """
            import json
            call = json.loads(answer)
            if '..' in call.get('path', ''):
                return
            sink(call.get('path'))
        """,
    ),
    "forbidden words in a statement": (
        "sql",
        """
            if any(word in answer.upper() for word in ('DROP', 'DELETE')):
                return
            sink(answer)
        """,
    ),
    "forbidden words of the module's, in a function": (
        "sql",
        """
            if not reads_only(answer):
                return
            sink(answer)
        """,
    ),
    "judged on a thread, for another result": (
        "path",
        """
            import asyncio
            def inside(path):
                if not path.is_relative_to(ROOT):
                    raise ValueError(path)
                return path
            target = asyncio.to_thread(inside, answer)
            sink(answer)
        """,
    ),
    "judged out of sight": (
        "url",
        """
            from acme.net import is_allowed
            if not is_allowed(answer):
                return
            sink(answer)
        """,
    ),
    "judged out of sight, or an error": (
        "path",
        """
            from acme.files import validate_path
            validate_path(answer)
            sink(answer)
        """,
    ),
    "the first word is listed": (
        "shell",
        """
            if answer.split()[0] not in ('ls', 'pwd'):
                return
            sink(answer)
        """,
    ),
    "a person said yes": (
        "shell",
        """
            if input(f'run {answer}? [y/n] ') != 'y':
                return
            sink(answer)
        """,
    ),
    "a person said yes, by way of a variable": (
        "shell",
        """
            reply = input('run? ').strip().lower()
            if reply in ('y', 'yes'):
                sink(answer)
        """,
    ),
    "a person confirmed": (
        "shell",
        """
            import click
            if not click.confirm(f'run {answer}?'):
                return
            sink(answer)
        """,
    ),
    "a person is asked by a function": (
        "shell",
        """
            def ask(text):
                return input(text) == 'y'
            if ask(answer):
                sink(answer)
        """,
    ),
    "a graph waits for a person": (
        "shell",
        """
            from langgraph.types import interrupt
            decision = interrupt({'command': answer})
            if decision['type'] != 'approve':
                return
            sink(answer)
        """,
    ),
}
NOT = {
    "nothing": ("path", "sink(answer)\n"),
    "only whether it exists": (
        "path",
        """
            if not os.path.exists(answer):
                return
            sink(answer)
        """,
    ),
    "absolute or not": (
        "path",
        """
            if answer.startswith('/'):
                sink(answer)
        """,
    ),
    "what its variable holds later": (
        "sql",
        """
            def check(text):
                if not text.startswith('select'):
                    raise ValueError(text)
            check(given)
            for given, query in json.loads(answer):
                sink(query)
        """,
    ),
    "taken apart, and only its form looked at": (
        "sql",
        """
            table, column = answer.split('->')
            if '.' not in table:
                return
            sink(f'SELECT {column} FROM {table}')
        """,
    ),
    "another part of it is listed": (
        "path",
        """
            import json
            call = json.loads(answer)
            kind = call['kind']
            if kind == 'read' and call.mode in ('r', 'w') and call.get('by') in HOSTS:
                sink(call['path'])
        """,
    ),
    "another item of it begins so": (
        "sql",
        """
            import json
            call = json.loads(answer)
            name = call['name']
            if not name.startswith('db_'):
                return
            sink(call['query'])
        """,
    ),
    "a label in front of it": (
        "path",
        """
            if answer.startswith('File: '):
                sink(answer)
        """,
    ),
    "contained, but it goes on": (
        "path",
        """
            if not Path(answer).is_relative_to(ROOT):
                print('outside')
            sink(answer)
        """,
    ),
    "contained, but caught and passed over": (
        "path",
        """
            try:
                Path(answer).relative_to(ROOT)
            except ValueError:
                print('outside')
            sink(answer)
        """,
    ),
    "another path is contained": (
        "path",
        """
            root = Path(given)
            other = root / 'x'
            if not other.is_relative_to(root):
                return
            sink(root / answer)
        """,
    ),
    "contained afterwards": (
        "path",
        """
            sink(answer)
            if not Path(answer).is_relative_to(ROOT):
                return
        """,
    ),
    "only the scheme": (
        "url",
        """
            if not answer.startswith(('http://', 'https://')):
                return
            sink(answer)
        """,
    ),
    "seen before": (
        "url",
        """
            if answer in given:
                return
            sink(answer)
        """,
    ),
    "a word in it": (
        "sql",
        """
            if 'sorry' in answer:
                return
            sink(answer)
        """,
    ),
    "another family's test": (
        "shell",
        """
            if not answer.startswith('select'):
                return
            sink(answer)
        """,
    ),
    "forbidden words in a command": (
        "shell",
        """
            if 'rm' in answer:
                return
            sink(answer)
        """,
    ),
    "what a person typed first": (
        "shell",
        """
            question = input('? ')
            if question == 'quit':
                return
            sink(answer)
        """,
    ),
    "what the model said about what a person typed": (
        "shell",
        """
            reply = completion(model='m', messages=[input('? ')]).choices[0].message.content
            if reply == 'x' or 'yes' in reply:
                sink(answer)
        """,
    ),
    "a question that is not answered": (
        "shell",
        """
            input('press enter')
            sink(answer)
        """,
    ),
    "a call that does not judge": (
        "path",
        """
            def note(text):
                print(text)
            note(answer)
            sink(answer)
        """,
    ),
    "a call of the standard library": (
        "shell",
        """
            import subprocess
            if subprocess.check_output(answer):
                return
            sink(answer)
        """,
    ),
}


def kinds(family: str, lines: str) -> list[str]:
    project = linked(START + indent(dedent(lines), "    "))
    return [trace.kind for trace in project.flow.model_output(*marked_argument(project, "sink"), against=family)]


@pytest.mark.parametrize(("family", "lines"), VETTED.values(), ids=VETTED.keys())
def test_vetted(family: str, lines: str) -> None:
    assert kinds(family, lines) == []


@pytest.mark.parametrize(("family", "lines"), NOT.values(), ids=NOT.keys())
def test_not_vetted(family: str, lines: str) -> None:
    assert kinds(family, lines) == ["output"]


def test_a_function_of_another_module_judges() -> None:
    files = {
        "app.py": """
            from litellm import completion
            from safety import check
            answer = completion(model='m', messages=[])
            check(answer)
            sink(answer)
        """,
        "safety.py": """
            from urllib.parse import urlparse
            def check(url):
                if urlparse(url).hostname != 'a.example':
                    raise ValueError(url)
        """,
    }
    project = linked(files)
    assert project.flow.model_output(*marked_argument(project, "sink"), against="url") == ()


def test_a_function_that_looks_at_another_argument_judges_nothing() -> None:
    code = """
        from litellm import completion
        def check(url, kind):
            if kind not in ('page', 'feed'):
                raise ValueError(kind)
        def run(kind):
            answer = completion(model='m', messages=[])
            check(answer, kind)
            sink(answer)
    """
    project = linked(code)
    assert project.flow.model_output(*marked_argument(project, "sink"), against="url") != ()


def test_forbidden_words_are_not_certainly_enough() -> None:
    code = """
        from litellm import completion
        def run():
            answer = completion(model='m', messages=[])
            if 'DROP' in answer:
                return
            sink(answer)
    """
    project = linked(code)
    assert project.flow.sources(*marked_argument(project, "sink"), "sql") == ()
    assert project.flow.sources(*marked_argument(project, "sink"), "sql", certain=True) != ()


def test_a_caller_asks_before_it_hands_over() -> None:
    code = """
        from litellm import completion
        def run(command):
            sink(command)
        def go():
            command = completion(model='m', messages=[])
            if input('ok? ') == 'y':
                run(command)
    """
    project = linked(code)
    assert project.flow.model_output(*marked_argument(project, "sink"), against="shell") == ()
