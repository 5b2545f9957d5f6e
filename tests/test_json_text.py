"""JSON that may be shown: the same values, nothing to obey."""

from __future__ import annotations

import json

import pytest

from ailint.json_text import encode

TEXTS = {
    "a runner's command": ("##[error]", '"#\\u0023[error]"'),
    "another runner's command": ("##vso[task]", '"#\\u0023vso[task]"'),
    "a heading": ("## [1]", '"## [1]"'),
    "an escape sequence": ("\x9b31m", '"\\u009b31m"'),
    "right to left": ("a\u202eb", '"a\\u202eb"'),
    "a hidden character beyond 16 bits": ("\U000e0041", '"\\udb40\\udc41"'),
    "letters": ("é😀", '"é😀"'),
}


@pytest.mark.parametrize(("text", "written"), TEXTS.values(), ids=TEXTS.keys())
def test_encode(text: str, written: str) -> None:
    assert encode(text) == written
    assert json.loads(written) == text


def test_half_a_pair_becomes_a_question_mark() -> None:
    assert encode({"a": "x\ud800y"}, indent=2) == '{\n  "a": "x?y"\n}'
