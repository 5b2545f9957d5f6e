"""Mistakes in tables that people write: what does not fit a schema, said with its line, the choices and the nearest of them."""

from __future__ import annotations

import re
from enum import EnumType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

import msgspec
from msgspec import Struct

from ailint.errors import suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
IN_KEY = " - at `key` in `"


class Mistake(NamedTuple):
    """What msgspec found wrong: `parts` lead to the place, `key` spells it as people do, `words` are without it."""

    parts: tuple[str, ...]
    key: str
    words: str


def mistake(error: msgspec.ValidationError, data: object, kind: type[Struct]) -> Mistake:
    """An error of converting `data` to `kind`, with what may stand there."""
    words, _, place = str(error).replace(IN_KEY, " - at `").partition(" - at `$")
    key = place.rstrip("`").removeprefix(".")
    parts = tuple(re.findall(r"[^.\[\]]+", key))
    if unknown := UNKNOWN.fullmatch(words):
        return Mistake((*parts, unknown[1]), key, f"unknown key `{unknown[1]}`{suggestion(unknown[1], keys(kind, parts))}")
    if IN_KEY in str(error):
        return Mistake(parts, key, "a key that is no text: `on`, `off`, `yes`, `no` and numbers stand in quotation marks")
    return Mistake(parts, key, f"{words[:1].lower()}{words[1:]}{_choices(kind, parts, data)}")


def yaml_mistake(error: msgspec.ValidationError, text: str, data: object, kind: type[Struct]) -> str:
    """The line in a YAML text, the key, and what is wrong: `12: `severity`: …`."""
    found = mistake(error, data, kind)
    return f"{yaml_line(text, found.parts)}: {f'`{found.key}`: ' if found.key else ''}{found.words}"


def yaml_line(text: str, parts: Sequence[str]) -> int:
    """The line on which the key at the end of a path is written, as far as the path leads. The text must be sound."""
    import yaml

    node, line = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), 1
    for part in parts:
        if isinstance(node, yaml.MappingNode):
            name, node = next(((name, value) for name, value in node.value if name.value == part), (None, None))
            line = name.start_mark.line + 1 if name else line
        elif isinstance(node, yaml.SequenceNode) and part.isdigit() and int(part) < len(node.value):
            node = node.value[int(part)]
            line = node.start_mark.line + 1
    return line


def unparsed(error: Exception) -> str:
    """Where a YAML text cannot be parsed, and why: `3: expected …`."""
    mark = getattr(error, "problem_mark", None)
    return f"{mark.line + 1 if mark else 1}: cannot be parsed: {getattr(error, 'problem', None) or ' '.join(str(error).split())}"


def keys(kind: object, parts: Sequence[str]) -> list[str]:
    """The keys of the table that a path leads to; none where it leads to something else."""
    annotation = _annotation(kind, parts)
    return [known.encode_name for known in msgspec.structs.fields(annotation)] if _is_struct(annotation) else []


def _choices(kind: type[Struct], parts: Sequence[str], data: object) -> str:
    """What may stand at a place, and which of that its value is nearest to; nothing where any text will do."""
    annotation = _annotation(kind, parts)
    options = [str(option) for option in (annotation if isinstance(annotation, EnumType) else get_args(annotation)) if isinstance(option, str)]
    return f" (one of {', '.join(filter(None, options))}){suggestion(str(_value(data, parts)), options)}" if options else ""


def _annotation(kind: Any, parts: Sequence[str]) -> Any:  # noqa: ANN401 -- a type, or what typing makes of several
    for part in parts:
        if _is_struct(kind):
            kind = next((known.type for known in msgspec.structs.fields(kind) if known.encode_name == part), None)
        elif get_origin(kind) in {list, tuple, dict}:
            kind = get_args(kind)[get_origin(kind) is dict]
        else:
            return None
        if hasattr(kind, "__metadata__"):
            kind = get_args(kind)[0]
    return kind


def _value(data: Any, parts: Sequence[str]) -> object:  # noqa: ANN401 -- what a table holds
    for part in parts:
        data = data[int(part)] if isinstance(data, list) else data.get(part) if isinstance(data, dict) else None
    return data


def _is_struct(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Struct)
