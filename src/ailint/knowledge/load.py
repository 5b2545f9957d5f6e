"""Reading the tables: YAML in, `Knowledge` out, with a compiled copy kept so that start-up does not parse a hundred files."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
import yaml

from ailint.knowledge.meanings import Knowledge
from ailint.knowledge.tables import Library, ModelTable
from ailint.mistakes import unparsed, yaml_mistake
from ailint.shallow_yaml import load_own_yaml, load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
T = TypeVar("T")


class TableError(Exception):
    """A table that does not follow its schema: the file, the place, and what is wrong."""


def load(extra: Sequence[Path] = (), cache: Path | None = None) -> Knowledge:
    """All library tables, the user's folders in `extra` after ours. TableError names file and key."""
    return Knowledge(compiled("libraries", table_files(HERE / "libraries", *extra), Library, cache))


def load_models(cache: Path | None = None) -> list[ModelTable]:
    """The tables of model ids."""
    return compiled("models", table_files(HERE / "models"), ModelTable, cache)


def table_files(*folders: Path) -> list[Path]:
    """The tables in some folders, folder after folder, by name."""
    return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]


def compiled(name: str, files: list[Path], kind: type[T], cache: Path | None) -> list[T]:
    """The files' tables, from the compiled copy where it is as new as they are."""
    store = cache / f"{name}-{stamp(files)}.msgpack" if cache else None
    if store:
        try:
            return msgspec.msgpack.decode(store.read_bytes(), type=list[kind])  # type: ignore[valid-type]
        except (OSError, msgspec.MsgspecError):
            pass
    tables = [read_table(path, kind) for path in files]
    if store:
        keep(store, msgspec.msgpack.encode(tables))
    return tables


def stamp(files: list[Path]) -> str:
    """A digest of names, sizes and times: a changed table, or a changed schema, is read anew."""
    digest = hashlib.sha256()
    for path in (*files, HERE / "tables.py"):
        status = path.stat()
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def keep(store: Path, data: bytes) -> None:
    """Write the compiled copy, whole or not at all; a folder that cannot be written costs time only."""
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
        partial = store.with_suffix(f".{os.getpid()}")
        partial.write_bytes(data)
        partial.replace(store)
    except OSError:
        return


def read_table(path: Path, kind: type[T]) -> T:
    """One table; TableError where it does not follow its schema."""
    data: object = None
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        data = load_own_yaml(text) if path.is_relative_to(HERE) else load_yaml(text)
        return msgspec.convert(data, kind, strict=True)
    except msgspec.ValidationError as error:
        message = f"{path}:{yaml_mistake(error, text, data, kind)}"  # type: ignore[arg-type]
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read: {error}"
    except (RecursionError, yaml.YAMLError) as error:
        message = f"{path}:{unparsed(error)}"
    raise TableError(message)
