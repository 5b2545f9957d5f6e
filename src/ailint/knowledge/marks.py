"""Marks: texts one of which a file must hold to matter, looked for all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(marks: Iterable[bytes]) -> re.Pattern[bytes]:
    """An expression for any of the marks. Those that begin alike stand together, so that most places of a file are passed over by few comparisons."""
    beginnings: dict[bytes, list[bytes]] = {}
    for mark in sorted(marks):
        beginnings.setdefault(mark[:1], []).append(re.escape(mark[1:]))
    alternatives = (b"%b(?:%b)" % (re.escape(first), b"|".join(rest)) for first, rest in beginnings.items())
    return re.compile(b"|".join(alternatives) or rb"(?!)")
