"""Snapshots: which names of a commit are written out, and when a file is still the one that git knows."""

from __future__ import annotations

from hashlib import sha1, sha256

import pytest

from ailint.comparison import Seen, matched
from ailint.fingerprint import Identity
from ailint.snapshot import is_blob, is_safe

SAFE = ["a.py", "a/b c.py", ".github/workflows/x.yml", "a..b/c.py", ".gitignore", "é/日.md"]
UNSAFE = [
    "",
    "/a.py",
    "a//b.py",
    "a/",
    "../a.py",
    "a/../b.py",
    "./a.py",
    ".git/config",
    "a/.GIT/config",
    ".git./config",
    ".git /x",
    "a\\b.py",
    "C:a.py",
    "a\0b",
]


@pytest.mark.parametrize("path", SAFE)
def test_names_that_are_written(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize("path", UNSAFE, ids=repr)
def test_names_that_are_left_out(path: str) -> None:
    assert not is_safe(path)


def test_a_blob_is_known_by_its_name_whatever_the_line_ends() -> None:
    unix, header = b"a\nb\n", b"blob 4\0"
    for name in (sha1(header + unix, usedforsecurity=False).hexdigest(), sha256(header + unix).hexdigest()):
        assert [is_blob(data, name) for data in (unix, b"a\r\nb\r\n", b"a\nc\n")] == [True, True, False]


def seen(words: str = "call(x)", message: str = "waits for 3 s", **more: str) -> Seen:
    fields = {"rule": "r", "path": "a.py", "symbol": "f", "words": words, "data": "", **more}
    return Seen(Identity(**fields), message)


MATCHED = {
    "the same": ([seen()], [seen()], [True]),
    "a copy": ([seen(), seen()], [seen()], [True, False]),
    "moved to another file": ([seen(path="b.py")], [seen()], [True]),
    "moved, and copied": ([seen(path="b.py"), seen(path="c.py")], [seen()], [True, False]),
    "another rule": ([seen(rule="s")], [seen()], [False]),
    "edited": ([seen("call(x,y)", "waits for 5 s")], [seen()], [True]),
    "edited and moved": ([seen("call(x,y)", path="b.py")], [seen()], [False]),
    "edited beyond recognition": ([seen("entirely.different")], [seen()], [False]),
    "edited, and something else is said": ([seen("call(x,y)", "waits for `gpt-5`")], [seen(message="waits for `gpt-4`")], [False]),
    "of two edited the likest": ([seen("call(x,y)"), seen("call(z)")], [seen("call(z,z)"), seen("call(x)")], [True, True]),
    "about a file, which is another now": ([seen("", path="b.py")], [seen("")], [False]),
    "nothing before": ([seen()], [], [False]),
}


@pytest.mark.parametrize(("new", "old", "expected"), MATCHED.values(), ids=MATCHED.keys())
def test_which_findings_are_old(new: list[Seen], old: list[Seen], expected: list[bool]) -> None:
    assert matched(new, old) == expected
