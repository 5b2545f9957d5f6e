"""Every reader on any text: facts or a diagnostic, never a crash, and every span inside the file."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from ailint.facts import FileFacts, Span
from ailint.file_formats import READ
from ailint.read.files import read_data
from ailint.read.text import LINE_END, NotTextError, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

PATHS = {
    "python": ("app.py",),
    "notebook": ("a.ipynb",),
    "yaml": ("a.yml",),
    "json": ("a.json",),
    "toml": ("a.toml",),
    "env": (".env",),
    "workflow": (".github/workflows/ci.yml", ".gitlab-ci.yml", "Jenkinsfile"),
    "dockerfile": ("Dockerfile",),
    "make": ("Makefile", "justfile", "tox.ini", "Procfile", "Taskfile.yml", "mise.toml"),
    "requirements": (
        "requirements.txt",
        "pyproject.toml",
        "setup.cfg",
        "setup.py",
        "package.json",
        "uv.lock",
        "environment.yml",
        "yarn.lock",
        "pnpm-lock.yaml",
    ),
    "prompt": ("a.prompt", "prompts/a.j2"),
    "shell": ("a.sh",),
    "terraform": ("main.tf",),
    "bicep": ("main.bicep",),
    "sql": ("a.sql",),
    "prisma": ("schema.prisma",),
    "drizzle": ("schema.ts",),
    "table": ("evals/a.jsonl", "evals/a.csv"),
}
CASES = [(name, path) for name, paths in PATHS.items() for path in paths]
PIECES = {
    "braces": "resource module param \"a\" 'b' = : { } [ ] ( ) , 1 -2 true null for if in jsonencode( dynamic content ${ } <<E\n E\n // # é \\ '''",
    "drizzle": "const a = pgTable ( 't' , { v : vector ( ` { dimensions : 3 } ) .using( t.v .op( .orderBy( cosineDistance( sql`1 - ( ${ // /* */ é",
    "sql": "create table index on t ( ) , ; vector(3) using hnsw order by <=> <-> 1 - $$ $1 :: limit select from where a = 'x' \" /* -- é drop add",
    "yaml": "a: - [ ] { } , & * << ! | > on: jobs: steps: run: uses: --- ' \" # é 3.10",
    "templates": '{ } {{ }} {% %} {a} {{b}} {%for x in y%} --- model: a\n---\n é " : [ ] , 1 {"a":"b"}',
    "commands": "a: \t x = y \\ && | ; <<E E $(A) ${B} {{c}} [t] name version [[package]] node_modules/ \" ' é @1.2 == >= -r # RUN FROM ENV cmd",
}


def pieces(words: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*words.split(" "), " ", "\n", "\n  ", "\r\n"]), max_size=40).map("".join)


TEXTS = st.one_of(st.text(max_size=60), *(pieces(words) for words in PIECES.values()))


def read(name: str, path: str, data: bytes) -> FileFacts:
    try:
        return read_data(path, name, data)
    except NotTextError:
        return FileFacts(path, name)


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from spans(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def is_inside(span: Span, lines: list[str]) -> bool:
    """Whether a span lies in the text; the line after the last is its end."""
    if not (1 <= span.line <= span.end_line <= len(lines) + 1) or (span.line, span.column) > (span.end_line, span.end_column):
        return False
    ends = [len(line.encode(errors="replace")) for line in [*lines, ""]]
    return 0 <= span.column <= ends[span.line - 1] and 0 <= span.end_column <= ends[span.end_line - 1]


def test_every_format_is_among_them() -> None:
    assert set(PATHS) == READ


@pytest.mark.parametrize(("name", "path"), CASES)
@given(text=TEXTS)
@settings(max_examples=30, deadline=None)
def test_spans_lie_inside(name: str, path: str, text: str) -> None:
    data = text.encode(errors="replace")
    facts = read(name, path, data)
    lines = LINE_END.split(decode(data)) if b"\0" not in data else []
    found = [] if name in {"python", "notebook"} else list(spans(facts))  # notebooks have lines of their own
    assert [span for span in found if not is_inside(span, lines)] == []


@pytest.mark.parametrize(("name", "path"), CASES)
@given(data=st.binary(max_size=200))
@settings(max_examples=10, deadline=None)
def test_bytes_of_any_kind(name: str, path: str, data: bytes) -> None:
    assert read(name, path, data).path == path


HOSTILE = {
    "open brackets": b"a = " + b"[" * 30_000,
    "brackets": b"a = " + b"[" * 20_000 + b"]" * 20_000,
    "open texts": b'a = "' * 20_000,
    "open insertions": b'a = "${' * 20_000,
    "open here-documents": b"a = <<E\n" * 20_000,
    "blocks within blocks": b"a {\n" * 20_000,
    "orders": b"vector select a order by " * 10_000,
    "distances": b"order by a <=> " * 20_000,
    "columns": b"create table x (v vector(3)" + b", a int" * 20_000,
    "open bodies": b"vector $a$" * 20_000,
    "comments that open": b"/*" * 100_000,
    "tables": b"a = Table('t', { v: vector({ dimensions: 3" * 4_000,
    "distances in TypeScript": b"s = sql`1 - (${cosineDistance(t.v," * 5_000,
    "open comments": b"vector /* " * 20_000,
    "open templates": b"{{ a | {% for x in {" * 20_000,
    "fields": b'{"a": ' * 20_000,
    "dashes": b"---\n" * 20_000,
    "quotes": b"\"'" * 30_000,
    "long lines": b"a" * 300_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(("name", "path"), [case for case in CASES if case[0] not in {"python", "notebook"} and case[1] != "setup.py"])
def test_made_to_kill_the_reader(name: str, path: str, data: bytes) -> None:
    started = process_time()
    assert read(name, path, data).path == path
    assert process_time() - started < 3
