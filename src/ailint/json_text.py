"""JSON for programs, in which a terminal or a CI runner that is shown it finds nothing to obey."""

from __future__ import annotations

import json
import re

import msgspec

from ailint.terminal import COMMAND, HIDDEN

UNUSUAL = re.compile(r"[^\x20-\x7e\n]+")
HASH = r"#\\u0023"  # in a pattern, where a backslash is written twice


def encode(value: object, indent: int = 0) -> str:
    """`value` as JSON; hidden characters, and the second `#` of what a runner would take for a command, are escapes of the same text."""
    text = _encoded(value)
    if indent:
        text = msgspec.json.format(text, indent=indent)
    return COMMAND.sub(HASH, UNUSUAL.sub(_escaped, text))


def _encoded(value: object) -> str:
    """Compact JSON; half a surrogate pair, which no file can hold, becomes `?`."""
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
        return text.encode(errors="replace").decode()


def _escaped(run: re.Match[str]) -> str:
    """A run of characters, the hidden ones of them escaped; outside strings JSON has none of either."""
    from unicodedata import category

    if run[0].isprintable():
        return run[0]
    return "".join(json.dumps(character)[1:-1] if category(character) in HIDDEN else character for character in run[0])
