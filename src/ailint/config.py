"""Configuration: files, environment and command line become one frozen Config that knows where each value came from."""

from __future__ import annotations

import re
from enum import EnumType
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

import msgspec
from msgspec import Struct, field

from ailint.errors import ConfigError, suggestion
from ailint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Config(Settings, kw_only=True):
    """The settings of one run. `origins` says where each that is no default came from, by dotted key."""

    root: Path
    source: str = ""
    origins: dict[str, str] = field(default_factory=dict)
    ignores: bool = True
    plugins: bool = True
    jobs: int = 0
    diff_base: str | None = None
    cache: Path | None = None


class Override(NamedTuple):
    """One value that beats the configuration file, and what set it."""

    key: tuple[str, ...]
    value: Any
    origin: str


class Source(NamedTuple):
    """A configuration file: its name for people and its table of settings."""

    name: str
    where: str
    table: dict[str, Any]


def find_root(paths: Sequence[Path]) -> Path:
    """The nearest folder with `.git` at or above `paths`, else their common folder."""
    folders = [path if path.is_dir() else path.parent for path in (path.resolve() for path in paths)]
    common = folders[0]
    while not all(folder.is_relative_to(common) for folder in folders):
        common = common.parent
    return next((folder for folder in (common, *common.parents) if (folder / ".git").exists()), common)


def load_config(root: Path, overrides: Iterable[Override] = (), *, file: Path | None = None, isolated: bool = False) -> Config:
    """The configuration for `root`; ConfigError names the key, the place and the nearest known key."""
    source = Source("", "", {}) if isolated else _read(file) if file else _find(root)
    check_table(source.table, source)
    table, origins = dict(source.table), {".".join(key): source.name for key, _ in _items(source.table)}
    for override in overrides:
        _check_override(override)
        table = _with(table, override.key, override.value)
        origins[".".join(override.key)] = override.origin
    settings = _convert(table, source, origins)
    values = {name: getattr(settings, name) for name in settings.__struct_fields__}
    return Config(root=root, source=source.name, origins=origins, **values)


def inline(text: str) -> list[Override]:
    """Overrides written as TOML, such as `lint.select = ["area:security"]`."""
    table = _parse(text, "--config")
    return [Override(key, value, "--config") for key, value in _items(table)]


def check_table(table: dict[str, Any], source: Source) -> None:
    """ConfigError at the first key that no setting has."""
    for where, key, known in _unknown(table, Settings, source.where):
        place = f" in {where}" if where else ""
        message = f"{source.name}: unknown key `{key}`{place}{suggestion(key, known)}"
        raise ConfigError(message)


def _find(root: Path) -> Source:
    if (root / "ailint.toml").is_file():
        return _read(root / "ailint.toml")
    if (root / "pyproject.toml").is_file():
        return _read(root / "pyproject.toml")
    return Source("", "", {})


def _read(file: Path) -> Source:
    try:
        text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file.name}: cannot be read: {error}"
        raise ConfigError(message) from error
    table = _parse(text, file.name)
    if file.name != "pyproject.toml":
        return Source(file.name, "", table)
    tool = table.get("tool")
    own = tool.get("ailint") if isinstance(tool, dict) else None
    return Source(file.name, "tool.ailint", own) if isinstance(own, dict) else Source("", "", {})


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        message = f"{name}: cannot be parsed: {error}"
        raise ConfigError(message) from error


def _unknown(table: dict[str, Any], struct: type[Struct], where: str) -> Iterator[tuple[str, str, list[str]]]:
    fields = {known.encode_name: known.type for known in msgspec.structs.fields(struct)}
    for key, value in table.items():
        if key not in fields:
            yield where, key, list(fields)
        elif inner := _struct_in(fields[key]):
            below = f"{where}.{key}" if where else key
            for part in value if isinstance(value, list) else [value]:
                if isinstance(part, dict):
                    yield from _unknown(part, inner, below)


def _struct_in(annotation: object) -> type[Struct] | None:
    parts = [annotation, *get_args(annotation)] if get_origin(annotation) is tuple else [annotation]
    return next((part for part in parts if isinstance(part, type) and issubclass(part, Struct)), None)


def _check_override(override: Override) -> None:
    table: Any = override.value
    for key in reversed(override.key):
        table = {key: table}
    check_table(table, Source(override.origin, "", {}))


def _with(table: dict[str, Any], key: tuple[str, ...], value: object) -> dict[str, Any]:
    first, *rest = key
    inner = table.get(first)
    return {**table, first: _with(inner if isinstance(inner, dict) else {}, tuple(rest), value) if rest else value}


def _items(table: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield from _items(value, (*above, key))
        else:
            yield (*above, key), value


def _convert(table: dict[str, Any], source: Source, origins: dict[str, str]) -> Settings:
    try:
        return msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        words, _, place = str(error).partition(" - at `$.")
        key = place.rstrip("`")
        origin = origins.get(re.sub(r"\[.*", "", key), source.name) or "configuration"
        message = f"{origin}: `{key}`: {words[:1].lower()}{words[1:]}{_choices(table, key)}"
        raise ConfigError(message) from error


def _choices(table: dict[str, Any], key: str) -> str:
    """What `key` may be, and which of that its value is nearest to; nothing where any text will do."""
    annotation: Any = Settings
    value: Any = table
    for part in re.findall(r"[^.\[\]]+", key):
        if not isinstance(annotation, type) or not issubclass(annotation, Struct):
            return ""
        annotation = next((known.type for known in msgspec.structs.fields(annotation) if known.encode_name == part), None)
        value = value.get(part) if isinstance(value, dict) else None
    if get_origin(annotation) is not None and hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    options = [str(option) for option in (annotation if isinstance(annotation, EnumType) else get_args(annotation)) if isinstance(option, str)]
    return f" (one of {', '.join(options)}){suggestion(str(value), options)}" if options else ""


def effective(config: Config) -> Iterator[tuple[str, str, str]]:
    """Every setting as key, value in JSON (which TOML reads too, but for null) and origin."""
    for known in msgspec.structs.fields(Settings):
        value = msgspec.to_builtins(getattr(config, known.name))
        inner = value if _struct_in(known.type) and isinstance(value, dict) else None
        for key, part in inner.items() if inner else [("", value)]:
            name = f"{known.encode_name}.{key}".rstrip(".")
            origins = [origin for dotted, origin in config.origins.items() if dotted == name or dotted.startswith(f"{name}.")]
            yield name, msgspec.json.encode(part).decode(), origins[-1] if origins else "default"
