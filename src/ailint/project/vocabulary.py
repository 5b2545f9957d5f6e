"""Which files hold a word at all: asked before anything in them is looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet

    from ailint.facts import PythonFacts


class Vocabulary:
    """The words of all files, and the files of each question, worked out once."""

    def __init__(self, files: Mapping[str, PythonFacts]) -> None:
        self.files = files
        self._matching: dict[re.Pattern[str], frozenset[str]] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the project."""
        return frozenset().union(*(facts.words for facts in self.files.values()))

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The words that may be paths: those with a slash."""
        return tuple(word for word in self.words if "/" in word)

    def matching(self, pattern: re.Pattern[str]) -> frozenset[str]:
        """The words in which a pattern is found."""
        if pattern not in self._matching:
            self._matching[pattern] = frozenset(filter(pattern.search, self.words))
        return self._matching[pattern]

    def files_matching(self, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """Paths of the files in which the pattern is found in some word, in order."""
        return self.files_with(self.matching(pattern))

    def files_naming(self, wanted: Callable[[str], bool]) -> tuple[str, ...]:
        """Paths of the files that hold a word of a kind, in order."""
        return self.files_with(set(filter(wanted, self.words)))

    def files_with(self, words: AbstractSet[str]) -> tuple[str, ...]:
        """Paths of the files that hold one of some words, in order."""
        known = self.words & words
        return tuple([path for path, facts in self.files.items() if not facts.words.isdisjoint(known)]) if known else ()
