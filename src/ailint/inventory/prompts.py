"""The prompts of a project, with a digest of their text, and with their version where the repository says one."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from ailint.facts import Ref
from ailint.file_formats import HEADS
from ailint.inventory.naming import counts, given_name, one_line, sites, stem
from ailint.inventory.records import Prompt
from ailint.inventory.tracked import tracked
from ailint.project.bindings import tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import FileFacts
    from ailint.inventory.records import VersionSource
    from ailint.project import Project
    from ailint.project.prompts import Prompt as Text
    from ailint.sources import Sources

    Version = tuple[str | None, VersionSource | None]

IN_NAME = re.compile(r"(?:^|[_.-])v(?:er(?:sion)?)?[_.-]?(\d+(?:[._]\d+)*)(?=$|[_.-])", re.IGNORECASE)
LARGEST = HEADS["prompt"]  # bytes: of what is longer only the head was read
VERSION_KEYS = frozenset({"version", "prompt_version", "revision"})


def prompts(project: Project, sources: Sources) -> Iterator[Prompt]:
    """Every prompt: in code, in files, in registries."""
    yield from in_code(project)
    yield from in_files(project, sources)
    yield from in_registries(project)


def in_code(project: Project) -> Iterator[Prompt]:
    """The instructions in the code that reach a model; in the digest a zero byte stands for what is put in."""
    for text in project.prompts:
        path = text.place.path
        if counts(project, path) and text.instructs:
            name = name_of(project, text)
            version, source = in_a_name(name)
            digest = hashlib.sha256(text.fixed.encode("utf-8", "surrogatepass")).hexdigest()
            yield Prompt(
                name, path, text.place.span.line,
                sha256=digest, version=version, version_from=source, statements=text.statements, roles=tuple(sorted(text.roles)),
            )  # fmt: skip


def name_of(project: Project, text: Text) -> str:
    """What a prompt is called: the variable it is kept in, else the function or class it stands in, else its module."""
    steps = project.python[text.place.path].steps
    kept = (step.target for step in steps if step.kind == "bind" and step.value == text.value and isinstance(step.target, Ref))
    return next((tail(target) for target in kept), text.place.symbol or stem(text.place.path))


def in_files(project: Project, sources: Sources) -> Iterator[Prompt]:
    """Files of prompts."""
    known = tracked(project.root)
    for path, file in project.files.items():
        if file.text is not None and counts(project, path):
            data = sources.data(path)
            data = data if data is not None and len(data) < LARGEST else None
            lines = [line for line in file.text.head.splitlines() if line.strip()]
            version, source = in_front(file) or in_a_name(stem(path))
            if version is None and data is not None and known.get(path) == blob(data):
                version, source = known[path], "git"
            digest = hashlib.sha256(data).hexdigest() if data is not None else None
            yield Prompt(
                one_line(stem(path)), path, 1,
                sha256=digest, version=version, version_from=source, statements=len(lines), variables=file.text.variables,
            )  # fmt: skip


def in_front(file: FileFacts) -> Version | None:
    """The version in the settings at a file's head."""
    found = next((setting.raw for setting in file.settings if len(setting.key) == 1 and setting.key[0].lower() in VERSION_KEYS), "")
    return (one_line(found), "front-matter") if found.strip() else None


def in_a_name(name: str) -> Version:
    """The version that a name ends in or holds: `answer_v2`, `PROMPT_V1_3`."""
    found = IN_NAME.search(name)
    return (found[1].replace("_", "."), "name") if found else (None, None)


def blob(data: bytes) -> str:
    """The name under which git keeps a content."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def in_registries(project: Project) -> Iterator[Prompt]:
    """Prompts that the code fetches from a registry, in the version that it asks for."""
    for site in sites(project, "prompt.load"):
        name = next((str(one) for one in project.argument(site, "name").constants if one), "") or given_name(project, site)
        asked = project.argument(site, "version")
        version = next((one_line(str(one)) for one in asked.constants if one is not None and str(one) != name), None)
        if version is None and ":" in name:  # `owner/prompt:commit`
            name, _, version = name.partition(":")
        if name:
            source: VersionSource | None = "registry" if version else None
            yield Prompt(one_line(name), site.path, site.call.span.line, sha256=None, version=version, version_from=source)
