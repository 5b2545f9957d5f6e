"""Shell text as command lines, and what a command line invokes."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Command, FileFacts
from ailint.read.settings import variables
from ailint.read.text import Lines, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEREDOC = re.compile(r"<<[-~]?\s*([\"']?)([A-Za-z_]\w*)\1")
COMMENT = re.compile(r"\s*(?:#|$)")
WORD = re.compile(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|\$\([^()]*\)|[^\s"'\\;&|()])+|&&|\|\||[;&|()]|["'\\]""")
OPERATORS = frozenset({"&&", "||", ";", "&", "|", "(", ")"})
KEYWORDS = frozenset(
    {"if", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "time", "exec", "command", "nohup", "sudo", "env", "fi", "done"}
)
SETTING = re.compile(r"[A-Za-z_]\w*=.*", re.DOTALL)
LAUNCHERS = {
    ("poetry", "run"), ("uv", "run"), ("pdm", "run"), ("pipenv", "run"), ("hatch", "run"), ("rye", "run"), ("conda", "run"), ("mamba", "run"),
    ("pixi", "run"), ("pnpm", "exec"), ("pnpm", "dlx"), ("yarn", "exec"), ("yarn", "dlx"), ("npm", "exec"), ("bundle", "exec"), ("coverage", "run"),
    ("npx",), ("bunx",), ("uvx",), ("pipx", "run"), ("xvfb-run",), ("dotenv", "run"), ("op", "run"), ("doppler", "run"), ("infisical", "run"),
}  # fmt: skip
WITH_VALUE = frozenset(
    {"-n", "--name", "-p", "--package", "--with", "--extra", "--group", "--python", "--env-file", "--directory", "--project", "--only-group"}
)
VERSION = re.compile(r"(?<=.)@[^@/]*$")
PYTHON = re.compile(r"(?:.*/)?python[\d.]*")
LONGEST = 20_000
MOST_COMMANDS = 20_000


class Line(NamedTuple):
    """A command line: its text with continuations joined, and its first and last line, counted from 0."""

    text: str
    first: int
    last: int


def command_lines(lines: Iterable[str]) -> Iterator[Line]:
    """The command lines of a script; comments, blank lines and the bodies of here-documents are left out."""
    parts: list[str] = []
    first = 0
    until = ""
    for number, line in enumerate(lines):
        if until:
            until = "" if line.strip() == until else until
            continue
        if not parts:
            first = number
            if COMMENT.match(line) and not line.rstrip().endswith("\\"):
                continue
        if line.rstrip().endswith("\\"):
            parts.append(line.rstrip()[:-1].strip())
            continue
        parts.append(line.strip())
        if text := " ".join(part for part in parts if part and not part.startswith("#")):
            yield Line(text, first, number)
        found = HEREDOC.search(line)
        until = found[2] if found else ""
        parts = []
    if text := " ".join(part for part in parts if part):
        yield Line(text, first, first + len(parts) - 1)


def invocations(text: str) -> Iterator[tuple[str, ...]]:
    """The programs that a command line runs, each with its arguments.

    Launchers (`poetry run`, `npx`, `python -m`), variables set for the command and shell keywords are taken off:
    `CI=1 uv run python -m pytest evals && echo done` gives `pytest evals` and `echo done`.
    """
    words: list[str] = []
    for word in [*WORD.findall(text[:LONGEST]), ";"]:
        if word not in OPERATORS:
            words.append(_bare(word))
        elif words:
            if program := _program(words):
                yield from _inner(program)
            words = []


def _inner(program: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A shell that is handed its command line stands for what that line runs."""
    match program:
        case ("bash" | "sh" | "zsh", option, text) if option.startswith("-") and option.endswith("c") and len(text) < LONGEST:
            yield from invocations(text)
        case _:
            yield program


def _bare(word: str) -> str:
    return word[1:-1] if len(word) > 1 and word[0] == word[-1] and word[0] in "\"'" else word


def _program(words: list[str]) -> tuple[str, ...]:
    start = 0
    while start < len(words):
        if words[start] in KEYWORDS or SETTING.fullmatch(words[start]):
            start += 1
        elif length := _launcher(words[start : start + 2]):
            start = _past_options(words, start + length)
            words[start : start + 1] = [VERSION.sub("", word) for word in words[start : start + 1]]
        elif PYTHON.fullmatch(words[start]) and words[start + 1 : start + 2] == ["-m"]:
            start += 2
        else:
            break
    return tuple(words[start:])


def _launcher(words: list[str]) -> int:
    """How many words at the front only launch what follows."""
    return next((size for size in (2, 1) if tuple(words[:size]) in LAUNCHERS), 0)


def _past_options(words: list[str], start: int) -> int:
    """Where a launcher's own options end."""
    while start < len(words) and words[start].startswith("-"):
        start += 2 if words[start] in WITH_VALUE else 1
    return start


def read_shell(path: str, data: bytes) -> FileFacts:
    """The command lines of a shell script, and the variables it sets."""
    lines = Lines(decode(data))
    target = path.rpartition("/")[2]
    found = islice(command_lines(lines.all), MOST_COMMANDS)
    commands = tuple(Command(line.text, "script", target, lines.joined(line.first + 1, line.last + 1)) for line in found)
    return FileFacts(path, "shell", settings=tuple(variables(lines)), commands=commands)
