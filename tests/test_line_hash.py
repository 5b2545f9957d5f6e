"""Line hashes: those that GitHub's uploader computes, checked against values that it gave."""

from __future__ import annotations

import pytest

from ailint.line_hash import line_hashes

CASES = {
    "two lines": ("x = 1\ny = 2\n", ["5ceeb771b3aff0bd:1", "ab1f8ed3e7dc41c1:1", "c129715d7a2bc9a3:1"]),
    "blanks and tabs do not count": ("\tx =  1 \n y = 2\n", ["5ceeb771b3aff0bd:1", "ab1f8ed3e7dc41c1:1", "c129715d7a2bc9a3:1"]),
    "ends of lines are alike": ("x = 1\r\ny = 2\r", ["5ceeb771b3aff0bd:1", "ab1f8ed3e7dc41c1:1", "c129715d7a2bc9a3:1"]),
    "repeats are counted": ("a\na\na\n", ["e5109e06824fe778:1", "ee4468fa4a9bc719:1", "243cbaa4685aab12:1", "c129715d7a2bc9a3:1"]),
    "units of sixteen bits": ("é😀\n", ["16a367e7bde89037:1", "c129715d7a2bc9a3:1"]),
    "nothing": ("", ["c129715d7a2bc9a3:1"]),
}


@pytest.mark.parametrize(("text", "hashes"), CASES.values(), ids=CASES.keys())
def test_hashes(text: str, hashes: list[str]) -> None:
    assert line_hashes(text) == hashes


def test_only_a_hundred_characters_count() -> None:
    assert line_hashes("a" * 100 + "\nb\n")[0] == line_hashes("a" * 100 + "\nc\n")[0]
    assert line_hashes("a" * 90 + "\nb\n")[0] != line_hashes("a" * 90 + "\nc\n")[0]
