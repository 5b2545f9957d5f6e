"""Ready-made AI steps of pipelines that run from a branch or moving tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.pipeline_secrets import model_keys, secrets_in
from ailint.facts import Place, Verdict, satisfied, unknown, violated
from ailint.knowledge.agents import load_agents
from ailint.project.containers import is_open, parsed
from ailint.project.pipelines import Step, Uses, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
VERSION = re.compile(r"(?:^|[/@_-])v?(?P<major>\d+)(?P<rest>[.-][\w.-]+)?$")
LONGEST = 200  # characters: longer is no version
IMAGE = "docker://"
WORKFLOW = ".github/workflows/"


def ci_ai_action_unpinned(project: Project, *, allow_major_tags: bool) -> Iterator[Verdict]:
    """Every step that runs a model, or is given the key of one, has a commit or version."""
    agents, keys = load_agents(), model_keys()
    for step in steps(project):
        uses = step.uses
        if uses is None or uses.path or WORKFLOW in uses.name:
            continue
        key = next((name for name in secrets_in(step.section) if name in keys), "")
        if agents.action(uses.name) is not None or key:
            yield _judged(step, uses, key, allow_major_tags=allow_major_tags)


def _judged(step: Step, uses: Uses, key: str, *, allow_major_tags: bool) -> Verdict:
    place = Place(step.path, step.commands[0].span)
    if uses.name.startswith(IMAGE):
        return _image(place, f"{uses.name}@{uses.ref}".rstrip("@").removeprefix(IMAGE))
    if is_open(uses.ref) or len(uses.ref) > LONGEST:
        return unknown(place, "the version comes from outside the file")
    if COMMIT.fullmatch(uses.ref):
        return satisfied(place, "it runs from a commit")
    with_key = f", and it is handed `{key}`" if key else ""
    version = VERSION.search(uses.ref)
    if version is None or (version["major"] == "0" and not version["rest"]):
        return violated(place, f"`{uses.ref or uses.name}` is whatever its authors pushed last{with_key}")
    if not version["rest"] and not allow_major_tags:
        return violated(place, f"`{uses.ref}` moves with every release of that major version{with_key}")
    return satisfied(place, f"it runs version `{uses.ref}`")


def _image(place: Place, text: str) -> Verdict:
    image = parsed(text)
    if image.digest or re.search(r"\d", image.tag):
        return satisfied(place, "its image has a version")
    if is_open(text):
        return unknown(place, "the version comes from outside the file")
    return violated(place, f"The image `{text}` has no version")
