"""Pipelines of every vendor: what they run, and what starts them."""

from __future__ import annotations

import re
from bisect import bisect
from posixpath import basename, dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Command, FileFacts
from ailint.read.settings import yaml_settings
from ailint.read.shell import command_lines
from ailint.read.text import Lines, decode, failed
from ailint.read.yaml_tree import MOST_LEAVES, TOO_MANY, Mapping, Scalar, Sequence, YamlError, documents, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Span
    from ailint.read.yaml_tree import Node

SCRIPTS = frozenset(
    {
        "run",
        "script",
        "before_script",
        "after_script",
        "command",
        "commands",
        "cmd",
        "bash",
        "pwsh",
        "powershell",
        "install",
        "before_install",
        "inlineScript",
    }
)
USES = frozenset({"uses", "task", "template"})
NAMED = frozenset({"jobs", "commands", "executors", "pipelines", "stages", "custom", "branches", "phases"})
UNNAMED = NAMED | {"steps"}
NAMES = ("job", "deployment")
EVENTS = {"merge_request": "pull_request", "pull_request": "pull_request", "pullrequest": "pull_request", "schedule": "schedule", "cron": "schedule"}
GROOVY_RUN = re.compile(
    r"""\b(?:sh|bat|pwsh|powershell)\b(?:\s*\(\s*|\s+)(?:\w+\s*:\s*[\w'"]+\s*,\s*){0,4}?(?:script\s*:\s*)?
        (?:\"{3}(?P<a>(?:(?!\"{3}).)*)\"{3}|'{3}(?P<b>(?:(?!'{3}).)*)'{3}|"(?P<c>(?:\\.|[^"\\\n])*)"|'(?P<d>(?:\\.|[^'\\\n])*)')""",
    re.VERBOSE | re.DOTALL,
)
GROOVY_STAGE = re.compile(r"""\bstage\s*\(\s*["']([^"']+)["']""")


INCLUDED = re.compile(
    r"""^[ \t]*(?:-[ \t]+)?(?:(?:local|template|include|file)[ \t]*:[ \t]*|-[ \t]+)
        ["']?([\w./-]{1,200}\.ya?ml)["']?[ \t]*(?:\#.*)?$""",
    re.MULTILINE | re.VERBOSE,
)
STATEMENT = re.compile(r"\{%-?\s")

Key = tuple[str, ...]


class Pipeline(NamedTuple):
    """What holds for all commands of one file."""

    lines: Lines
    triggers: tuple[str, ...]


def read_workflow(path: str, data: bytes) -> FileFacts:
    """The commands and settings of a pipeline."""
    lines = Lines(decode(data))
    if not path.endswith((".yml", ".yaml")):
        return FileFacts(path, "workflow", commands=tuple(_groovy(lines)))
    try:
        nodes = documents(lines)
        settings = yaml_settings(leaves(nodes))
        commands = tuple(_bounded(command for node in nodes for command in _commands(Pipeline(lines, _triggers(path, node)), node, "", ())))
    except YamlError as error:
        if STATEMENT.search(lines.text):  # a template that makes a pipeline is none, and no mistake
            return FileFacts(path, "workflow")
        return failed(path, "workflow", error.line, error.code, f"cannot be read as YAML: {error}")
    return FileFacts(path, "workflow", settings=settings, commands=commands)


def includes(path: str, data: bytes) -> tuple[str, ...]:
    """Paths that a pipeline may include: every YAML file that it names, seen from the root and from its own folder."""
    names = {found[1].removeprefix("./").lstrip("/") for found in INCLUDED.finditer(decode(data))}
    return tuple(sorted({normpath(spelled) for name in names for spelled in (name, join(dirname(path), name))}))


def _bounded(commands: Iterator[Command]) -> Iterator[Command]:
    for count, command in enumerate(commands):
        if count == MOST_LEAVES:
            raise YamlError(TOO_MANY, code="bound-reached")
        yield command


def _commands(pipeline: Pipeline, node: Node, job: str, at: Key) -> Iterator[Command]:
    """Every command below a node; `job` is the nearest name above it."""
    if isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield from _commands(pipeline, item, job, (*at, str(place)))
    if not isinstance(node, Mapping):
        return
    job = next((value.text for word in NAMES if isinstance(value := node.get(word), Scalar)), job)
    if command := _container_step(pipeline, node, job, at):
        yield command
    for name, value in node.entries:
        word, inner = name.text, (*at, name.text)
        if word in USES and isinstance(value, Scalar):
            yield Command("", "ci", job, value.span, pipeline.triggers, value.text, inner)
        elif word in SCRIPTS and not isinstance(value, Mapping):
            yield from _scripts(pipeline, value, job, inner)
        else:
            is_name = at[-1:] and at[-1] in NAMED
            yield from _commands(pipeline, value, word if is_name or (not at and word not in UNNAMED) else job, inner)


def _container_step(pipeline: Pipeline, node: Mapping, job: str, at: Key) -> Command | None:
    """A step that is an image and its arguments."""
    arguments, image = node.get("args"), node.get("name")
    if not isinstance(arguments, Sequence) or not isinstance(image, Scalar):
        return None
    entry = node.get("entrypoint")
    words = [part.text for part in ([entry] if isinstance(entry, Scalar) else []) + arguments.items if isinstance(part, Scalar)]
    return Command(" ".join(words), "ci", job, arguments.span, pipeline.triggers, image.text, (*at, "args"))


def _scripts(pipeline: Pipeline, node: Node, job: str, at: Key) -> Iterator[Command]:
    if isinstance(node, Scalar):
        for line in command_lines(node.text.splitlines()):
            span = _line_span(pipeline.lines, node, line.first, line.last)
            yield Command(line.text, "ci", job, span, pipeline.triggers, key=at)
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            inner = (*at, str(place))
            yield from _commands(pipeline, item, job, inner) if isinstance(item, Mapping) else _scripts(pipeline, item, job, inner)


def _line_span(lines: Lines, node: Scalar, first: int, last: int) -> Span:
    """Where a line of a block stands in the file; a folded block's lines cannot be told apart, nor a quoted text's."""
    start = node.span.line + 1 + first
    if not node.block or start + last - first > min(node.span.end_line, len(lines.all)):
        return node.span
    return lines.joined(start, start + last - first)


def _triggers(path: str, node: Node) -> tuple[str, ...]:
    """The events that start a pipeline, in the words of the most common vendor."""
    if not isinstance(node, Mapping):
        return ()
    if "/.github/" in f"/{path}":
        return () if basename(path).startswith("action.") else tuple(_events(node.get("on")))
    if (schedules := node.get("schedules")) or node.get("trigger") or node.get("pr"):
        push, pull = node.get("trigger"), node.get("pr")
        given = {"push": not _is_none(push), "pull_request": bool(pull) and not _is_none(pull), "schedule": bool(schedules)}
        return tuple(event for event, on in given.items() if on)
    words = {word for leaf in leaves([node]) for word in (*leaf.key, leaf.node.text if isinstance(leaf.node, Scalar) else "")}
    text = " ".join(sorted(words)).lower()
    return ("push", *sorted({event for word, event in EVENTS.items() if word in text.replace("-", "_")}))


def _is_none(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.text == "none"


def _events(node: Node | None) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        yield from (item.text for item in node.items if isinstance(item, Scalar))
    elif isinstance(node, Mapping):
        yield from (name.text for name, _ in node.entries)


def _groovy(lines: Lines) -> Iterator[Command]:
    """The shell steps of a Jenkinsfile."""
    triggers = ("push", "schedule") if re.search(r"\bcron\s*\(?\s*[\"']", lines.text) else ("push",)
    found_stages = list(GROOVY_STAGE.finditer(lines.text))
    starts, stages = [0, *(found.start() for found in found_stages)], ["", *(found[1] for found in found_stages)]
    for found in GROOVY_RUN.finditer(lines.text):
        group = found.lastgroup or "a"
        job = stages[bisect(starts, found.start()) - 1]
        first = lines.span(found.start(group), found.start(group)).line
        for line in command_lines(found[group].splitlines()):
            yield Command(line.text, "ci", job, lines.joined(first + line.first, first + line.last), triggers)
