"""Marks: texts one of which a file must hold to matter, looked for all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SELDOM = re.compile(rb"[^a-z]")


def any_of(marks: Iterable[bytes]) -> re.Pattern[bytes]:
    """An expression for any of the marks. Each is looked for by its first character that is no small letter: most of a file is passed over."""
    found: dict[bytes, list[bytes]] = {}
    for mark in sorted(marks):
        seldom = SELDOM.search(mark)
        place = seldom.start() if seldom else 0
        found.setdefault(mark[place : place + 1], []).append(b"%b(?<=%b)" % (re.escape(mark[place + 1 :]), re.escape(mark)))
    alternatives = (b"%b(?:%b)" % (re.escape(character), b"|".join(rest)) for character, rest in found.items())
    return re.compile(b"|".join(alternatives) or rb"(?!)")
