"""The pipeline: a workflow for GitHub, and what to paste where GitLab runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.discover import read_bytes
from ailint.fix.files import current
from ailint.init.proposal import Origin, Proposal
from ailint.init.stack import GITLAB, WORKFLOW
from ailint.project.pipelines import steps, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ailint.facts import FileFacts
    from ailint.project import Project

FILE = ".github/workflows/ailint.yml"
CHECKOUT = "actions/checkout"
LATEST = "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
REF = re.compile(r"[\w./-]{1,100}")
BRANCH = re.compile(r"ref: refs/remotes/origin/([\w./-]{1,100})\s*")
GIT_LIMIT = 1 << 16
WORKFLOW_TEXT = """\
name: ailint

on:
  pull_request:
  push:
    branches: [{branch}]

permissions:
  contents: read

jobs:
  ailint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: {checkout}
{run}"""
BY_ACTION = """\
      - uses: {action}@v{version}
"""
BY_PACKAGE = """\
      - run: pipx run --spec {requirement} ailint check
"""
GITLAB_TEXT = """\
ailint:
  image: python:3.13-slim
  script:
    - pip install {requirement}
    - ailint check --report gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"""


def pipelines(project: Project, origin: Origin) -> Iterator[Proposal]:
    """What each service that the repository uses would run; nothing where it uses none that is known."""
    runs = sorted({step.path for step in steps(project) for command in step.commands if _is_ours(command.text) or _is_ours(command.uses or "")})
    if _on_github(project):
        yield _workflow(project, origin, next((path for path in runs if WORKFLOW.match(path)), ""))
    if GITLAB in project.paths:
        if GITLAB in runs:
            yield Proposal(GITLAB, "runs ailint already; left as it is")
        else:
            yield Proposal(GITLAB, "is changed by hand; add", GITLAB_TEXT.format(requirement=origin.requirement))


def _is_ours(text: str) -> bool:
    return re.search(r"(?:^|[\s/=])ailint\b", text) is not None


def _on_github(project: Project) -> bool:
    return any(path.startswith(".github/") for path in project.paths) or "github.com" in _git(project.root, "config")


def _workflow(project: Project, origin: Origin, running: str) -> Proposal:
    if running:
        return Proposal(running, "runs ailint already; left as it is")
    if current(project.root, FILE) is not None:
        return Proposal(FILE, "exists; left as it is")
    form = BY_ACTION if origin.action else BY_PACKAGE
    run = form.format(action=origin.action, version=origin.version, requirement=origin.requirement)
    text = WORKFLOW_TEXT.format(branch=_branch(project), checkout=_checkout(project), run=run)
    return Proposal(FILE, "is new", text, None, text.encode())


def _checkout(project: Project) -> str:
    """The action that fetches the sources, at the version that the other workflows have."""
    refs = [step.uses.ref for step in steps(project) if step.uses and step.uses.name == CHECKOUT and WORKFLOW.match(step.path)]
    known = [ref for ref in refs if REF.fullmatch(ref)]
    return f"{CHECKOUT}@{max(known, key=known.count) if known else LATEST}"


def _branch(project: Project) -> str:
    """The branch that others start from: as git was told by its remote, else as other workflows name it."""
    if found := BRANCH.fullmatch(_git(project.root, "refs/remotes/origin/HEAD")):
        return found[1]
    named = {name for file in project.files.values() if WORKFLOW.match(file.path) for name in _pushed(file)}
    return next((name for name in ("main", "master", "develop") if name in named), "main")


def _pushed(file: FileFacts) -> Iterator[str]:
    """The branches whose changes start a workflow."""
    for trigger in triggers(file):
        if trigger.event == "push":
            yield from trigger.section.texts("branches")


def _git(root: Path, path: str) -> str:
    """A file of git's, as text; empty where there is none."""
    try:
        return read_bytes(root, f".git/{path}", GIT_LIMIT).decode(errors="replace")
    except OSError:
        return ""
