"""Words that code mentions anywhere: what a text is marked as for an embedding model."""

from __future__ import annotations

import pytest

from ailint.read.mentions import PURPOSE, mentioned


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("f'query: {text}'", True),
        ('"passage: " + text', False),
        ('prefix = "query:"', True),
        ('"query: %s" % text', True),
        ('{"query": text}', False),
        ("# the query: text", False),
        ('"Query: {text}"', False),
    ],
)
def test_prefix_of_a_query(source: str, *, marked: bool) -> None:
    assert (PURPOSE in mentioned(source.encode())) == marked
