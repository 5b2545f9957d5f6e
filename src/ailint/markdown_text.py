"""Markdown from text that is not ours: it neither formats, mentions nor links."""

from __future__ import annotations

import re

from ailint.terminal import visible

LONGEST = 400
SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]")
LINKING = re.compile(r"(@|://|\bwww|#)(?=\S)")
CODE = re.compile(r"`([^`]+)`")


def escaped(text: str) -> str:
    """Text on one line that stays text: without markup, and without anybody being mentioned or anything linked."""
    plain = visible(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    return LINKING.sub(r"\1&#8203;", SPECIAL.sub(r"\\\g<0>", plain))


def prose(text: str, longest: int = LONGEST) -> str:
    """Words in which what stands in backticks is code; long ones are cut."""
    line = " ".join(text.split())
    parts = CODE.split(line if len(line) <= longest else f"{line[:longest]}…")
    return "".join(code(part) if odd % 2 else _padded(part) for odd, part in enumerate(parts))


def code(text: str) -> str:
    """A code span, also within a table."""
    shown = visible(" ".join(text.split())).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def obeyed_by_none(line: str) -> str:
    """A line for a block of code; one that a CI runner would obey is set off."""
    return f"· {line}" if line.lstrip().startswith("::") else line


def place(where: str, href: str | None) -> str:
    """A place, linked where it is known where to."""
    return f"[{code(where)}]({href})" if href and href.startswith("https://") else code(where)


def _padded(part: str) -> str:
    """Words between code, with the spaces that they begin and end with."""
    return f"{' ' * part[:1].isspace()}{escaped(part)}{' ' * (part[-1:].isspace() and not part.isspace())}"
