"""Which files count, and what things are called."""

from __future__ import annotations

from posixpath import basename, splitext
from typing import TYPE_CHECKING

from ailint.facts import Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

ROLES = frozenset({"app", "script", "eval", "notebook"})


def counts(project: Project, path: str) -> bool:
    """Whether a file belongs to what the team runs."""
    return project.role(path) in ROLES


def sites(project: Project, *roles: str) -> Iterator[Site]:
    """The calls of these roles in files that count."""
    return (site for site in project.calls(*roles) if counts(project, site.path))


def one_line(name: str) -> str:
    """A name without line ends."""
    return " ".join(name.split())


def stem(path: str) -> str:
    """A file's name without its ending."""
    return splitext(basename(path))[0]


def given_name(project: Project, site: Site) -> str:
    """The name that a call gives to what it makes."""
    spellings = {"name", *site.meaning.arguments.get("name", ())}
    values = (project.given(site, "name"), *(value for keyword, value in site.call.keywords if keyword in spellings))
    return next((one_line(value.value) for value in values if isinstance(value, Literal) and isinstance(value.value, str)), "")


def class_name(origin: str) -> str:
    """The library's name of what a call makes: of the class, where a class method makes it."""
    parts = origin.split(".")
    return next((part for part in reversed(parts) if part[:1].isupper()), parts[-1])
