"""Which commands of pipelines run an evaluation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.project.commands import Run, arguments, as_module, begins_with, pipeline_runs, program
from ailint.project.evaluation import evaluation_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.evidence import Evidence
    from ailint.project.profile import SubProject

TEST_RUNNERS = frozenset({"pytest", "py.test"})
INTERPRETER = re.compile(r"^(python[\d.]*|bash|sh|node|tsx|ts-node|bun|deno|papermill)$")
COLLECTED = re.compile(r"(^|/)(test_[^/]*|[^/]*_test)\.py$")


class Evaluating:
    """Tells which commands run an evaluation: its command, its files, or its tests."""

    def __init__(self, project: Project, proofs: tuple[Evidence, ...]) -> None:
        self.commands = {name for _, proof in project.knowledge.proofs("evaluation") for name in proof.commands}
        self.places = {path for proof in proofs for path in (proof.path, evaluation_place(proof.path)) if path}

    def reaches(self, run: Run) -> bool | None:
        """Whether a command runs the evaluation; None where it may."""
        return reaches(run, self.commands, self.places)


def evaluating_runs(project: Project, subproject: SubProject) -> Iterator[Run]:
    """What pipelines run of a sub-project's evaluation."""
    proofs = project.evidence("evaluation", subproject)
    evaluating = Evaluating(project, proofs)
    runs = project.shared("pipeline runs", lambda: tuple(pipeline_runs(project))) if proofs else ()
    return (run for run in runs if run.within in {"", subproject.path} and evaluating.reaches(run))


def reaches(run: Run, commands: set[str], places: set[str]) -> bool | None:
    """Whether a command runs the evaluation; None where it may."""
    if any(begins_with(run.words, command) for command in commands):
        return True
    if run.command.uses and {program(command) for command in commands} & set(re.split(r"[/@-]", run.command.uses)):
        return True
    words = as_module(run.words)
    if not words:
        return False
    if words[0].rpartition("/")[2] in TEST_RUNNERS:
        return collects(words, places)
    if words != run.words:
        return any(leads_into(words[0].replace(".", "/"), place) for place in places)
    files = words[1:] if INTERPRETER.match(words[0].rpartition("/")[2]) else words[:1]
    return any(leads_into(plain_path(file), place) for file in files for place in places if "/" in file or "." in file)


def leads_into(file: str, place: str) -> bool:
    """Whether a file is the evaluation's or lies in its folder, seen from the root or from a folder in which it is run."""
    stem = place.removesuffix(".py")
    return any(
        file.removesuffix(".py") == end or file.startswith(f"{end}/")
        for end in (stem, *(stem.split("/", cut)[-1] for cut in range(1, stem.count("/") + 1)))
        if end == stem or evaluation_place(f"{end}/x")
    )


def collects(words: tuple[str, ...], places: set[str]) -> bool | None:
    """Whether a run of all tests, or of some of them, has the evaluation among them."""
    named = [plain_path(word) for word in arguments(words[1:]) if "/" in word or word.endswith(".py") or evaluation_place(f"{word}/x")]
    if any(leads_into(name, place) for name in named for place in places):
        return True
    tests = [place for place in places if COLLECTED.search(place) and (not named or any(place.startswith(f"{name}/") for name in named))]
    ignored = [word.partition("=")[2] for word in words if word.startswith("--ignore=")]
    tests = [test for test in tests if not any(test.startswith(path) for path in ignored)]
    if not tests:
        return False
    return None if {"-m", "-k"} & set(words[1:]) else True


def plain_path(word: str) -> str:
    """A file or folder as a command names it, without what only its runner reads."""
    return word.removeprefix("./").rstrip("/").partition("::")[0]
