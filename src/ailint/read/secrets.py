"""Keys and tokens in the text of any file, by their form; what they are is kept, never their value."""

from __future__ import annotations

from posixpath import basename
from typing import TYPE_CHECKING

import msgspec

from ailint.facts import FileFacts, Secret, Span, Text
from ailint.file_formats import OTHER, ROOMY
from ailint.knowledge.secrets import Form, Secrets, dense, load_secrets, masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.discover import Contents, SourceFile

LARGEST = 1 << 20
AROUND = 300
HEAD = 4096
BINARY = 1024


def with_secrets(facts: Iterable[FileFacts], files: Iterable[SourceFile], contents: Contents) -> tuple[FileFacts, ...]:
    """The facts, and the keys of every text file beside them: one record more for a file that holds one and is not read otherwise."""
    secrets = load_secrets()
    known = {found.path: found for found in facts}
    for file in files:
        data = _text(file, contents)
        if file.format == "notebook":
            data = _joined(data) if secrets.may_be_in(data) else b""
        found = tuple(scan(data, secrets))
        if found:
            known[file.path] = msgspec.structs.replace(known.get(file.path, FileFacts(file.path, file.format)), secrets=found)
        elif file.format == OTHER and basename(file.path) in secrets.table.files.baselines:
            known[file.path] = FileFacts(file.path, file.format, text=Text(data[:HEAD].decode(errors="replace"), len(data)))
    return tuple(known[path] for path in sorted(known))


def _text(file: SourceFile, contents: Contents) -> bytes:
    """The bytes of a file; empty for what is no text, or is too large to be anybody's."""
    if file.size > (LARGEST * ROOMY if file.format == "notebook" else LARGEST):
        return b""
    try:
        data = contents.last(file.path)
    except OSError:
        return b""
    return b"" if b"\0" in data[:BINARY] else data


def _joined(data: bytes) -> bytes:
    """A notebook's source, as its facts count lines."""
    from ailint.read.notebook import source

    return source(data).encode(errors="replace")


def scan(data: bytes, secrets: Secrets) -> Iterator[Secret]:
    """Every key in a text."""
    for form, start, end in keys_in(data, secrets):
        yield Secret(form.name, masked(data[start:end].decode(errors="replace")), _span(data, start, end))


def keys_in(data: bytes, secrets: Secrets) -> Iterator[tuple[Form, int, int]]:
    """Every key in a text: its form, where it begins and ends."""
    taken: set[int] = set()
    for form, regex in secrets.forms_in(data):
        for match in regex.finditer(data):
            value = match[0].decode(errors="replace")
            around = data[max(0, match.start() - AROUND) : match.end() + AROUND].decode(errors="replace")
            if match.start() not in taken and dense(value, form) and not secrets.is_placeholder(value) and not secrets.is_public(value, around):
                taken.add(match.start())
                yield form, match.start(), match.end()


def _span(data: bytes, start: int, end: int) -> Span:
    line, column = _place(data, start)
    end_line, end_column = _place(data, end)
    return Span(line, column, end_line, end_column)


def _place(data: bytes, offset: int) -> tuple[int, int]:
    return data.count(b"\n", 0, offset) + 1, offset - (data.rfind(b"\n", 0, offset) + 1)
