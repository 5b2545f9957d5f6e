"""Dockerfiles: what they run, and what they set."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Command, FileFacts, Setting
from ailint.read.text import Lines, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Span

HEREDOC = re.compile(r"<<-?\s*([\"']?)([A-Za-z_]\w*)\1")
PAIR = re.compile(r"""(?<![\w.-])([A-Za-z_][\w.-]*)=("(?:\\.|[^"\\])*"|'[^']*'|(?:\\.|[^\s\\])*)""")
FLAGS = re.compile(r"(?:--[\w-]+(?:=\S*)?\s+)*")
RUNS = frozenset({"RUN", "CMD", "ENTRYPOINT"})
SETS = frozenset({"ENV", "ARG"})
NOTED = frozenset({"FROM", "USER", "EXPOSE", "HEALTHCHECK", "WORKDIR"})


class Instruction(NamedTuple):
    """One instruction with its continuations joined; `body` is its here-document."""

    word: str
    text: str
    body: tuple[str, ...]
    span: Span


def read_dockerfile(path: str, data: bytes) -> FileFacts:
    """Commands of the image, its variables, base images and the like as settings."""
    settings: list[Setting] = []
    commands: list[Command] = []
    noted: Counter[str] = Counter()
    stage = ""
    for instruction in _instructions(Lines(decode(data))):
        if instruction.word == "FROM":
            stage = _stage(instruction.text)
        if instruction.word in RUNS:
            commands.extend(_commands(instruction, stage))
        elif instruction.word in SETS:
            settings.extend(_variables(instruction))
        elif instruction.word in NOTED:
            settings.append(Setting((instruction.word, str(noted[instruction.word])), instruction.text, instruction.span, instruction.text))
            noted[instruction.word] += 1
    return FileFacts(path, "dockerfile", settings=tuple(settings), commands=tuple(commands))


def _instructions(lines: Lines) -> Iterator[Instruction]:
    parts: list[str] = []
    body: list[str] = []
    first, until = 0, ""
    for number, line in enumerate(lines.all, 1):
        text = line.strip()
        if until:
            if text != until:
                body.append(line)
                continue
            until = ""
        elif not text or text.startswith("#"):
            continue
        else:
            first = first or number
            parts.append(text.removesuffix("\\").strip())
            if text.endswith("\\"):
                continue
            if (found := HEREDOC.search(text)) and parts[0][:4].upper() == "RUN ":
                until = found[2]
                continue
        yield _instruction(parts, body, lines.joined(first, number))
        parts, body, first = [], [], 0
    if parts:
        yield _instruction(parts, body, lines.joined(first, len(lines.all)))


def _instruction(parts: list[str], body: list[str], span: Span) -> Instruction:
    word, _, text = " ".join(parts).partition(" ")
    return Instruction(word.upper(), text.strip(), tuple(body), span)


def _commands(instruction: Instruction, stage: str) -> Iterator[Command]:
    text = FLAGS.sub("", instruction.text, count=1)
    lines = [line.strip() for line in instruction.body] if instruction.body else [_exec_form(text)]
    yield from (Command(line, "docker", stage or instruction.word, instruction.span) for line in lines if line)


def _exec_form(text: str) -> str:
    """`["a", "b"]` as the words it stands for."""
    if not text.startswith("["):
        return text
    try:
        words = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return " ".join(str(word) for word in words) if isinstance(words, list) else text


def _stage(text: str) -> str:
    words = text.split()
    return words[-1] if len(words) > 2 and words[-2].upper() == "AS" else ""  # noqa: PLR2004 -- image AS name


def _variables(instruction: Instruction) -> Iterator[Setting]:
    """`NAME=value …`, or the old form `NAME value`."""
    pairs = PAIR.findall(instruction.text)
    if not pairs:
        name, _, value = instruction.text.partition(" ")
        pairs = [(name, value.strip())]
    for name, value in pairs:
        bare = value[1:-1] if value[:1] in {'"', "'"} else value
        yield Setting((instruction.word, name), bare, instruction.span, bare)
