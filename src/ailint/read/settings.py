"""Settings files: YAML, TOML, JSON and environment files as keys and values with their places."""

from __future__ import annotations

import datetime as dt
import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import tomli

from ailint.facts import FileFacts, Setting
from ailint.read.json_tree import JsonError, json_settings
from ailint.read.table import list_table
from ailint.read.text import Lines, decode, failed
from ailint.read.yaml_tree import Leaf, Scalar, Sequence, YamlError, documents, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Span
    from ailint.read.yaml_tree import Node

PLACEHOLDER = re.compile(r"\{\{|\{%")
ASSIGNMENT = re.compile(r"^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(.*)$")
QUOTED = re.compile(r"""(["'])((?:\\.|(?!\1).)*)\1""")
HEADER = re.compile(r"^[ \t]*\[\[?([^\]]+)\]\]?[ \t]*(?:#.*)?$")
KEY = re.compile(r"""^[ \t]*((?:[\w-]+|"[^"]*"|'[^']*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"]*"|'[^']*'))*)[ \t]*=[ \t]*""")
KEY_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
TOKEN = re.compile(r"""#|"(?:\\.|[^"\\])*"|'[^']*'|[\[\]{},]|[^\s\[\]{},#"']+|["']""")
OPENING = frozenset("[{")
CLOSING = frozenset("]}")
LONG_TEXTS = ('"""', "'''")
MOST_LEAVES = 20_000
TOO_MANY = f"more than {MOST_LEAVES:,} values"


def read_yaml(path: str, data: bytes) -> FileFacts:
    """The leaves of all documents of a YAML file. A template that makes YAML is none, and no mistake."""
    lines = Lines(decode(data))
    try:
        nodes = documents(lines)
        settings = yaml_settings(leaves(nodes))
        return FileFacts(path, "yaml", settings=settings, documents=beginnings(nodes) if len(nodes) > 1 else ())
    except YamlError as error:
        if PLACEHOLDER.search(lines.text):
            return FileFacts(path, "yaml")
        return failed(path, "yaml", error.line, error.code, f"cannot be read as YAML: {error}")


def read_toml(path: str, data: bytes) -> FileFacts:
    """The leaves of a TOML file."""
    try:
        lines = Lines(decode(data))
        return FileFacts(path, "toml", settings=tuple(toml_settings(lines, toml_table(lines))))
    except tomli.TOMLDecodeError as error:
        return failed(path, "toml", error.lineno, "parse-error", f"cannot be read as TOML: {error.msg}")
    except (RecursionError, OverflowError) as error:
        return failed(path, "toml", 0, "too-deep", f"cannot be read as TOML: {error}")


def read_json(path: str, data: bytes) -> FileFacts:
    """The leaves of a JSON file; of a list of objects, which is a data set, its head."""
    lines = Lines(decode(data))
    try:
        settings = json_settings(lines)
        return FileFacts(path, "json", settings=settings, table=None if settings else list_table(lines))
    except JsonError as error:
        line = lines.span(error.offset, error.offset).line
        return failed(path, "json", line, error.code, f"cannot be read as JSON: {error}")


def read_env(path: str, data: bytes) -> FileFacts:
    """The variables of an environment file."""
    return FileFacts(path, "env", settings=tuple(variables(Lines(decode(data)))))


def yaml_settings(found: Iterable[Leaf]) -> tuple[Setting, ...]:
    """Leaves as settings, with the text as written beside what YAML makes of it; a document that is empty, or one plain value, sets nothing."""
    return tuple(_setting(leaf) for leaf in found if leaf.key)


def beginnings(nodes: Iterable[Node]) -> tuple[int, ...]:
    """Where the leaves of each document but the first begin among all."""
    counts = [sum(1 for _ in leaves([node])) for node in nodes]
    return tuple(accumulate(counts[:-1]))


def _setting(leaf: Leaf) -> Setting:
    node = leaf.node
    if isinstance(node, Scalar):
        return Setting(leaf.key, node.value, node.span, f"{node.tag} {node.text}" if node.tag else node.text)
    return Setting(leaf.key, None, node.span, "[]" if isinstance(node, Sequence) else "{}")


def variables(lines: Lines, prefix: tuple[str, ...] = ()) -> Iterator[Setting]:
    """`NAME=value` lines of an environment file or shell script."""
    for number, line in enumerate(lines.all, 1):
        if found := ASSIGNMENT.match(line):
            start = found.start(2)
            quoted = QUOTED.match(found[2])
            text = quoted[2] if quoted else re.split(r"(?:^|\s)#", found[2], maxsplit=1)[0].rstrip()
            width = quoted.end() if quoted else len(text)
            yield Setting((*prefix, found[1]), text, lines.marked(number, start, number, start + width), text)


def toml_table(lines: Lines) -> dict[str, Any]:
    """A TOML file as tomli gives it."""
    return tomli.loads(lines.text.removeprefix("\ufeff").replace("\r\n", "\n"))


def toml_settings(lines: Lines, table: dict[str, Any]) -> Iterator[Setting]:
    """The leaves of a table, each at the line whose key leads to it."""
    places = toml_places(lines)
    for count, (key, value) in enumerate(_table_leaves(table, ())):
        if count == MOST_LEAVES:
            return
        span = _nearest(places, key) or lines.whole(1)
        yield Setting(key, value, span, str(value).lower() if isinstance(value, bool) else str(value))


def toml_places(lines: Lines) -> dict[tuple[str, ...], Span]:
    """Path of a key, of an entry of its list, or of a table → where its value, the entry, or its header is written."""
    places: dict[tuple[str, ...], Span] = {}
    table: tuple[str, ...] = ()
    lists: dict[tuple[str, ...], int] = {}
    until = 0
    for number, line in enumerate(lines.all, 1):
        if number <= until:
            continue
        if found := HEADER.match(line):
            name = _parts(found[1])
            if line.lstrip().startswith("[["):
                lists[name] = lists.get(name, -1) + 1
            table = _counted(name, lists)
            places.setdefault(table, lines.whole(number))
        elif found := KEY.match(line):
            value, key = lines.marked(number, found.end(), number, len(line.rstrip())), (*table, *_parts(found[1]))
            places.setdefault(key, value)
            if line[found.end() : found.end() + 1] == "[":
                entries, until = _entries(lines, number, found.end())
                places.update(((*key, str(index)), span) for index, span in enumerate(entries))
    return places


def _entries(lines: Lines, number: int, column: int) -> tuple[list[Span], int]:
    """Where the entries of a list stand that begins there, and its last line; nothing where texts of several lines are among them."""
    found: list[Span] = []
    depth, start, end = 0, None, (number, column)
    for row in range(number, len(lines.all) + 1):
        line = lines.all[row - 1]
        if any(mark in line for mark in LONG_TEXTS):
            return [], number
        for token in TOKEN.finditer(line, column if row == number else 0):
            text = token[0]
            if text[0] == "#":
                break
            closing = text in CLOSING and depth == 1
            if start is not None and (closing or (text == "," and depth == 1)):
                found.append(lines.marked(*start, *end))
                start = None
            elif start is None and depth and not closing and text != ",":
                start = row, token.start()
            depth += (text in OPENING) - (text in CLOSING)
            end = row, token.end()
            if not depth:
                return found, row
    return [], number


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in KEY_PART.findall(text))


def _counted(name: tuple[str, ...], lists: dict[tuple[str, ...], int]) -> tuple[str, ...]:
    """The path of a header with the places of the tables in lists on its way."""
    path: list[str] = []
    for index, part in enumerate(name, 1):
        path.append(part)
        if name[:index] in lists:
            path.append(str(lists[name[:index]]))
    return tuple(path)


def _nearest(places: dict[tuple[str, ...], Span], key: tuple[str, ...]) -> Span | None:
    return next((places[key[:cut]] for cut in range(len(key), 0, -1) if key[:cut] in places), None)


def _table_leaves(value: Any, key: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str | int | float | bool | None]]:  # noqa: ANN401 -- what TOML holds
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _table_leaves(inner, (*key, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _table_leaves(inner, (*key, str(place)))
    else:
        yield key, str(value) if isinstance(value, dt.date | dt.time) else value
