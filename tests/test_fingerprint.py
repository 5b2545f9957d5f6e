"""Fingerprints: the same for the same statement, however it is laid out."""

from __future__ import annotations

import pytest

from ailint.facts import Span
from ailint.fingerprint import Identity, digest_of, flat, numbered, words
from tests.sample import sources

CALL = 'client.chat(model="gpt-4o", messages=[{"role": "user", "content": ask(text)}])'
LAID_OUT = {
    "over several lines": 'client.chat(\n    model="gpt-4o",\n    messages=[{"role": "user", "content": ask(text)}],\n)',
    "with other quotes": CALL.replace('"', "'"),
    "text in two parts": CALL.replace('"gpt-4o"', '"gpt-"\n    "4o"'),
    "in parentheses": CALL.replace("ask(text)", "(ask(text))"),
    "with a backslash": CALL.replace(" messages", " \\\n  messages"),
    "with a comment": CALL.replace(" messages", "  # the cheap one\n    messages"),
    "with last commas all over": CALL.replace("}]", ",},]"),
}


@pytest.mark.parametrize("text", LAID_OUT.values(), ids=LAID_OUT.keys())
def test_layout_does_not_matter(text: str) -> None:
    files, lines = sources(a_py=CALL, b_py=text), text.split("\n")
    span = Span(1, 0, len(lines), len(lines[-1]))
    assert words(files, "b.py", span) == words(files, "a.py", Span(1, 0, 1, len(CALL)))


def test_words_matter() -> None:
    assert flat(CALL) != flat(CALL.replace("gpt-4o", "gpt-5"))


def test_what_stands_beside_the_span_does_not_matter() -> None:
    files = sources(a_py="é = f(x)", b_py="other = y + f(x)  # why")
    assert words(files, "a.py", Span(1, 5, 1, 9)) == words(files, "b.py", Span(1, 12, 1, 16)) == "fx"


def test_of_a_block_its_head() -> None:
    files = sources(a_py="while True:\n    a()", b_py="while (\n    True\n):\n    b()\n    c()", c_py="if x")
    assert words(files, "a.py", Span(1, 0, 2, 7)) == words(files, "b.py", Span(1, 0, 5, 7)) == "whileTrue:"
    assert words(files, "c.py", Span(1, 0, 1, 4)) == "ifx"


def test_a_finding_about_a_file_has_no_words() -> None:
    files = sources(a_py="import x\nimport y")
    assert (words(files, "a.py", Span(1, 0, 1, 0)), words(files, "a.py", Span(2, 0, 2, 0))) == ("", "importy")


def test_repeats_are_numbered() -> None:
    digest = Identity("rule", "a.py", "f", "x", "").digest
    assert [numbered(digest, number) for number in (1, 2)] == [digest, f"{digest}:2"]
    assert digest_of(numbered(digest, 2)) == digest


def test_half_a_character_is_no_crash() -> None:
    assert len(Identity("rule", "a.py", "f", "\ud800", "").digest) == 16
