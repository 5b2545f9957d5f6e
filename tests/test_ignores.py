"""Ignore files: git's patterns, and what must not slow them down."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from ailint.ignores import Ignores

CASES = [
    (["build/"], "build", True, True),
    (["build/"], "build", False, None),
    (["*.log"], "a/b.log", False, True),
    (["*.log", "!keep.log"], "a/keep.log", False, False),
    (["/top.txt"], "sub/top.txt", False, None),
    (["/top.txt"], "top.txt", False, True),
    (["doc/**/draft"], "doc/a/b/draft", False, True),
    (["# comment", "", "name"], "a/name", False, True),
    (["cache*"], "a/cached", True, True),
]


@pytest.mark.parametrize(("lines", "path", "folder", "expected"), CASES)
def test_verdict(lines: list[str], path: str, *, folder: bool, expected: bool | None) -> None:
    assert Ignores(lines).verdict(path, folder=folder) is expected


def test_what_git_would_not_take_is_passed_over() -> None:
    assert Ignores(["!", "a\\", "[", "good"]).verdict("good", folder=False) is True


def test_a_pattern_made_to_hang_is_passed_over() -> None:
    started = process_time()
    assert Ignores(["*a*a*a*a*a*a*a*b", "**/a/**/a/**/a/**/a"]).verdict("a" * 250, folder=False) is None
    assert process_time() - started < 1


lines = st.lists(st.from_regex(r"!?/?(?:[ab.]{1,3}|\*\.?[ab]|\*\*)(?:/[ab*]{1,2})?/?", fullmatch=True), max_size=6)
paths = st.from_regex(r"\.?[ab]{1,2}(?:\.[ab])?(?:/[ab]{1,3}){0,2}", fullmatch=True)


@given(lines=lines, path=paths, folder=st.booleans())
def test_the_short_cut_changes_no_answer(*, lines: list[str], path: str, folder: bool) -> None:
    sound = [line for line in lines if line.count("**") < 3]
    spec = GitIgnoreSpec.from_lines(sound)
    parts = path.split("/")
    # a walk never asks below a folder that is left out
    assume(all(spec.check_file(f"{'/'.join(parts[:end])}/").include is None for end in range(1, len(parts))))
    expected = spec.check_file(f"{path}/" if folder else path).include
    assert Ignores(sound).verdict(path, folder=folder) is expected
