"""Notebooks as one Python source, cell after cell."""

from __future__ import annotations

import ast
import json
import re
import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ailint.facts import Command, Diagnostic, FileFacts, Span
from ailint.read.outputs import Kept, printed_secrets
from ailint.read.python import python_facts
from ailint.read.requirements import pip_installs
from ailint.read.shell import command_lines
from ailint.read.text import Lines, decode, failed, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = re.compile(r"^([ \t]*+)([%!?].*|(?:pip3?|conda|apt-get|apt|sudo|cd|ls)[ \t].*|.*\?[ \t]*)$")
ASSIGNED = re.compile(r"^([ \t]*+[\w., ]+=[ \t]*)([%!].*)$")
WHOLE_CELL = re.compile(r"^\s*%%(\w+)")
PYTHON_CELLS = frozenset({"time", "timeit", "capture", "prun", "memit", "py", "python", "python3"})
SHELL = re.compile(r"^(?:!|%[ \t]*(?=(?:pip|conda|sh|bash|system|sx)\b)|(?=pip3?[ \t]))[ \t]*")
COMMENTED = re.compile(r"^[ \t]*(?:pass  )?# (?=[%!]|pip3?[ \t])|^# ")


class Cell(NamedTuple):
    """A cell in the joined source: its number from 1, its lines, and why they are no Python."""

    number: int
    lines: tuple[str, ...]
    problem: str = ""


def read_notebook(path: str, data: bytes) -> FileFacts:
    """Facts of the joined source; a cell that is no Python is left out and said."""
    try:
        content = json.loads(decode(data))
        cells = list(_cells(content))
    except ValueError as error:
        return failed(path, "notebook", 0, "parse-error", f"no notebook: {error}")
    except RecursionError:
        return failed(path, "notebook", 0, "too-deep", "nested too deeply to be read")
    facts = _facts(path, cells)
    printed = tuple(printed_secrets(data, content, list(_kept(content, cells))))
    return msgspec.structs.replace(facts, printed=printed) if printed else facts


def _facts(path: str, cells: list[Cell]) -> FileFacts:
    """What the code of the cells says."""
    text = _joined(cells)
    starts = _starts(cells)
    problems = tuple(
        Diagnostic(path, starts[cell.number - 1], "parse-error", f"cell {cell.number}: {cell.problem}") for cell in cells if cell.problem
    )
    try:
        facts = python_facts(text, starts)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return failed(path, "notebook", 0, "parse-error", f"cannot be parsed: {error}")
    commands = tuple(_commands(Lines(text)))
    installs = tuple(found for command in commands for found in pip_installs(command))
    return FileFacts(path, "notebook", python=facts, commands=commands, dependencies=installs, diagnostics=problems)


def source(data: bytes) -> str:
    """The joined source that the facts of a notebook point into; empty where it cannot be read."""
    try:
        return _joined(list(_cells(json.loads(decode(data)))))
    except (ValueError, RecursionError):
        return ""


def _joined(cells: list[Cell]) -> str:
    return "\n".join(line for cell in cells for line in cell.lines)


def _starts(cells: list[Cell]) -> tuple[int, ...]:
    starts, line = [], 1
    for cell in cells:
        starts.append(line)
        line += len(cell.lines)
    return tuple(starts)


def _kept(content: Any, cells: list[Cell]) -> Iterator[Kept]:  # noqa: ANN401 -- what JSON holds
    """What each cell keeps of its runs, placed at its first line that is code, not a comment or the magic of a whole cell."""
    for cell, start, written in zip(cells, _starts(cells), _listed(content), strict=True):
        own = lines_of(_text(written))
        at = next((number for number, line in enumerate(own) if line.strip() and not line.lstrip().startswith(("#", "%%"))), 0)
        at = at if at < len(cell.lines) else 0
        line = cell.lines[at]
        yield Kept(Span(start + at, len(line) - len(line.lstrip()), start + at, len(line.encode())), written)


def _cells(content: Any) -> Iterator[Cell]:  # noqa: ANN401 -- what JSON holds
    """Every cell; what is no code stands as one empty line, so that the cells after it keep their number."""
    cells = _listed(content)
    speaks_python = _language(content) in {"", "python"}
    for number, cell in enumerate(cells, 1):
        text = _text(cell) if speaks_python and cell.get("cell_type") == "code" else ""
        yield _python(number, lines_of(text))


def _listed(content: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- what JSON holds
    """The cells of a notebook of version 4, or of 3 with its worksheets."""
    if not isinstance(content, dict):
        message = "not a table of cells"
        raise ValueError(message)  # noqa: TRY004 -- wrong content, no wrong argument
    sheets = content.get("worksheets")
    holders = [content, *(sheets if isinstance(sheets, list) else [])]
    lists = [holder.get("cells") for holder in holders if isinstance(holder, dict)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells if isinstance(cell, dict)]


def _language(content: dict[str, Any]) -> str:
    """The language of the notebook's kernel, empty where none is named."""
    metadata = content.get("metadata")
    kernel = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    language = kernel.get("language") if isinstance(kernel, dict) else None
    return language.lower() if isinstance(language, str) else ""


def _text(cell: dict[str, Any]) -> str:
    written = cell.get("source", cell.get("input", ""))
    text = "".join(map(str, written)) if isinstance(written, list) else str(written)
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _python(number: int, lines: tuple[str, ...]) -> Cell:
    """A cell as Python with as many lines: magics become comments, a cell that still is no Python is commented out."""
    whole = WHOLE_CELL.match("\n".join(lines))
    if whole and whole[1] not in PYTHON_CELLS:
        return Cell(number, _commented(lines))
    if _parses(lines):
        return Cell(number, lines)
    plain = tuple(_without_magic(lines))
    if _parses(plain):
        return Cell(number, plain)
    return Cell(number, _commented(lines), "not Python")


def _without_magic(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines with magics as comments, those that a backslash continues too."""
    goes_on = False
    for line in lines:
        if goes_on:
            text = f"# {line}"
        elif found := ASSIGNED.match(line):
            text = f"{found[1]}None  # {found[2]}"
        elif found := MAGIC.match(line):
            text = f"{found[1]}{'pass  ' if found[1] else ''}# {found[2]}"
        else:
            yield line
            continue
        goes_on = line.rstrip().endswith("\\")
        yield text


def _commented(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"# {line}" for line in lines)


def _parses(lines: tuple[str, ...]) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _commands(lines: Lines) -> Iterator[Command]:
    """What cells run in a shell."""
    texts = [COMMENTED.sub("", line) for line in lines.all]
    for line in command_lines(texts):
        if (found := SHELL.match(line.text)) and texts[line.first] != lines.all[line.first]:
            yield Command(line.text[found.end() :], "script", "notebook", lines.joined(line.first + 1, line.last + 1))
