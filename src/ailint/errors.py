"""What stops a run with exit code 2, said in words for the person who ran it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class UserError(Exception):
    """Base of what a user can mend: usage, configuration, packs."""


class ConfigError(UserError):
    """A setting that cannot be used."""


class PackError(UserError):
    """A rule pack that cannot be used."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, or None if none is."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1)
    return close[0] if close else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of an error message that offers the nearest known word, or nothing."""
    close = nearest(word, known)
    return f"; did you mean `{close}`?" if close else ""
