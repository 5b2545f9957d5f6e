"""Which files hold a word."""

from __future__ import annotations

import re

import pytest

from ailint.project.vocabulary import Vocabulary
from ailint.read.python import python_facts

VOCABULARY = Vocabulary(
    {
        "calls.py": python_facts("answer = client.chat.create(max_tokens=5)"),
        "texts.py": python_facts("url = 'https://example.com?api-version=1'\nprose = 'my words'"),
        "functions.py": python_facts("def ask(question):\n    return f'a{question.text}b'"),
    }
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"answer"}, ("calls.py",)),
        ({"create"}, ("calls.py",)),
        ({"max_tokens"}, ("calls.py",)),
        ({"text", "chat"}, ("calls.py", "functions.py")),
        ({"question"}, ("functions.py",)),
        ({"b"}, ("functions.py",)),
        ({"my words", "words"}, ()),
    ],
    ids=["name", "method", "keyword", "attributes", "parameter", "part of a text", "text with blanks"],
)
def test_files_with_words(words: set[str], expected: tuple[str, ...]) -> None:
    assert VOCABULARY.files_with(words) == expected


def test_files_matching_a_pattern() -> None:
    assert VOCABULARY.files_matching(re.compile("api-version")) == ("texts.py",)
    assert VOCABULARY.files_matching(re.compile("^answers$")) == ()
