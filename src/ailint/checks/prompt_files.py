"""Files of prompts, and the code that loads them."""

from __future__ import annotations

from collections import Counter
from posixpath import basename
from typing import TYPE_CHECKING

from ailint.project.evidence import RUNNING

if TYPE_CHECKING:
    from ailint.project import Project


def users_of(project: Project, path: str) -> list[str]:
    """The modules of what runs in production that name a prompt file; none where it is no such file."""
    read = project.files.get(path)
    if read is None or read.text is None or project.role(path) not in RUNNING:
        return []
    return [user for user in naming(project, path) if project.role(user) in RUNNING]


def naming(project: Project, path: str) -> tuple[str, ...]:
    """Modules that name a file, with its folder where others have the same name."""
    name = basename(path)
    if project.shared("how many files have a name", lambda: Counter(map(basename, project.paths)))[name] > 1:
        name = "/".join(path.split("/")[-2:])
    return project.vocabulary.files_with({name, *(word for word in project.vocabulary.paths if word.endswith(f"/{name}"))})
