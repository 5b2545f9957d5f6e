"""The stack: what a repository has, in the few lines that a person checks a proposal against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.init.stage import EDITORS, OWN, Proposal, propose
from ailint.inventory import inventory
from ailint.knowledge.deployment import load_deployment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.project import Project
    from ailint.reading import Reading

WORKFLOW = re.compile(r"^\.github/workflows/[^/]+\.ya?ml$")
GITLAB = ".gitlab-ci.yml"
HOOKS = ".pre-commit-config.yaml"
MOST = 6
COUNTED = (("prompts", "prompt"), ("agents", "agent"), ("tools", "tool"), ("vector_stores", "vector store"), ("evaluations", "evaluation"))


class Stack(NamedTuple):
    """What there is, by its heading, and what follows from it."""

    parts: dict[str, str]
    proposal: Proposal
    ai: bool


def stack(reading: Reading) -> Stack:
    """What the selected files show."""
    project = reading.project
    ai = any(part.kind != "none" for part in project.subprojects)
    parts = {heading: words for heading, words in _parts(reading) if words}
    return Stack(parts, propose(project), ai)


def _parts(reading: Reading) -> Iterator[tuple[str, str]]:
    project, found = reading.project, inventory(reading.project, reading.sources, reading.selected)
    table = load_deployment()
    yield "sub-projects", _subprojects(project)
    yield "libraries", _listed([_versioned(one.name, one.version) for one in found.libraries])
    yield "models", _listed([one.name for one in found.models if one.type])
    yield "also", ", ".join(_counted(number, word) for kind, word in COUNTED if (number := len(getattr(found, kind))))
    yield (
        "containers",
        _listed([path for path in project.paths if table.is_container_file(path) and project.role(path) in OWN and EDITORS not in path]),
    )
    yield "pipelines", _listed([path for path, file in project.files.items() if file.format == "workflow" and file.commands])
    yield "hooks", HOOKS if HOOKS in project.paths else ""


def _subprojects(project: Project) -> str:
    """Those with AI by path and kind, the others counted."""
    named = [f"{part.path} ({part.kind})" for part in project.subprojects if part.kind != "none"]
    others = len(project.subprojects) - len(named)
    without = f"{_counted(others, 'folder')} without AI" if others and len(project.subprojects) > 1 else ""
    return ", ".join(filter(None, [_listed(named), without]))


def _versioned(name: str, version: str | None) -> str:
    return f"{name} {version}" if version else name


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _listed(names: Sequence[str]) -> str:
    """The names without repeats, the first of them where they are many."""
    distinct = list(dict.fromkeys(names))
    more = f" and {len(distinct) - MOST} more" if len(distinct) > MOST else ""
    return ", ".join(distinct[:MOST]) + more
