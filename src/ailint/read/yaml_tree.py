"""YAML as a plain tree with places, built from parser events: composing recurses in C and dies of deep nesting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from ailint.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.read.text import Lines

DEEPEST = 60
MOST_LEAVES = 20_000
LONGEST_NUMBER = 20
MOST_NODES = 3 * MOST_LEAVES  # a key, a value, and what they lie in
TOO_MANY = f"more than {MOST_LEAVES:,} values"
OWN_TAG = re.compile(r"![A-Za-z]")
WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False, "null": None, "~": None, "": None}
INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")
FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


class YamlError(ValueError):
    """YAML that cannot be read; `line` is where, 0 for the whole file, `code` the kind of diagnostic."""

    def __init__(self, message: str, line: int = 0, code: str = "parse-error") -> None:
        super().__init__(message)
        self.line = line
        self.code = code


class Scalar(NamedTuple):
    """A scalar. `plain` has no quotes; `block` is `|` or `>`, whose text begins on the line below its span's first; `tag` is one like `!Ref`."""

    text: str
    span: Span
    plain: bool = True
    block: bool = False
    tag: str = ""

    @property
    def value(self) -> str | int | float | bool | None:
        """What YAML 1.1 makes of the text."""
        return _value(self.text) if self.plain else self.text


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    span: Span


class Mapping(NamedTuple):
    """A table; `entries` in order, merge keys (`<<`) worked in."""

    entries: list[tuple[Scalar, Node]]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


class Leaf(NamedTuple):
    """A scalar, or an empty list or table, and the path to it."""

    key: tuple[str, ...]
    node: Node


def documents(lines: Lines) -> list[Node]:
    """The documents of a YAML file; YamlError where it is none, or nested too deeply."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = Builder(lines)
    try:
        for event in yaml.parse(lines.text, Loader=loader):
            builder.add(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(error.problem or "no YAML", mark.line + 1 if mark else 0) from error
    except yaml.YAMLError as error:
        raise YamlError(str(error).partition("\n")[0]) from error
    return builder.documents


def leaves(nodes: Iterable[Node]) -> Iterator[Leaf]:
    """Everything the nodes hold, at most as much as is reasonable: an alias can stand for a million copies, or for itself."""
    found = (leaf for node in nodes for leaf in _leaves(node, ()))
    for count, leaf in enumerate(found):
        if count == MOST_LEAVES:
            raise YamlError(TOO_MANY, code="bound-reached")
        yield leaf


def _leaves(node: Node, key: tuple[str, ...]) -> Iterator[Leaf]:
    if len(key) > DEEPEST:
        message = "nested too deeply to be read"
        raise YamlError(message, node.span.line, "too-deep")
    if isinstance(node, Mapping) and node.entries:
        for name, value in node.entries:
            yield from _leaves(value, (*key, name.text))
    elif isinstance(node, Sequence) and node.items:
        for place, value in enumerate(node.items):
            yield from _leaves(value, (*key, str(place)))
    else:
        yield Leaf(key, node)


class Builder:
    """Puts events together to nodes; `open` are the collections that are not closed yet, with the key that waits for its value."""

    def __init__(self, lines: Lines) -> None:
        self.documents: list[Node] = []
        self._lines = lines
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._anchors: dict[str, Node] = {}
        self._merged = 0
        self._nodes = 0

    def add(self, event: yaml.Event) -> None:
        """Take the next event."""
        match event:
            case yaml.ScalarEvent():
                self._put(self._scalar(event), event.anchor)
            case yaml.MappingStartEvent():
                self._begin(Mapping([], self._span(event)), event.anchor)
            case yaml.SequenceStartEvent():
                self._begin(Sequence([], self._span(event)), event.anchor)
            case yaml.CollectionEndEvent():
                self._keys.pop()
                self._open.pop()
            case yaml.AliasEvent():
                self._put(self._anchors.get(event.anchor or "") or Scalar("", self._span(event)), None)
            case yaml.DocumentStartEvent():
                self._anchors = {}

    def _begin(self, node: Sequence | Mapping, anchor: str | None) -> None:
        self._put(node, None)
        if len(self._open) == DEEPEST:
            message = "nested too deeply to be read"
            raise YamlError(message, node.span.line, "too-deep")
        self._open.append(node)
        self._keys.append(None)
        if anchor:
            self._anchors[anchor] = node

    def _put(self, node: Node, anchor: str | None) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise YamlError(TOO_MANY, code="bound-reached")
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.documents.append(node)
            return
        parent = self._open[-1]
        key = self._keys[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is None:
            self._keys[-1] = node if isinstance(node, Scalar) else Scalar("?", node.span)
        else:
            self._keys[-1] = None
            self._enter(parent, key, node)

    def _enter(self, parent: Mapping, key: Scalar, value: Node) -> None:
        """Add an entry; `<<` adds those of other tables that are not there."""
        if key.text != "<<" or not key.plain or isinstance(value, Scalar):
            parent.entries.append((key, value))
            return
        known = {name.text for name, _ in parent.entries}
        for source in value.items if isinstance(value, Sequence) else [value]:
            if isinstance(source, Mapping) and source is not parent:
                self._merged += len(source.entries)
                if self._merged > MOST_LEAVES:
                    raise YamlError(TOO_MANY, code="bound-reached")
                parent.entries.extend(entry for entry in source.entries if entry[0].text not in known)
                known |= {name.text for name, _ in source.entries}

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = event.style or ""
        text = event.value.encode("utf-8", "replace").decode()
        tag = event.tag if event.tag and OWN_TAG.match(event.tag) else ""
        return Scalar(text, self._span(event), plain=not style and event.tag is None, block=style in {"|", ">"}, tag=tag)

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(1, 0, 1, 0)
        most = len(self._lines.text)  # by offset, since YAML has further ends of lines than its readers know
        return self._lines.span(min(start.index, most), min(end.index, most))


def _value(text: str) -> str | int | float | bool | None:
    word = text.lower()
    if word in WORDS:
        return WORDS[word]
    if INTEGER.fullmatch(text) and len(text) < LONGEST_NUMBER:  # longer ones are ids
        return int(text.replace("_", ""))
    return float(text.replace("_", "")) if FLOAT.fullmatch(text) else text
