"""Evaluations that no pipeline runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.commands import Run, arguments, as_module, begins_with, pipeline_runs, program
from ailint.project.evaluation import evaluation_place
from ailint.project.evidence import DECLARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.evidence import Evidence
    from ailint.project.profile import SubProject

TEST_RUNNERS = frozenset({"pytest", "py.test"})
INTERPRETER = re.compile(r"^(python[\d.]*|bash|sh|node|tsx|ts-node|bun|deno|papermill)$")
COLLECTED = re.compile(r"(^|/)(test_[^/]*|[^/]*_test)\.py$")
MOST_RELATED = 6
MOST_NAMED = 3


def ci_eval_not_run(project: Project) -> Iterator[Verdict]:
    """Where an evaluation exists, some pipeline runs it: its command, its files, a target or script that leads there, or its tests."""
    runs = list(pipeline_runs(project))
    for subproject in project.subprojects:
        proofs = project.evidence("evaluation", subproject)
        if proofs:
            yield _judged(project, subproject, proofs, [run for run in runs if run.within in {"", subproject.path}])


def _judged(project: Project, subproject: SubProject, proofs: tuple[Evidence, ...], runs: list[Run]) -> Verdict:
    place = project.manifest(subproject)
    commands = {name for _, proof in project.knowledge.proofs("evaluation") for name in proof.commands}
    places = {path for proof in proofs for path in (proof.path, evaluation_place(proof.path)) if path}
    doubtful = None
    for run in runs:
        related = (Related(Place(run.path, run.command.span), "the pipeline runs it here"),)
        reaches = _reaches(run, commands, places)
        if reaches:
            return satisfied(place, f"`{run.path}` runs the evaluation", related=related, subproject=subproject.path)
        doubtful = doubtful or (related if reaches is None else None)
    if doubtful:
        words = "a pipeline selects tests by mark or name, and the evaluation may be among them"
        return unknown(place, words, related=doubtful, subproject=subproject.path)
    if all(DECLARED in proof.what for proof in proofs):
        return satisfied(place, proofs[0].what, subproject=subproject.path)
    pipelines = sorted({run.path for run in runs})
    commands_run = {(run.path, run.command.span) for run in runs}
    ran = f"none of the {len(commands_run)} commands in {_listed(pipelines)} leads to it" if pipelines else "there is no pipeline at all"
    evaluations = tuple(Related(Place(proof.path, proof.span), proof.what) for proof in proofs)[:MOST_RELATED]
    words = f"An evaluation exists ({proofs[0].what} in `{proofs[0].path}`), and {ran}"
    return violated(place, words, related=evaluations, subproject=subproject.path)


def _reaches(run: Run, commands: set[str], places: set[str]) -> bool | None:
    """Whether a command runs the evaluation; None where it may."""
    if any(begins_with(run.words, command) for command in commands):
        return True
    if run.command.uses and {program(command) for command in commands} & set(re.split(r"[/@-]", run.command.uses)):
        return True
    words = as_module(run.words)
    if not words:
        return False
    if words[0].rpartition("/")[2] in TEST_RUNNERS:
        return _collects(words, places)
    if words != run.words:
        return any(_leads_into(words[0].replace(".", "/"), place) for place in places)
    files = words[1:] if INTERPRETER.match(words[0].rpartition("/")[2]) else words[:1]
    return any(_leads_into(_path(file), place) for file in files for place in places if "/" in file or "." in file)


def _leads_into(file: str, place: str) -> bool:
    """Whether a file is the evaluation's or lies in its folder, seen from the root or from a folder in which it is run."""
    stem = place.removesuffix(".py")
    return any(
        file.removesuffix(".py") == end or file.startswith(f"{end}/")
        for end in (stem, *(stem.split("/", cut)[-1] for cut in range(1, stem.count("/") + 1)))
        if end == stem or evaluation_place(f"{end}/x")
    )


def _collects(words: tuple[str, ...], places: set[str]) -> bool | None:
    """Whether a run of all tests, or of some of them, has the evaluation among them."""
    named = [_path(word) for word in arguments(words[1:]) if "/" in word or word.endswith(".py") or evaluation_place(f"{word}/x")]
    if any(_leads_into(name, place) for name in named for place in places):
        return True
    tests = [place for place in places if COLLECTED.search(place) and (not named or any(place.startswith(f"{name}/") for name in named))]
    ignored = [word.partition("=")[2] for word in words if word.startswith("--ignore=")]
    tests = [test for test in tests if not any(test.startswith(path) for path in ignored)]
    if not tests:
        return False
    return None if {"-m", "-k"} & set(words[1:]) else True


def _path(word: str) -> str:
    return word.removeprefix("./").rstrip("/").partition("::")[0]


def _listed(paths: list[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths[:MOST_NAMED]) + (" …" if len(paths) > MOST_NAMED else "")
