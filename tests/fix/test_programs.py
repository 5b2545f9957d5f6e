"""Generated Python: wherever a finding stands, its ignore counts, and nothing but comments is new."""

from __future__ import annotations

import ast
import io
import tokenize
from codecs import BOM_UTF8

from hypothesis import given, settings
from hypothesis import strategies as st

from ailint.multiline import beginnings, texts
from tests.fix.marked import RULE, ignoring, lines_of, uncovered

SLOW = settings(deadline=None, max_examples=50)

call = st.sampled_from(["MARK()", "MARK", "f(MARK, 1)", "x", "g()", "'MARK'", "[MARK, 2]", "(MARK)", "{'a': MARK}", "not MARK"])
tail = st.sampled_from(["", "", "  # noqa", "  # ailint: ignore[other-rule] -- so", f"  # ailint: ignore[{RULE}]", "  # type: ignore", "   "])


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """An expression, perhaps over several lines."""
    one, other = draw(call), draw(call)
    forms = (
        one,
        f"f({one},{draw(tail)}\n\n      {other},\n  )",
        f"(\n{one}{draw(tail)}\n  # alone\n  + {other}\n)",
        f'"""a\n  MARK # ailint: ignore[{RULE}] -- no\n""" + str({one})',
        f"r'''{one}\n\\\n'''",
        f'f"""\n{{{one}}}\n  MARK {{\nf({other})\n}}"""',
        f"[{one} for y in {other}\n if y]",
        f"{one} and \\\n   {other}",
        f"lambda: ({one},\n  {other})",
        f"f'{{x}}' 'MARK'.join({one})",
    )
    return draw(st.sampled_from(forms))


@st.composite
def blocks(draw: st.DrawFn, depth: int = 1) -> list[str]:
    """Statements as lines; a line may hold line breaks, behind which white space is free."""
    found = []
    for _ in range(draw(st.integers(1, 2))):
        value, end = draw(expressions()), draw(tail)
        inner = [f"    {line}" for line in draw(blocks(depth - 1))] if depth else ["    pass"]
        plain = [f"x = {value}{end}"], [f"x = 1; y = {value}; z = 2{end}"], [f"assert {value}, 'x'{end}"], ["# alone", ""], [f"if {value}: pass{end}"]
        nested = (
            [f"@f{end}", f"@g({value}){end}", f"def h(a={value}):{end}", '    """MARK', "    doc.", '    """', *inner],
            [f"if {value}:{end}", *inner, f"elif {value}:{end}", *inner, f"else:{end}", *inner],
            [f"try:{end}", *inner, f"except MARK:{end}", *inner, f"finally:{end}", *inner],
            [f"match {value}:{end}", f"    case [1, *_] if {value}:{end}", *(f"    {line}" for line in inner)],
            [f"with f({value}) as a, \\", f"   g({value}) as b:{end}", *inner],
            [f"async def h():{end}", f"    await f({value}){end}"],
            [f"class A(f({value})):{end}", *inner],
        )
        found += draw(st.sampled_from(plain + nested))
    return found


@st.composite
def programs(draw: st.DrawFn) -> bytes:
    """A program that Python takes, in some encoding and with some line ends."""
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "latin-1"]))
    head = ["# coding: latin-1"] if encoding == "latin-1" else draw(st.sampled_from([[], ["#!/usr/bin/env python"], ['"""MARK', 'é"""']]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = "\n".join([*head, *draw(blocks())]).replace("\n", end) + draw(st.sampled_from(["", end]))
    return text.encode(encoding)


def significant(data: bytes) -> list[tuple[int, str]]:
    """The tokens of a program without comments and line breaks between them."""
    skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE}
    return [(token.type, token.string) for token in tokenize.tokenize(io.BytesIO(data).readline) if token.type not in skipped]


def is_python(data: bytes) -> bool:
    try:
        ast.parse(data)
    except (SyntaxError, ValueError):
        return False
    return True


@SLOW
@given(program=programs().filter(is_python), width=st.sampled_from([30, 80, 500]))
def test_every_finding_is_ignored(program: bytes, width: int) -> None:
    data, still = ignoring("a.py", program, width=width)
    assert [line for line in still if not between_backslashes(data, line)] == []
    assert significant(data) == significant(program)
    assert ast.dump(ast.parse(data)) == ast.dump(ast.parse(program))


@SLOW
@given(program=programs().filter(is_python))
def test_twice_is_once(program: bytes) -> None:
    once = ignoring("a.py", program).data
    assert ignoring("a.py", once).data == once


@SLOW
@given(program=programs().filter(is_python))
def test_lines_only_come_and_grow(program: bytes) -> None:
    data = ignoring("a.py", program, width=500).data
    new = iter(data.removeprefix(BOM_UTF8).split(b"\n"))
    for old in program.removeprefix(BOM_UTF8).split(b"\n"):
        bare = old.rstrip()
        assert any(line == old or (b"ailint: ignore" in line and grown_from(line, bare)) for line in new)


def grown_from(line: bytes, old: bytes) -> bool:
    """Whether a line is an old one with a comment, or with more in its own comment."""
    return line.startswith(old) or (b"ailint: ignore[" in old and line.startswith(old.partition(b"ailint: ignore[")[0]))


def between_backslashes(data: bytes, line: int) -> bool:
    """Whether a line, or the text that it is in, begins where Python allows no comment above."""
    lines = lines_of("a.py", data)
    first = beginnings(texts("a.py", lines)).get(line, line)
    return first > 1 and lines[first - 2].rstrip().endswith("\\")


def test_marks_are_found_at_all() -> None:
    assert uncovered("a.py", b"MARK\nx\nMARK") == (1, 3)
