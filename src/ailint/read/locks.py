"""Lock files: which versions an installation gets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import FileFacts
from ailint.read.json_tree import JsonError, json_settings
from ailint.read.text import Lines, decode, failed
from ailint.read.versions import npm, python

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ailint.facts import Dependency

FIELD = re.compile(r"""^(name|version|groups|category)\s*=\s*(.*)$""")
TEXTS = re.compile(r"""["']([^"']*)["']""")
NPM_PACKAGE = re.compile(r'"(?:node_modules/)?((?:@[^/"]+/)?[^/"]+)":\s*\{\s*(?:"name":\s*"[^"]*",\s*)?"version":\s*"([^"]+)"')
YARN_PACKAGE = re.compile(r"""^"?((?:@[^/@"\s]+/)?[^/@"\s]+)@[^\n]*:\n  version:?[ ]"?([^"\s]+)"?$""", re.MULTILINE)
PNPM_PACKAGE = re.compile(r"""^  ['"]?/?((?:@[^/@'"\s]+/)?[^/@'"\s]+)[@/](\d[^'"(:\s]*)""", re.MULTILINE)
BUN_PACKAGE = re.compile(r'''^ {4}"[^"\n]+": \["((?:@[^/"]+/)?[^/@"]+)@(\d[^"]*)"''', re.MULTILINE)


def read_toml_lock(path: str, data: bytes) -> FileFacts:
    """A lock of Poetry, uv or PDM: its `[[package]]` tables, read by line since these files are long."""
    return FileFacts(path, "requirements", dependencies=tuple(_packages(Lines(decode(data)))))


def _packages(lines: Lines) -> Iterator[Dependency]:
    fields: dict[str, str] | None = None
    first = 0
    for number, line in enumerate((*lines.all, "[end]"), 1):
        if line.startswith("["):
            if fields and "name" in fields and "version" in fields:
                yield _package(lines, fields, first)
            fields, first = ({}, number) if line.startswith("[[package]]") else (None, 0)
        elif fields is not None and (found := FIELD.match(line)):
            fields.setdefault(found[1], found[2])


def _package(lines: Lines, fields: dict[str, str], number: int) -> Dependency:
    name, version = (" ".join(TEXTS.findall(fields[field])[:1]) for field in ("name", "version"))
    groups = TEXTS.findall(fields.get("groups", fields.get("category", "")))
    group = "" if not groups or {"main", "default"} & set(groups) else groups[0]
    return python(name, f"=={version}", lines.whole(min(number + 1, len(lines.all))), kind="lock", group=group)


def read_pipfile_lock(path: str, data: bytes) -> FileFacts:
    """A lock of Pipenv."""
    lines = Lines(decode(data))
    try:
        settings = json_settings(lines)
    except JsonError as error:
        return failed(path, "requirements", lines.span(error.offset, error.offset).line, error.code, f"cannot be read as JSON: {error}")
    groups = {"default": "", "develop": "dev"}
    found = (setting for setting in settings if len(setting.key) == 3 and setting.key[0] in groups and setting.key[2] == "version")  # noqa: PLR2004 -- group, package, field
    dependencies = tuple(python(setting.key[1], setting.raw, setting.span, kind="lock", group=groups[setting.key[0]]) for setting in found)
    return FileFacts(path, "requirements", dependencies=dependencies)


def _by_pattern(path: str, data: bytes, pattern: re.Pattern[str]) -> FileFacts:
    """The packages that a pattern finds, each version of each once."""
    lines = Lines(decode(data))
    found = {(match[1], match[2]): match for match in pattern.finditer(lines.text)}
    dependencies = tuple(npm(name, version, lines.span(*match.span(1)), kind="lock") for (name, version), match in found.items())
    return FileFacts(path, "requirements", dependencies=dependencies)


def read_npm_lock(path: str, data: bytes) -> FileFacts:
    """A lock of npm: the packages installed at the top, read by pattern since these files are long."""
    return _by_pattern(path, data, NPM_PACKAGE)


def read_yarn_lock(path: str, data: bytes) -> FileFacts:
    """A lock of Yarn, old or new."""
    return _by_pattern(path, data, YARN_PACKAGE)


def read_pnpm_lock(path: str, data: bytes) -> FileFacts:
    """A lock of pnpm."""
    return _by_pattern(path, data, PNPM_PACKAGE)


def read_bun_lock(path: str, data: bytes) -> FileFacts:
    """A lock of Bun in its text form."""
    return _by_pattern(path, data, BUN_PACKAGE)


READERS: dict[str, Callable[[str, bytes], FileFacts]] = {
    "poetry.lock": read_toml_lock,
    "uv.lock": read_toml_lock,
    "pdm.lock": read_toml_lock,
    "Pipfile.lock": read_pipfile_lock,
    "package-lock.json": read_npm_lock,
    "npm-shrinkwrap.json": read_npm_lock,
    "yarn.lock": read_yarn_lock,
    "pnpm-lock.yaml": read_pnpm_lock,
    "bun.lock": read_bun_lock,
}
