"""Ignore files: git's patterns, asked about one name after another while a tree is walked."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

if TYPE_CHECKING:
    from collections.abc import Iterable

PLAIN_NAME = re.compile(r"[^*?\[\\/]+")
PLAIN_ENDING = re.compile(r"\*([^*?\[\\/]+)")
GROUP_NAME = re.compile(r"\(\?P<\w+>")
MOST_STARS = 3  # in a segment, or `**` in a pattern: with more, a long name can keep the matcher busy for hours


class Ignores:
    """The patterns of one ignore file. Most names match none of them, which a look at name and ending tells at once."""

    def __init__(self, lines: Iterable[str]) -> None:
        with warnings.catch_warnings():  # `re` remarks on odd ranges in a pattern, which are the pattern's business
            warnings.simplefilter("ignore", FutureWarning)
            self._read(lines)

    def _read(self, lines: Iterable[str]) -> None:
        self._spec = GitIgnoreSpec.from_lines(line for line in lines if is_pattern(line))
        names, endings, others = set(), set(), []
        for pattern in self._spec.patterns:
            if pattern.include is None or pattern.regex is None:
                continue
            text = str(pattern.pattern).rstrip().removeprefix("!").removesuffix("/")
            if PLAIN_NAME.fullmatch(text):
                names.add(text)
            elif ending := PLAIN_ENDING.fullmatch(text):
                endings.add(ending[1])
            else:
                others.append(GROUP_NAME.sub("(?:", pattern.regex.pattern))
        self._names = frozenset(names)
        self._endings = tuple(endings)
        self._others = re.compile("|".join(others)) if others else None

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """Whether a path below the file's folder is left out, None where no pattern speaks of it."""
        asked = f"{path}/" if folder else path
        return self._spec.check_file(asked).include if self._may_match(asked, path.rpartition("/")[2]) else None

    def _may_match(self, asked: str, name: str) -> bool:
        return name in self._names or name.endswith(self._endings) or (self._others is not None and self._others.search(asked) is not None)


def is_pattern(line: str) -> bool:
    """Whether a line is a pattern that git would take and that cannot keep the matcher busy."""
    if line.count("**") > MOST_STARS or any(segment.count("*") > MOST_STARS for segment in line.split("/")):
        return False
    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
