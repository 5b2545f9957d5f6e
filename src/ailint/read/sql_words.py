"""Words by which a file of another language shows that it may hold SQL."""

from __future__ import annotations

VECTOR_WORDS = frozenset({"vector", "halfvec", "sparsevec", "hnsw", "ivfflat", "diskann", "<->", "<=>", "<#>", "<+>", "security"})
DROP = "drop"
SPOKEN = {word: word.encode() for word in (*VECTOR_WORDS, DROP)}


def words_of_sql(source: bytes) -> set[str]:
    """The words of SQL about vectors that a file holds, whatever for."""
    lower = source.lower()
    return {word for word, mark in SPOKEN.items() if mark in lower}
