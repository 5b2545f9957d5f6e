"""Path patterns of pipelines: `*` stays inside a folder, `**` does not; a folder stands for what is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARTS = re.compile(r"\*\*/?|\*|\?|[^*?]+")


def selects(patterns: Iterable[str], path: str) -> bool:
    """Whether a list of patterns takes a path in; the last one that matches decides, and `!` takes out again."""
    taken = False
    for pattern in patterns:
        if matches(pattern.removeprefix("!"), path):
            taken = not pattern.startswith("!")
    return taken


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern stands for a path, or for a folder that it is in."""
    plain = pattern.removeprefix("./").strip("/")
    ends = {0}
    for part in PARTS.findall(plain):
        ends = {after for end in ends for after in steps(part, path, end)}
    return len(path) in ends or (bool(plain) and any(path[end : end + 1] == "/" for end in ends))


def steps(part: str, path: str, start: int) -> Iterator[int]:
    """Where in a path a part of a pattern may end."""
    if part.startswith("**"):
        yield from (end for end in range(start, len(path) + 1) if part == "**" or end == start or path[end - 1] == "/")
    elif part == "*":
        folder = path.find("/", start)
        yield from range(start, (len(path) if folder < 0 else folder) + 1)
    elif part == "?":
        yield from (start, *((start + 1,) if start < len(path) else ()))
    elif path.startswith(part, start):
        yield start + len(part)
