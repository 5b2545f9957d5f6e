"""Keys in files of any kind: found by form, placed exactly, never kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ailint.discover import Contents, SourceFile
from ailint.facts import FileFacts, Span
from ailint.file_formats import format_of
from ailint.knowledge.secrets import load_secrets
from ailint.read.secrets import scan, with_secrets

if TYPE_CHECKING:
    from pathlib import Path

KEY = "sk-proj-" + "q7Zt2Lw9Xc4Vb8Nm1Kj6Hg3Fd5Sa0PoIuYtRe1Wq3E5r7"
SECRETS = load_secrets()


def read(root: Path, files: dict[str, bytes], facts: tuple[FileFacts, ...] = ()) -> dict[str, FileFacts]:
    for path, data in files.items():
        (root / path).write_bytes(data)
    listed = [SourceFile(path, len(data), format_of(path)) for path, data in files.items()]
    return {found.path: found for found in with_secrets(facts, listed, Contents(root))}


def test_place_counts_bytes() -> None:
    text = f"# Grüße\nkey = {KEY}\n".encode()
    assert [secret.span for secret in scan(text, SECRETS)] == [Span(2, 6, 2, 6 + len(KEY))]


def test_value_is_not_kept() -> None:
    found = list(scan(KEY.encode(), SECRETS))
    assert KEY not in msgspec.json.encode(found).decode()
    assert [secret.shown for secret in found] == [f"`sk-p…` ({len(KEY)} characters)"]


def test_text_without_any_mark_is_not_searched() -> None:
    assert list(scan(b"nothing to see here\n" * 1000, SECRETS)) == []


def test_placeholder_in_the_form_of_a_key() -> None:
    assert list(scan(b"sk-proj-" + b"x" * 48, SECRETS)) == []


def test_file_that_no_reader_knows(tmp_path: Path) -> None:
    found = read(tmp_path, {"notes.rst": f"run with {KEY}\n".encode(), "clean.rst": b"nothing\n"})
    assert {path: len(facts.secrets) for path, facts in found.items()} == {"notes.rst": 1}


def test_facts_of_a_file_stay(tmp_path: Path) -> None:
    facts = FileFacts("app.toml", "toml")
    found = read(tmp_path, {"app.toml": f'key = "{KEY}"\n'.encode()}, (facts, FileFacts("other.toml", "toml")))
    assert [found["app.toml"].format, len(found["app.toml"].secrets), found["other.toml"]] == ["toml", 1, FileFacts("other.toml", "toml")]


def test_notebook_is_searched_as_its_joined_source(tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": ["import os\n", f'key = "{KEY}"'], "outputs": [{"text": [KEY]}], "metadata": {}, "execution_count": 1}]
    data = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()
    found = read(tmp_path, {"play.ipynb": data})
    assert [secret.span.line for secret in found["play.ipynb"].secrets] == [2]


def test_binary_file_is_left_alone(tmp_path: Path) -> None:
    assert read(tmp_path, {"model.bin": b"\0\1\2" + KEY.encode()}) == {}


def test_list_of_known_findings_is_kept_as_text(tmp_path: Path) -> None:
    found = read(tmp_path, {".gitleaksignore": b"abc:docs/guide.md:generic-api-key:3\n"})
    assert found[".gitleaksignore"].text is not None


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    lines = data.count(b"\n") + 1
    assert all(1 <= secret.span.line <= secret.span.end_line <= lines for secret in scan(data + KEY.encode(), SECRETS))
