"""Words by which a file of another language shows that it may hold SQL about vectors."""

from __future__ import annotations

import re

DISTANCE = re.compile(rb"<(?:->|=>|#>|\+>)")
VECTOR, OPERATOR, SECURITY, DROP = "vec", "<->", "security", "drop"
VECTOR_WORDS = frozenset({VECTOR, OPERATOR, SECURITY})


def words_of_sql(source: bytes) -> set[str]:
    """The words that a file holds, whatever for: `vec` for all types of vectors and their indexes, `<->` for all operators between them."""
    lower = source.lower()
    found = {word for word in (VECTOR, SECURITY, DROP) if word.encode() in lower}
    return found | {OPERATOR} if DISTANCE.search(lower) else found
