"""Text: decoding, and spans that lie inside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.facts import Span
from ailint.read.text import LINE_END, Lines, NotTextError, decode


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("é".encode(), "é"),
        (b"\xef\xbb\xbfa", "a"),
        ("a=1".encode("utf-16"), "a=1"),
        (b"caf\xe9", "caf\ufffd"),
    ],
    ids=["utf-8", "byte order mark", "utf-16, as some shells write it", "what is none is replaced"],
)
def test_decode(data: bytes, expected: str) -> None:
    assert decode(data) == expected


def test_binary_is_no_text() -> None:
    with pytest.raises(NotTextError):
        decode(b"\x7fELF\0\0")


def test_span_counts_bytes() -> None:
    lines = Lines("é = 1\r\nü = 'ä' # x")
    assert lines.span(11, 14) == Span(2, 5, 2, 9)


def test_whole_and_joined_leave_out_the_margin() -> None:
    lines = Lines("  a\n\n  b c \n")
    assert (lines.whole(1), lines.whole(2), lines.joined(1, 3)) == (Span(1, 2, 1, 3), Span(2, 0, 2, 0), Span(1, 2, 3, 5))


@given(st.text(st.sampled_from("aé\n\r\t😀"), max_size=30), st.data())
def test_spans_count_the_bytes_of_their_line(text: str, data: st.DataObject) -> None:
    lines = Lines(text)
    for _ in range(4):
        offset = data.draw(st.integers(0, len(text)))
        span = lines.span(offset, offset)
        before = LINE_END.split(text[:offset]) if text[offset - 1 : offset + 1] != "\r\n" else LINE_END.split(text[: offset - 1])
        assert span.line == len(before)
        assert span.column >= len(before[-1].encode())
