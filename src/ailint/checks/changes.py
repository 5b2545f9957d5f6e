"""What else a change has: evaluations, results, versions, a word in the changelog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from ailint.checks.ci_eval_non_blocking import judged
from ailint.checks.ci_prompt_paths_not_covered import filters_of, started
from ailint.checks.eval_runs import evaluating_runs
from ailint.facts import Literal, Outcome, Place, Ref, Related
from ailint.project.evaluation import evaluation_data, evaluation_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.base import Base
    from ailint.project.profile import SubProject

CHANGELOG = re.compile(
    r"(?:^|/)(?:change[-_]?log|changes|history|news|release[-_]?notes)(?:\.[\w-]+)*$|(?:^|/)(?:changelog\.d|changes|newsfragments|\.changeset)/",
    re.IGNORECASE,
)
SNAPSHOTS = re.compile(r"(?:^|/)(?:__snapshots__|snapshots?|cassettes|goldens?)/|\.(?:snap|ambr)$", re.IGNORECASE)
VERSION = re.compile(r"version|revision", re.IGNORECASE)
MOST_RELATED = 6


class Changes:
    """The files of today that a change touched, and what they say about its evaluation."""

    def __init__(self, project: Project, base: Base, evidence: Iterable[str]) -> None:
        """`evidence`: globs of further files that count."""
        self.project = project
        self.base = base
        self.further = GitIgnoreSpec.from_lines(evidence)
        self.data = frozenset(evaluation_data(project))
        self.paths = tuple(path for path in project.paths if path not in base.same)

    def shown_by(self, place: Place, words: frozenset[str]) -> str:
        """What shows that a changed prompt or model, told by `words` in tests, was evaluated; empty where nothing does."""
        part = self.project.subproject_of(place.path)
        proofs = frozenset(proof.path for proof in self.project.evidence("evaluation", part))
        for path in self.paths:
            owner = self.project.subproject_of(path).path
            if path != place.path and owner in {part.path, "."} and self.counts(path, proofs, words):
                return f"`{path}` changed with it"
        return self.version(place.path) or self.run(part, place.path)

    def counts(self, path: str, proofs: frozenset[str], words: frozenset[str]) -> bool:
        """Whether a changed file shows that somebody looked at what the model makes of the change."""
        if CHANGELOG.search(path) or SNAPSHOTS.search(path) or self.further.match_file(path):
            return True
        role = self.project.role(path)
        if role == "eval" or evaluation_place(path) or path in proofs | self.data:
            return True
        facts = self.project.python.get(path)
        return role == "test" and facts is not None and not facts.words.isdisjoint(words)

    def version(self, path: str) -> str:
        """A version that is kept beside and was raised."""
        now, before = versions(self.project, path), versions(self.base.project, self.base.before(path))
        raised = sorted(name for name, value in now.items() if name in before and before[name] != value)
        return f"`{raised[0]}` was raised with it" if raised else ""

    def run(self, part: SubProject, path: str) -> str:
        """A pipeline that evaluates every such change, and stops where it fails."""
        runs = list(evaluating_runs(self.project, part))
        for pipeline in dict.fromkeys(run.path for run in runs):
            own = [run for run in runs if run.path == pipeline]
            verdicts = (judged(self.project, run) for run in own)
            stops = any(verdict is not None and verdict.outcome is Outcome.SATISFIED for verdict in verdicts)
            filters = list(filters_of(self.project, own))
            if stops and filters and started(filters, path):
                return f"`{pipeline}` evaluates every such change"
        return ""

    def could_have(self, place: Place) -> tuple[Related, ...]:
        """The evaluations that did not change."""
        proofs = self.project.evidence("evaluation", self.project.subproject_of(place.path))
        return tuple(Related(Place(proof.path, proof.span), "an evaluation that did not change") for proof in proofs)[:MOST_RELATED]


def versions(project: Project, path: str) -> dict[str, object]:
    """The versions that a file names, by their names."""
    return dict(_versions(project, path))


def _versions(project: Project, path: str) -> Iterator[tuple[str, object]]:
    facts, file = project.python.get(path), project.files.get(path)
    for step in facts.steps if facts else ():
        if isinstance(step.target, Ref) and isinstance(step.value, Literal) and VERSION.search(step.target.name):
            yield step.target.name, step.value.value
    for setting in file.settings if file else ():
        if VERSION.search(setting.key[-1]):
            yield ".".join(setting.key), setting.value
