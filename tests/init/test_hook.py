"""The pre-commit hook: one entry more, and every other byte as it was."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from ailint.init.hook import hook
from ailint.init.proposal import Origin

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = Origin("1.2.3", "")
PUBLIC = Origin("1.2.3", "https://github.com/acme/ailint")
NEW = "repo: https://github.com/acme/ailint\n{0}  rev: v1.2.3\n{0}  hooks:\n{0}    - id: ailint\n"
FIRST = "- repo: local\n  hooks: []\n"
ADDED = {
    "no blanks": ("repos:\n- repo: a\n  hooks: [{id: b}]\n", "repos:\n- repo: a\n  hooks: [{id: b}]\n- ", "", ""),
    "to the right": ("repos:\n  - repo: a  # why\n    hooks: []", "repos:\n  - repo: a  # why\n    hooks: []\n  - ", "  ", ""),
    "entries apart": ("repos:\n- repo: a\n\n- repo: b\n", "repos:\n- repo: a\n\n- repo: b\n\n- ", "", ""),
    "a key after": ("repos:\n- repo: a\n# about ci\nci: {}\n", "repos:\n- repo: a\n- ", "", "# about ci\nci: {}\n"),
    "comments at the end": ("repos:\n- repo: a\n  # - id: off\n\n", "repos:\n- repo: a\n  # - id: off\n- ", "", "\n"),
    "a block at the end": (
        "repos:\n- repo: a\n  x: |\n    - y\nfail_fast: true\n",
        "repos:\n- repo: a\n  x: |\n    - y\n- ",
        "",
        "fail_fast: true\n",
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("case", ADDED.values(), ids=ADDED.keys())
def test_added(tmp_path: Path, case: tuple[str, str, str, str], end: str) -> None:
    before, head, blank, tail = case
    (tmp_path / ".pre-commit-config.yaml").write_bytes(before.replace("\n", end).encode())
    after = (hook(tmp_path, PUBLIC).after or b"").decode()
    assert after == (head + NEW.format(blank) + tail).replace("\n", end)


UNTOUCHED = {
    "in one line": ("repos: [{repo: local, hooks: []}]\n", "is not written so"),
    "empty": ("repos: []\n", "is not written so"),
    "no list": ("fail_fast: true\n", "is not written so"),
    "broken": ("repos: [\n", "is not written so"),
    "nothing": ("", "is not written so"),
    "another alphabet": ("# \udce9\nrepos:\n- repo: a\n", "is not written so"),
    "ailint from its repository": ("repos:\n- repo: https://github.com/acme/ailint\n", "runs ailint already"),
    "ailint as a local hook": ("repos:\n- repo: local\n  hooks:\n  - {id: x, entry: ailint check}\n", "runs ailint already"),
}


@pytest.mark.parametrize(("text", "words"), UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_untouched(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_bytes(text.encode(errors="surrogateescape"))
    proposal = hook(tmp_path, PACKAGE)
    assert (proposal.after, proposal.words[: len(words)]) == (None, words)


def test_a_comment_that_names_ailint_is_no_hook(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("# try ailint?\nrepos:\n- repo: a\n", encoding="utf-8")
    assert hook(tmp_path, PACKAGE).after is not None


def test_a_new_file_installs_the_package(tmp_path: Path) -> None:
    written = yaml.safe_load(hook(tmp_path, PACKAGE).after or b"")
    ((entry,),) = [repo["hooks"] for repo in written["repos"]]
    assert (entry["language"], entry["additional_dependencies"], entry["pass_filenames"]) == ("python", ["ailint-cli==1.2.3"], False)


@pytest.mark.parametrize("before", [None, "repos:\n- repo: meta\n  hooks: [{id: identity}]\n"], ids=["new", "one more"])
@pytest.mark.parametrize("origin", [PACKAGE, PUBLIC], ids=["package", "repository"])
def test_pre_commit_takes_it(tmp_path: Path, origin: Origin, before: str | None) -> None:
    file = tmp_path / ".pre-commit-config.yaml"
    if before:
        file.write_text(before, encoding="utf-8")
    file.write_bytes(hook(tmp_path, origin).after or b"")
    done = subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", file], capture_output=True, text=True, check=False)  # noqa: S603 -- our own file
    assert (done.returncode, done.stdout) == (0, "")


def test_another_spelling_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yml").write_text("repos: []\n", encoding="utf-8")
    assert "rename it first" in hook(tmp_path, PACKAGE).words
