"""What a file means to its reader, without its comments: it must be the same before and after an ignore is put in."""

from __future__ import annotations

import ast
import json
import warnings
from posixpath import basename, splitext
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def same(path: str, before: bytes, after: bytes) -> bool:
    """Whether a file means what it did; True for formats of which nothing but a run can tell."""
    name = basename(path).lower()
    meaning = MEANINGS.get(splitext(name)[1] or name)
    if meaning is None:
        return True
    try:
        return bool(meaning(before) == meaning(after))
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return False


def _python(data: bytes) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.dump(ast.parse(data))


def _notebook(data: bytes) -> tuple[Any, str]:
    from ailint.read.notebook import source

    content = json.loads(data)
    for cell in content.get("cells", ()):
        cell.pop("source", None)
    return content, _python(source(data).encode())


def _yaml(data: bytes) -> list[tuple[Any, ...]]:
    import yaml

    try:
        events = list(yaml.parse(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return [(type(event).__name__, *(getattr(event, part, None) for part in ("anchor", "tag", "value"))) for event in events]


def _toml(data: bytes) -> dict[str, Any]:
    import tomli

    return tomli.loads(data.decode())


MEANINGS: dict[str, Callable[[bytes], Any]] = {
    **dict.fromkeys((".py", ".pyi"), _python),
    ".ipynb": _notebook,
    **dict.fromkeys((".yaml", ".yml", ".dvc"), _yaml),
    **dict.fromkeys((".toml", "pipfile"), _toml),
}
