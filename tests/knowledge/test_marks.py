"""Marks, looked for all at once as one would look for each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ailint.knowledge.marks import any_of

TEXTS = st.text("ab.-_A9\\", max_size=12).map(str.encode)


@given(st.sets(TEXTS.filter(bool), max_size=4), TEXTS)
def test_found_where_one_of_them_is(marks: set[bytes], data: bytes) -> None:
    assert (any_of(marks).search(data) is not None) == any(mark in data for mark in marks)
