"""Text that is not ours, for viewers that may take it for Markdown: it links nowhere, mentions nobody and has no tags."""

from __future__ import annotations

import re

from ailint.terminal import visible

CODE = re.compile(r"(`[^`]+`)")
UNSURE = re.compile(r"``|\\`")
LIVE = re.compile(r"(?<=\])(?=\()|(?<=\])(?=\[)|(?<=<)(?=[A-Za-z/!?])|(?<=@)(?=\w)")


def plain(words: str) -> str:
    """Words on one line; what stands in backticks stays as it is, and backticks that do not pair become quotes."""
    line = visible(" ".join(words.split()))
    if UNSURE.search(line) or line.count("`") % 2:
        line = line.replace("`", "'")
    return "".join(part if odd % 2 else LIVE.sub(" ", part) for odd, part in enumerate(CODE.split(line)))
