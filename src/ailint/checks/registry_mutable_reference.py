"""Models, prompts and data taken from a registry by a pointer that moves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Literal, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.text import HOLE
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

LOADS = ("registry.load", "prompt.load", "artifact.load")
MOVING = frozenset({"latest", "newest", "head", "main", "master", "draft"})
STAGES = frozenset({"production", "staging", "archived", "none"})
SCHEME = re.compile(r"^(models|prompts|wandb-artifact):/+")
ELSEWHERE = re.compile(r"^(?:[a-z][\w+-]*:/|[./~\\]|[A-Za-z]:\\)")


def registry_mutable_reference(project: Project) -> Iterator[Verdict]:
    """What is loaded from a registry is named by a version, a commit or an alias that somebody moves on purpose."""
    for site in project.calls(*LOADS):
        if "version" in site.meaning.arguments and not _stays_here(project, site):
            verdict = _by_name(project, site) if _is_in_name(site) else _by_argument(project, site)
            if verdict is not None:
                yield verdict


def _stays_here(project: Project, site: Site) -> bool:
    """Whether a call that may name another repository names none: what it reads is then that of the own checkout."""
    repository = project.argument(site, "repository")
    return "repository" in site.meaning.arguments and (repository.given is Given.ABSENT or repository.is_none)


def _is_in_name(site: Site) -> bool:
    return set(site.meaning.arguments["version"]) == set(site.meaning.arguments.get("name", ()))


def _by_argument(project: Project, site: Site) -> Verdict | None:
    """For registries that take the version beside the name, or within it."""
    version = project.argument(site, "version")
    if version.given is Given.ABSENT or version.is_none:
        return _named(project, site, str(version.default or "")) if not version.stated else None
    if version.given is Given.DEFAULT:
        return _named(project, site, str(version.default))
    pointers = [str(constant) for constant in version.constants if constant is not None]
    if not pointers or version.given is Given.UNKNOWN:
        return unknown(site.place, "the version comes from elsewhere")
    return _judged(site, next((pointer for pointer in pointers if _moves(pointer)), pointers[0]))


def _named(project: Project, site: Site, default: str) -> Verdict | None:
    """For a call without a version: the name may hold it, and else the registry's own choice counts."""
    pointers = [pointer for text in _names(project, site) if (pointer := _pointer(text)) is not None]
    if pointers and pointers[0]:
        return _judged(site, pointers[0]) if HOLE not in pointers[0] else unknown(site.place, "the version comes from elsewhere")
    return _judged(site, default) if default else None


def _by_name(project: Project, site: Site) -> Verdict | None:
    """For registries that take the version as a part of the name."""
    names = _names(project, site)
    pointers = [pointer for text in names if (pointer := _pointer(text)) is not None]
    if not names:
        return unknown(site.place, "what it loads cannot be told") if site.role != "artifact.load" else None
    if not pointers:
        return None
    if any(HOLE in pointer for pointer in pointers):
        return unknown(site.place, "the version comes from elsewhere")
    default = str(project.arguments.library_default(site.ref, site.meaning, site.thing, None, "version").default or "")
    pointer = next((found for found in pointers if _moves(found)), pointers[0]) or default
    return _judged(site, pointer) if pointer else None


def _names(project: Project, site: Site) -> list[str]:
    """The texts that may name what is loaded, with a hole for what cannot be told."""
    things = project.argument(site, "name").things
    found = [project.texts.flat(thing.value, thing.spot) for thing in things if isinstance(thing, Data) and not thing.is_none]
    return [text for text in found if text.strip(HOLE)]


def _pointer(name: str) -> str | None:
    """What a name says of the version, empty where it says nothing; None where it is the address or path of a file."""
    scheme = SCHEME.match(name)
    if scheme is None and ELSEWHERE.match(name):
        return None
    rest = name[scheme.end() :] if scheme else name
    if "@" in rest:
        return rest.rpartition("@")[2]
    if scheme and not scheme[1].startswith("wandb"):
        return rest.partition("/")[2]
    return rest.rpartition(":")[2] if ":" in rest else ""


def _moves(pointer: str) -> bool:
    return pointer.lower() in MOVING | STAGES


def _judged(site: Site, pointer: str) -> Verdict:
    what = f"`{site.meaning.name.rpartition('.')[2]}`"
    if pointer.lower() in MOVING:
        given = "takes" if _writes(site, pointer) else "names no version, which means"
        return violated(site.place, f"{what} {given} `{pointer}`: whatever is registered next is what runs, without a change here")
    if pointer.lower() in STAGES and site.role == "artifact.load":
        words = f"{what} takes the stage `{pointer}`, which is deprecated and moves without a trace: an alias or version says what was promoted"
        return violated(site.place, words, severity=Severity.LOW)
    return satisfied(site.place, f"`{pointer}` is loaded, and not whatever is newest")


def _writes(site: Site, pointer: str) -> bool:
    """Whether the call itself says the pointer."""
    values = (*site.call.args, *(value for _, value in site.call.keywords))
    return any(isinstance(value, Literal) and pointer in str(value.value) for value in values)
