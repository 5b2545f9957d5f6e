"""Prompt files: length and first page."""

from __future__ import annotations

from ailint.facts import FileFacts, Text
from ailint.read.prompt import read_prompt


def test_read_prompt() -> None:
    text = "é" * 5000
    assert read_prompt("prompts/a.md", text.encode()) == FileFacts("prompts/a.md", "prompt", text=Text("é" * 4096, 5000))
