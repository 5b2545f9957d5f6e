"""Task files: what the targets of Makefile, justfile, tox, nox, Procfile, Taskfile, DVC, mise and pixi run."""

from __future__ import annotations

import ast
import re
from posixpath import basename
from typing import TYPE_CHECKING

from ailint.facts import Command, FileFacts
from ailint.read.settings import read_toml, read_yaml
from ailint.read.shell import command_lines
from ailint.read.text import Lines, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Setting

VARIABLE = re.compile(r"^(?:export[ \t]+|override[ \t]+)?([A-Za-z_]\w*)[ \t]*(?:[:?+]?:?=)[ \t]*(.*)$")
USE = re.compile(r"\$\((\w+)\)|\$\{(\w+)\}|\{\{[ \t]*(\w+)[ \t]*\}\}")
RULE = re.compile(r"^([^\s:#=][^:#=]*)::?(?!=)[ \t]*([^=;#]*)")
RECIPE = re.compile(r"^@?([A-Za-z_][\w-]*)((?:[ \t]+[^:\s]+)*)[ \t]*:(?!=)[ \t]*([^#]*)")
SPECIAL = re.compile(r"^\.[A-Z]")
PREFIX = re.compile(r"^[@+-]+[ \t]*")
WORD = re.compile(r"[\w./-]+")
SECTION = re.compile(r"^\[([^\]]+)\]")
OPTION = re.compile(r"^([\w-]+)[ \t]*[=:][ \t]*(.*)$")
PROCESS = re.compile(r"^([\w-]+):[ \t]*(\S.*)$")
DEEPEST_USE = 3
TABLES = (".yml", ".yaml", ".toml")
STAGES = ("stages",)
DECLARED = (("tasks",), STAGES, ("feature", "*", "tasks"))
SPELLINGS = frozenset({"cmd", "cmds", "run", "shell", "script", "composite", "chain", "sequence"})
NEEDED = frozenset({"depends", "depends_on", "depends-on", "deps", "task"})


def read_scripts(path: str, data: bytes) -> FileFacts:
    """The commands of a task file, each with the target it belongs to."""
    name, lines = basename(path), Lines(decode(data))
    if name.endswith(TABLES):
        return _tables(path, data)
    if name == "tox.ini":
        commands = tox(lines)
    elif name.startswith("Procfile"):
        commands = procfile(lines)
    elif "just" in name.lower():
        commands = recipes(lines, RECIPE, "just")
    else:
        commands = recipes(lines, RULE, "make")
    return FileFacts(path, "make", commands=tuple(commands))


def _tables(path: str, data: bytes) -> FileFacts:
    """A file that declares its tasks as settings."""
    facts = read_toml(path, data) if path.endswith(".toml") else read_yaml(path, data)
    commands = tuple(task_commands(facts.settings, DECLARED))
    return FileFacts(path, "make", settings=facts.settings, commands=commands, diagnostics=facts.diagnostics)


def recipes(lines: Lines, rule: re.Pattern[str], program: str) -> Iterator[Command]:
    """Targets and their indented lines. A target that depends on another runs it: `make other`."""
    variables = {found[1]: found[2].strip().strip('"') for line in lines.all if (found := VARIABLE.match(line))}
    target, recipe, first = "", [], 0
    for number, line in enumerate((*lines.all, ""), 1):
        if line[:1] in {"\t", " "} and target:
            recipe.append(line)
            continue
        yield from _recipe(lines, recipe, first, target, variables)
        recipe, first = [], number + 1
        found = None if VARIABLE.match(line) else rule.match(line)
        if found and not SPECIAL.match(line):
            target = found[1].strip()
            needed = WORD.findall(_expanded(found[found.re.groups], variables))
            yield from (Command(f"{program} {name}", "make", target, lines.whole(number)) for name in needed)
        elif line.strip() and not line.startswith("#"):
            target = ""


def _recipe(lines: Lines, recipe: list[str], first: int, target: str, variables: dict[str, str]) -> Iterator[Command]:
    for line in command_lines(recipe):
        text = PREFIX.sub("", _expanded(line.text, variables))
        if text:
            yield Command(text, "make", target, lines.joined(first + line.first, first + line.last))


def _expanded(text: str, variables: dict[str, str]) -> str:
    """The text with the file's own simple variables put in; others stay as they are."""
    for _ in range(DEEPEST_USE):
        if "$" not in text and "{{" not in text:
            break
        text = USE.sub(lambda found: variables.get(next(filter(None, found.groups()), ""), found[0])[:200], text)[:4000]
    return text


def tox(lines: Lines) -> Iterator[Command]:
    """The `commands` of every environment."""
    section, option = "", ""
    for number, line in enumerate(lines.all, 1):
        if found := SECTION.match(line):
            section, option = found[1].rpartition(":")[2], ""
        elif found := OPTION.match(line):
            option = found[1]
            yield from _tox_command(lines, found[2], option, section, number)
        elif line[:1] in {" ", "\t"}:
            yield from _tox_command(lines, line, option, section, number)


def _tox_command(lines: Lines, text: str, option: str, section: str, number: int) -> Iterator[Command]:
    stripped = text.strip().removeprefix("-").strip()
    if option.startswith("commands") and stripped and not stripped.startswith("#"):
        yield Command(stripped, "script", section, lines.whole(number))


def procfile(lines: Lines) -> Iterator[Command]:
    """The processes of an application."""
    for number, line in enumerate(lines.all, 1):
        if found := PROCESS.match(line):
            yield Command(found[2].strip(), "script", found[1], lines.whole(number))


def nox(data: bytes) -> tuple[Command, ...]:
    """What the sessions of a noxfile run: `session.run("pytest", "evals")` is `pytest evals`."""
    lines = Lines(decode(data))
    try:
        tree = ast.parse(lines.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return tuple(command for function in functions for command in _session(lines, function))


def _session(lines: Lines, function: ast.FunctionDef) -> Iterator[Command]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"run", "run_always", "notify"}:
            words = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            text = " ".join(["nox -s", *words] if node.func.attr == "notify" else words)
            yield Command(text, "script", function.name, lines.joined(node.lineno, node.end_lineno or node.lineno))


def task_commands(settings: Iterable[Setting], heads: Iterable[tuple[str, ...]]) -> Iterator[Command]:
    """The tasks that a settings file declares below one of the keys: the task's name is the part after it."""
    known = tuple(heads)
    for setting in settings:
        head = next((head for head in known if _is_below(setting.key, head)), None)
        if head is None or not isinstance(setting.value, str) or not setting.value:
            continue
        name, *rest = setting.key[len(head) :]
        words = [part for part in rest if not part.isdigit()]
        if not words or words[-1] in SPELLINGS:
            yield Command(setting.value, "script", name, setting.span)
        elif words[-1] in NEEDED and head != STAGES:  # what a stage of DVC depends on are files
            yield Command(f"task {setting.value}", "script", name, setting.span)


def _is_below(key: tuple[str, ...], head: tuple[str, ...]) -> bool:
    return len(key) > len(head) and all(want in ("*", part) for want, part in zip(head, key, strict=False))
