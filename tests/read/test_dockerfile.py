"""Dockerfiles: commands and settings."""

from __future__ import annotations

from ailint.facts import Command, Setting, Span
from ailint.read.dockerfile import read_dockerfile

TEXT = b"""# syntax=docker/dockerfile:1
FROM python:3.11 AS base
ENV A=1 B="two words"
ENV C old form
RUN --mount=type=cache,target=/x pip install \\
    # why
    -r requirements.txt && \\
    echo done
RUN <<EOF
make
make eval
EOF
CMD ["streamlit", "run", "app.py"]
USER nobody
"""


def test_commands() -> None:
    assert read_dockerfile("Dockerfile", TEXT).commands == (
        Command("pip install -r requirements.txt && echo done", "docker", "base", Span(5, 0, 8, 13)),
        Command("make", "docker", "base", Span(9, 0, 12, 3)),
        Command("make eval", "docker", "base", Span(9, 0, 12, 3)),
        Command("streamlit run app.py", "docker", "base", Span(13, 0, 13, 34)),
    )


def test_settings() -> None:
    assert read_dockerfile("Dockerfile", TEXT).settings == (
        Setting(("FROM", "0"), "python:3.11 AS base", Span(2, 0, 2, 24), "python:3.11 AS base"),
        Setting(("ENV", "A"), "1", Span(3, 0, 3, 21), "1"),
        Setting(("ENV", "B"), "two words", Span(3, 0, 3, 21), "two words"),
        Setting(("ENV", "C"), "old form", Span(4, 0, 4, 14), "old form"),
        Setting(("USER", "0"), "nobody", Span(14, 0, 14, 11), "nobody"),
    )


def test_it_may_end_in_the_middle() -> None:
    facts = read_dockerfile("Dockerfile", b"RUN a \\")
    assert [command.text for command in facts.commands] == ["a"]
