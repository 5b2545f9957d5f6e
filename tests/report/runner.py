"""What GitHub's runner makes of a step's output, as far as commands go."""

from __future__ import annotations

import re
from typing import NamedTuple

COMMAND = re.compile(r"\s*::(?P<name>[^\s:]+)(?: (?P<properties>.*?))?::(?P<data>.*)")
DATA = (("%0A", "\n"), ("%0D", "\r"), ("%25", "%"))


class Command(NamedTuple):
    """A workflow command, read as the runner reads it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(output: str) -> list[Command]:
    """The commands among the lines of an output; the runner ends lines at CR and LF."""
    return [_command(found) for line in re.split(r"[\r\n]+", output) if (found := COMMAND.match(line))]


def _command(found: re.Match[str]) -> Command:
    pairs = (pair.partition("=") for pair in (found["properties"] or "").split(",") if pair)
    properties = {name.strip(): _unescaped(value, ("%2C", ","), ("%3A", ":")) for name, _, value in pairs}
    return Command(found["name"], properties, _unescaped(found["data"]))


def _unescaped(text: str, *more: tuple[str, str]) -> str:
    for escape, character in (*more, *DATA):
        text = text.replace(escape, character)
    return text
