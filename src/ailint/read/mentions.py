"""Words that a file of code mentions anywhere, in its texts and comments too: what need not be looked for elsewhere."""

from __future__ import annotations

import re

DISTANCE = re.compile(rb"<(?:->|=>|#>|\+>)")
VECTOR, OPERATOR, SECURITY, DROP = "vec", "<->", "security", "drop"
VECTOR_WORDS = frozenset({VECTOR, OPERATOR, SECURITY})
SUPPRESSION = "ailint:"
PURPOSE = "query:"  # a text that tells an embedding model what it stands for
PREFIXED = re.compile(rb"""["'`](?:query|passage): ?(?=["'`{%])""")


def mentioned(source: bytes) -> set[str]:
    """The words that a file mentions: `vec` for all types of vectors and their indexes, `<->` for all operators between them, `ailint:`, `query:`."""
    lower = source.lower()
    found = {word for word in (VECTOR, SECURITY, DROP, SUPPRESSION) if word.encode() in lower}
    if b"query:" in source and PREFIXED.search(source):
        found.add(PURPOSE)
    return found | {OPERATOR} if DISTANCE.search(lower) else found
