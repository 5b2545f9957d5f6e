"""Reading files: each by the reader of its format, many at a time where there are many."""

from __future__ import annotations

import os
from importlib import import_module
from posixpath import basename
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from ailint.discover import Contents
from ailint.facts import FileFacts
from ailint.file_formats import HEADS, OTHER, READ
from ailint.read.prefilter import relevant, speaks_of_vectors
from ailint.read.text import NotTextError, failed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ailint.discover import SourceFile

READERS = {
    "python": ("ailint.read.python", "read_python"),
    "notebook": ("ailint.read.notebook", "read_notebook"),
    "yaml": ("ailint.read.settings", "read_yaml"),
    "toml": ("ailint.read.settings", "read_toml"),
    "json": ("ailint.read.settings", "read_json"),
    "env": ("ailint.read.settings", "read_env"),
    "workflow": ("ailint.read.workflow", "read_workflow"),
    "dockerfile": ("ailint.read.dockerfile", "read_dockerfile"),
    "make": ("ailint.read.scripts", "read_scripts"),
    "requirements": ("ailint.read.requirements", "read_requirements"),
    "prompt": ("ailint.read.prompt", "read_prompt"),
    "shell": ("ailint.read.shell", "read_shell"),
    "terraform": ("ailint.read.terraform", "read_terraform"),
    "bicep": ("ailint.read.bicep", "read_bicep"),
    "sql": ("ailint.read.sql", "read_sql"),
    "prisma": ("ailint.read.prisma", "read_prisma"),
    "drizzle": ("ailint.read.drizzle", "read_drizzle"),
    "table": ("ailint.read.table", "read_table"),
}
INCLUDED = {"requirements": frozenset({OTHER}), "workflow": frozenset({"yaml"})}
TASK_FILES = frozenset({"noxfile.py"})
WORTHWHILE = 4 << 20  # bytes: below, starting processes costs more than it saves
SEVERAL = 4  # processors: with fewer, handing the facts over costs what reading them side by side saves
CHUNK = 256 << 10
DRIZZLE = b"drizzle-orm"
LARGEST_SCHEMA = 256 << 10
NOTHING: Mapping[str, FileFacts] = MappingProxyType({})


def read(  # noqa: PLR0913 -- each has its default
    files: Iterable[SourceFile],
    contents: Contents,
    jobs: int = 1,
    *,
    roots: Iterable[str] | None = None,
    marks: Iterable[str] = (),
    known: Mapping[str, FileFacts] = NOTHING,
) -> tuple[FileFacts, ...]:
    """Facts of the files, in their order. Of Python files those are read that can matter by `relevant`, all if `roots` is None.

    Files whose facts are `known` are not read again.
    """
    readable = [file for file in _with_included(list(files), contents) if file.format in READ]
    python = [file for file in readable if file.format == "python"]
    wanted = {file.path for file in python}
    if roots is not None:
        sources = {file.path: _bytes(file, contents) for file in python}
        wanted = relevant(sources, roots, marks)
        wanted |= {path for path, data in sources.items() if path not in wanted and speaks_of_vectors(data)}
    tasks = [file for file in readable if file.format != "python" or file.path in wanted or basename(file.path) in TASK_FILES]
    unread = [file for file in tasks if file.path not in known or known[file.path].format != file.format]
    workers = min(jobs or _readers(), sum(file.size for file in unread) // WORTHWHILE + 1)
    facts = iter(_in_parallel(unread, contents.root, workers) if workers > 1 else _one_by_one(unread, contents))
    again = {file.path for file in unread}
    return tuple(next(facts) if file.path in again else known[file.path] for file in tasks)


def _with_included(files: list[SourceFile], contents: Contents) -> list[SourceFile]:
    """The files: what a requirements file or a pipeline includes by an unusual name known as what includes it, schemas in TypeScript as such."""
    known = {file.path: file._replace(format="drizzle") if _is_schema(file, contents) else file for file in files}
    pending = [file for file in files if _may_include(file)]
    while pending:
        file = pending.pop()
        for path in _guarded(_includes(file.format), file.path, _bytes(file, contents)):
            found = known.get(path)
            if found is not None and found.format in INCLUDED[file.format]:
                known[path] = found._replace(format=file.format)
                pending.append(known[path])
    return list(known.values())


def _is_schema(file: SourceFile, contents: Contents) -> bool:
    """Whether a file of TypeScript has to do with a database; no other is read yet."""
    return file.format == "typescript" and file.size <= LARGEST_SCHEMA and DRIZZLE in _bytes(file, contents)


def _may_include(file: SourceFile) -> bool:
    if file.format == "requirements":
        return file.path.endswith((".txt", ".in"))
    return file.format == "workflow" and ".github/" not in file.path


def _includes(format_: str) -> Callable[[str, bytes], tuple[str, ...]]:
    from ailint.read import requirements, workflow

    return workflow.includes if format_ == "workflow" else requirements.includes


def _guarded(reader: Callable[[str, bytes], tuple[str, ...]], path: str, data: bytes) -> tuple[str, ...]:
    try:
        return reader(path, data)
    except NotTextError:
        return ()


def _bytes(file: SourceFile, contents: Contents) -> bytes:
    try:
        return contents.of(file.path)
    except OSError:
        return b""


def _head(file: SourceFile, contents: Contents) -> bytes:
    """As much of a file as its reader needs."""
    most = HEADS.get(file.format)
    return contents.of(file.path) if most is None or file.size <= most else contents.first(file.path, most)


def _readers() -> int:
    """The processes that read where nobody says how many: as many as there are processors, one where those are few."""
    affinity = getattr(os, "sched_getaffinity", None)
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    return processors if processors >= SEVERAL else 1


def _one_by_one(tasks: Sequence[SourceFile], contents: Contents) -> Iterator[FileFacts]:
    return (read_file(file, contents) for file in tasks)


def _in_parallel(tasks: Sequence[SourceFile], root: Path, workers: int) -> Iterator[FileFacts]:
    """The same in processes of their own, which hand their facts back encoded."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    decoder = msgspec.msgpack.Decoder(list[FileFacts])
    chunks = list(_chunks(tasks))
    with ProcessPoolExecutor(workers) as pool:
        futures = [pool.submit(_encoded, chunk, root) for chunk in chunks]
        for chunk, future in zip(chunks, futures, strict=True):
            try:
                yield from decoder.decode(future.result())
            except BrokenProcessPool:
                yield from (failed(file.path, file.format, 0, "reader-crashed", "the process that read it died") for file in chunk)


def _chunks(tasks: Sequence[SourceFile]) -> Iterator[list[SourceFile]]:
    chunk: list[SourceFile] = []
    size = 0
    for file in tasks:
        chunk.append(file)
        size += file.size
        if size >= CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _encoded(chunk: list[SourceFile], root: Path) -> bytes:
    contents = Contents(root, room=0)
    facts = [read_file(file, contents) for file in chunk]
    try:
        return msgspec.msgpack.encode(facts)
    except UnicodeEncodeError:
        return msgspec.msgpack.encode([_encodable(found) for found in facts])


def _encodable(facts: FileFacts) -> FileFacts:
    try:
        msgspec.msgpack.encode(facts)
    except UnicodeEncodeError:
        return failed(facts.path, facts.format, 0, "not-text", "a literal that is half a character")
    return facts


def read_file(file: SourceFile, contents: Contents) -> FileFacts:
    """Facts of one file; whatever goes wrong is a diagnostic, and nothing else is lost."""
    try:
        data = _head(file, contents)
    except OSError as error:
        return failed(file.path, file.format, 0, "unreadable", f"cannot be read: {error.strerror or error}")
    try:
        return read_data(file.path, file.format, data)
    except NotTextError:
        return failed(file.path, file.format, 0, "not-text", "binary data under the name of a text file")
    except Exception as error:  # noqa: BLE001 -- whatever a reader raises, the other files are still read
        return failed(file.path, file.format, 0, "reader-crashed", f"the reader failed: {type(error).__name__}: {error}")


def read_data(path: str, format_: str, data: bytes) -> FileFacts:
    """Facts of one file's bytes by the reader of its format."""
    module, name = READERS[format_]
    facts: FileFacts = getattr(import_module(module), name)(path, data)
    if basename(path) in TASK_FILES:
        from ailint.read.scripts import nox

        return msgspec.structs.replace(facts, commands=nox(data))
    return facts
