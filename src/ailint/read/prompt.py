"""Prompt files and documents: their length, and their first page."""

from __future__ import annotations

from ailint.facts import FileFacts, Text
from ailint.read.text import decode

HEAD = 4096


def read_prompt(path: str, data: bytes) -> FileFacts:
    """The text of a file that may be a prompt."""
    text = decode(data)
    return FileFacts(path, "prompt", text=Text(text[:HEAD], len(text)))
