"""Configuration: files, environment and command line become one frozen Config that knows where each value came from."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

import msgspec
from msgspec import Struct, field

from ailint.errors import ConfigError, suggestion
from ailint.ignores import is_pattern
from ailint.mistakes import mistake
from ailint.settings import Settings
from ailint.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FILES = ("ailint.toml", "pyproject.toml")


def _day() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()


class Config(Settings, kw_only=True):
    """The settings of one run. `origins` says where each that is no default came from, by dotted key.

    `source` is the configuration file, relative to the root if it lies there, and `written` what it says; `today` is the day of the run, in UTC.
    """

    root: Path
    source: str = ""
    written: Written = Written()
    origins: dict[str, str] = field(default_factory=dict)
    today: dt.date = field(default_factory=_day)
    ignores: bool = True
    plugins: bool = True
    jobs: int = 0
    diff_base: str | None = None
    cache: Path | None = None

    def file_of(self, key: str) -> str:
        """The configuration file that gives a setting its value; nothing where the command line does."""
        return self.source if self.origins.get(key, self.source) == self.source else ""


class Override(NamedTuple):
    """One value that beats the configuration file, and what set it."""

    key: tuple[str, ...]
    value: Any
    origin: str


class Source(NamedTuple):
    """A configuration file: its name for people and its table of settings."""

    name: str
    table: dict[str, Any]
    written: Written = Written()

    def place(self, *key: str) -> str:
        """File and line of a key; of what stands in no file, its name."""
        return f"{self.name}:{self.written.span(*key).line}" if self.written.text else self.name


def find_root(paths: Sequence[Path]) -> Path:
    """The nearest folder with `.git` at or above `paths`, else their common folder."""
    folders = list(dict.fromkeys(path if path.is_dir() else path.parent for path in (path.resolve() for path in paths)))
    common = folders[0]
    while not all(folder.is_relative_to(common) for folder in folders):
        common = common.parent
    return next((folder for folder in (common, *common.parents) if (folder / ".git").exists()), common)


def load_config(root: Path, overrides: Iterable[Override] = (), *, file: Path | None = None, isolated: bool = False) -> Config:
    """The configuration for `root`; ConfigError names the key, the place and the nearest known key."""
    source = Source("", {}) if isolated else _read(file, root) if file else _find(root)
    check_table(source.table, source)
    table, origins = dict(source.table), {".".join(key): source.name for key, _ in _items(source.table)}
    for override in overrides:
        _check_override(override)
        table = _with(table, override.key, override.value)
        origins[".".join(override.key)] = override.origin
    settings = _convert(table, source, origins)
    _refuse_patterns(settings, source)
    values = {name: getattr(settings, name) for name in settings.__struct_fields__}
    return Config(root=root, source=source.name, written=source.written, origins=origins, **values)


def inline(text: str) -> list[Override]:
    """Overrides written as TOML, such as `lint.select = ["area:security"]`."""
    table = _parse(text, "--config")
    return [Override(key, value, "--config") for key, value in _items(table)]


def check_table(table: dict[str, Any], source: Source) -> None:
    """ConfigError at the first key that no setting has."""
    for path, known in _unknown(table, Settings):
        where = ".".join(filter(None, [source.written.where, *(part for part in path[:-1] if not part.isdigit())]))
        place = f" in {where}" if where else ""
        message = f"{source.place(*path)}: unknown key `{path[-1]}`{place}{suggestion(path[-1], known)}"
        raise ConfigError(message)


def _find(root: Path) -> Source:
    found = next((file for name in FILES if (file := root / name).is_file()), None)
    return _read(found, root) if found else Source("", {})


def _read(file: Path, root: Path) -> Source:
    full = file.resolve()
    name = full.relative_to(root.resolve()).as_posix() if full.is_relative_to(root.resolve()) else file.name
    try:
        text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{name}: cannot be read: {error}"
        raise ConfigError(message) from error
    table = _parse(text, name)
    if file.name != "pyproject.toml":
        return Source(name, table, Written(text))
    tool = table.get("tool")
    own = tool.get("ailint") if isinstance(tool, dict) else None
    return Source(name, own, Written(text, "tool.ailint")) if isinstance(own, dict) else Source("", {})


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        message = f"{name}: cannot be parsed: {error}"
        raise ConfigError(message) from error


def _unknown(table: dict[str, Any], struct: type[Struct], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Paths of the keys that no setting has, and what the others are called."""
    fields = {known.encode_name: known.type for known in msgspec.structs.fields(struct)}
    for key, value in table.items():
        if key not in fields:
            yield (*above, key), list(fields)
        elif inner := _struct_in(fields[key]):
            parts = {(key, str(place)): part for place, part in enumerate(value)} if isinstance(value, list) else {(key,): value}
            for path, part in parts.items():
                if isinstance(part, dict):
                    yield from _unknown(part, inner, (*above, *path))


def _struct_in(annotation: object) -> type[Struct] | None:
    parts = [annotation, *get_args(annotation)] if get_origin(annotation) is tuple else [annotation]
    return next((part for part in parts if isinstance(part, type) and issubclass(part, Struct)), None)


def _check_override(override: Override) -> None:
    table: Any = override.value
    for key in reversed(override.key):
        table = {key: table}
    check_table(table, Source(override.origin, {}))


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
        found = mistake(error, table, Settings)
        origin = origins.get(re.sub(r"\[.*", "", found.key), source.name) or "configuration"
        where = source.place(*found.parts) if origin == source.name else origin
        message = f"{where}: `{found.key}`: {found.words}"
        raise ConfigError(message) from error


def _refuse_patterns(settings: Settings, source: Source) -> None:
    """ConfigError at a glob that git would not take either."""
    for key, globs in _globs(settings):
        for glob in globs:
            if not is_pattern(glob):
                name = ".".join(part for part in key if part != glob and not part.isdigit())
                message = f"{source.place(*key)}: `{glob}` in {name} is no pattern for paths"
                raise ConfigError(message)


def _globs(settings: Settings) -> Iterator[tuple[tuple[str, ...], Sequence[str]]]:
    yield ("exclude",), settings.exclude
    yield ("extend-exclude",), settings.extend_exclude
    yield from ((("paths", name), getattr(settings.paths, name)) for name in settings.paths.__struct_fields__)
    yield from ((("lint", "per-file-ignores", glob), (glob,)) for glob in settings.lint.per_file_ignores)
    yield from ((("waivers", str(number), "paths"), waiver.paths) for number, waiver in enumerate(settings.waivers))


def effective(config: Config) -> Iterator[tuple[str, str, str]]:
    """Every setting as key, value in JSON (which TOML reads too, but for null) and origin."""
    for known in msgspec.structs.fields(Settings):
        value = msgspec.to_builtins(getattr(config, known.name))
        inner = value if _struct_in(known.type) and isinstance(value, dict) else None
        for key, part in inner.items() if inner else [("", value)]:
            name = f"{known.encode_name}.{key}".rstrip(".")
            origins = [origin for dotted, origin in config.origins.items() if dotted == name or dotted.startswith(f"{name}.")]
            yield name, msgspec.json.encode(part).decode(), origins[-1] if origins else "default"
