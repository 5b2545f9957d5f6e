"""Downloads that run code from the place they come from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.hub import COMMIT, Origin, source_of
from ailint.facts import Outcome, Place, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

FLAG = "trust_remote_code"
OPTION = re.compile(r"--trust[-_]remote[-_]code(?:[ =]\"?(?P<value>\w+))?")
OFF = frozenset({"0", "false", "no", "off", "none", ""})


def remote_code_trusted(project: Project) -> Iterator[Verdict]:
    """No download runs code of a model's or data set's repository; one finding a file and id."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for site in project.calls("model", "dataset", "embed", "llm", "rerank", "train"):
        if FLAG in site.meaning.arguments:
            name, verdict = _judged(site, project)
            if verdict.outcome is Outcome.VIOLATED:
                groups.setdefault((site.path, name), []).append(verdict)
            else:
                yield verdict
    for first, *others in groups.values():
        severity = min((verdict.severity or Severity.HIGH for verdict in (first, *others)), key=lambda found: found.rank)
        related = tuple(Related(verdict.place, "and here") for verdict in others)
        yield violated(first.place, first.message, severity=severity, related=related)
    yield from _switched_on(project)


def _judged(site: Site, project: Project) -> tuple[str, Verdict]:
    flag = project.argument(site, FLAG)
    source = source_of(site, project, "dataset" if site.role == "dataset.load" else "model")
    name = source.name if source else ""
    if flag.given is Given.UNKNOWN or (flag.given is Given.CALL and not flag.constants):
        return name, unknown(site.place, "whether it runs the repository's code is decided elsewhere")
    if True not in flag.constants or (False in flag.constants and len(flag.things) > 1):
        return name, satisfied(site.place, "runs no code of the repository")
    if source is not None and source.origin is Origin.LOCAL:
        return name, satisfied(site.place, "the code is in a folder of one's own")
    origin = source.origin if source else Origin.UNKNOWN
    return name, violated(site.place, _words(origin, name), severity=_severity(site, project, origin))


def _words(origin: Origin, name: str) -> str:
    if origin is Origin.HUB:
        return f"Loading `{name}` runs whatever Python its repository holds"
    if origin is Origin.OPTION:
        return f"Loading runs whatever Python the repository holds that `{name}` names"
    return "Loading runs whatever Python the repository holds"


def _severity(site: Site, project: Project, origin: Origin) -> Severity | None:
    """Worse where the id is chosen at run time, less where one commit is pinned."""
    revisions = [str(constant) for constant in project.argument(site, "revision").constants]
    if revisions and all(COMMIT.match(revision) for revision in revisions):
        return Severity.MEDIUM
    return Severity.CRITICAL if origin is Origin.OPTION else None


def _switched_on(project: Project) -> Iterator[Verdict]:
    """Settings and command lines that switch it on for whatever they start."""
    for path, file in project.files.items():
        for setting in file.settings:
            key = setting.key[-1].lower().replace("-", "_") if setting.key else ""
            if key == FLAG or key.endswith(f"_{FLAG}"):
                place = Place(path, setting.span)
                off = setting.raw.strip("\"'").lower() in OFF
                words = f"`{setting.key[-1]}` lets downloads run code of their repositories"
                yield satisfied(place, "switched off") if off else violated(place, words)
        for command in file.commands:
            found = OPTION.search(command.text)
            if found and (found["value"] or "true").lower() not in OFF:
                yield violated(Place(path, command.span), f"`{found[0].split()[0]}` lets the model's repository run its code here")
