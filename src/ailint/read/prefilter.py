"""Which Python files can matter, told from their bytes: those that name AI, and what is tied to them by imports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.knowledge.marks import any_of
from ailint.read.modules import Modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

IMPORT = re.compile(rb"\n[ \t]*+(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]*|[^#\n]*)|import[ \t]+([\w., \t]+))")
NAMES = re.compile(rb"\w+")
TRYING = re.compile(r"(?:^|[/_-])(?P<what>tests?|evals?|evaluations?)(?:[/_.-]|$)")
VECTOR_SQL = re.compile(
    rb"USING +(?:hnsw|ivfflat|diskann)|(?:vector|halfvec)_(?:l2|ip|cosine|l1)_ops|\b(?:vector|halfvec) ?\(\d{2,5}\)"
    rb"|\bORDER\s+BY\s[^;\n]{0,200}<(?:=>|->|#>|\+>)",
    re.IGNORECASE,
)
VECTOR_MARKS = (b"hnsw", b"HNSW", b"ivfflat", b"vector", b"VECTOR", b"halfvec", b"diskann", b"<=>", b"<->", b"<#>", b"<+>")


def relevant(sources: Mapping[str, bytes], roots: Iterable[str], marks: Iterable[str] = ()) -> set[str]:
    """Paths to read: files that import one of the roots or hold one of the marks, what imports them, and what all those import.

    Where there are some, the tests of all these, and what is named for evaluation, too.
    """
    wanted = frozenset(root.encode() for root in roots)
    modules = Modules(sources)
    imports: dict[str, set[str]] = {}
    seeds: set[str] = set()
    for path, data in sources.items():
        found = list(imported(data))
        if any(is_wanted(module, names, wanted) for level, module, names in found if not level):
            seeds.add(path)
        imports[path] = set(targets(path, found, modules))
    back = reverse(imports)
    using = closure(seeds, back)
    marked = any_of(mark.encode() for mark in marks)
    using |= closure({path for path, data in sources.items() if path not in using and marked.search(data)}, back)
    reached = closure(using, imports)
    places = {path: place["what"] for path in sources if (place := TRYING.search(path))}
    evaluations = {path for path, what in places.items() if using and what.startswith("eval")}
    trying = {target: importers.intersection(places) for target, importers in back.items()}
    return closure(reached | evaluations, trying)


def is_wanted(module: bytes, names: list[bytes], wanted: frozenset[bytes]) -> bool:
    """Whether an import is one of a root or of something below it; `from google import genai` names the root in two parts."""
    parts = module.split(b".")
    heads = (b".".join(parts[: end + 1]) for end in range(len(parts)))
    return any(head in wanted for head in heads) or any(module + b"." + name in wanted for name in names)


def speaks_of_vectors(data: bytes) -> bool:
    """Whether a file holds SQL about vectors: a migration imports no AI library."""
    return any(mark in data for mark in VECTOR_MARKS) and VECTOR_SQL.search(data) is not None


def imported(data: bytes) -> Iterable[tuple[int, bytes, list[bytes]]]:
    """(dots, module, names) of each import statement that begins a line."""
    for dots, module, names, plain in IMPORT.findall(b"\n" + data):
        if plain:
            for part in plain.split(b","):
                words = part.split()
                if words:
                    yield 0, words[0], []
        else:
            yield len(dots), module, NAMES.findall(names)


def targets(path: str, found: list[tuple[int, bytes, list[bytes]]], modules: Modules) -> Iterable[str]:
    """The files that the imports of a file lead to."""
    for level, module, names in found:
        target = modules.find(path, module.decode(errors="replace"), level)
        if target is None:
            continue
        if not target.endswith("/"):
            yield target
        for name in names:
            inner = modules.submodule(target, name.decode(errors="replace"))
            if inner and not inner.endswith("/"):
                yield inner


def reverse(edges: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The edges turned round."""
    back: dict[str, set[str]] = {}
    for source, ends in edges.items():
        for end in ends:
            back.setdefault(end, set()).add(source)
    return back


def closure(seeds: set[str], edges: Mapping[str, set[str]]) -> set[str]:
    """All that can be reached from the seeds, themselves included."""
    reached = set(seeds)
    pending = list(seeds)
    while pending:
        new = edges.get(pending.pop(), set()) - reached
        reached |= new
        pending += new
    return reached
