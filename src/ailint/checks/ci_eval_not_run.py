"""Evaluations that no pipeline runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.project import Project
from ailint.project.commands import Run, arguments, as_module, begins_with, pipeline_runs
from ailint.project.evaluation import evaluation_place
from ailint.project.evidence import Evidence
from ailint.project.profile import SubProject

TEST_RUNNERS = frozenset({"pytest", "py.test"})
COLLECTED = re.compile(r"(^|/)(test_[^/]*|[^/]*_test)\.py$")
MOST_RELATED = 6


def ci_eval_not_run(project: Project) -> Iterator[Verdict]:
    """Where an evaluation exists, some pipeline runs it: its command, its files, a target or script that leads there, or its tests."""
    runs = list(pipeline_runs(project))
    for subproject in project.subprojects:
        proofs = project.evidence("evaluation", subproject)
        if proofs:
            yield _judged(project, subproject, proofs, runs)


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
        return unknown(place, "a pipeline selects tests by mark or name, and the evaluation may be among them", related=doubtful, subproject=subproject.path)
    if all(proof.library == "" and "declared" in proof.what for proof in proofs):
        return satisfied(place, proofs[0].what, subproject=subproject.path)
    pipelines = sorted({run.path for run in runs})
    commands_run = {(run.path, run.command.span) for run in runs}
    ran = f"none of the {len(commands_run)} commands in {_listed(pipelines)} leads to it" if pipelines else "there is no pipeline at all"
    evaluations = tuple(Related(Place(proof.path, proof.span), proof.what) for proof in proofs)[:MOST_RELATED]
    return violated(place, f"An evaluation exists ({proofs[0].what} in `{proofs[0].path}`), and {ran}", related=evaluations, subproject=subproject.path)


def _reaches(run: Run, commands: set[str], places: set[str]) -> bool | None:
    """Whether a command runs the evaluation; None where it may."""
    if any(begins_with(run.words, command) for command in commands):
        return True
    if run.command.uses and any(command.split()[0] in run.command.uses for command in commands):
        return True
    words = as_module(run.words)
    named = [_path(word) for word in arguments(words[1:])] + ([words[0].replace(".", "/")] if words != run.words else [])
    if any(_within(name, place) for name in named for place in places if name):
        return True
    if words and words[0].rpartition("/")[2] in TEST_RUNNERS:
        return _collects(words, named, places)
    return any(_within(_path(run.words[0]), place) for place in places) if run.words else False


def _collects(words: tuple[str, ...], named: list[str], places: set[str]) -> bool | None:
    """Whether a run of all tests, or of a folder of them, has the evaluation among them."""
    tests = [place for place in places if COLLECTED.search(place)]
    paths = [name for name in named if "/" in name or name.endswith(".py") or any(place.split("/")[0] == name for place in tests)]
    among = [test for test in tests if not paths or any(test.startswith(f"{path}/") or test == path for path in paths)]
    if not among:
        return False
    ignored = [word.partition("=")[2] for word in words if word.startswith("--ignore=")]
    if any(test.startswith(path) for test in among for path in ignored):
        return False
    return None if {"-m", "-k"} & set(words[1:]) else True


def _path(word: str) -> str:
    return word.removeprefix("./").rstrip("/").partition("::")[0]


def _within(name: str, place: str) -> bool:
    """Whether a path on a command line is the evaluation's, or in its folder, from the root or from the folder it is run in."""
    if evaluation_place(name) in {"", name} and "/" not in name and not name.endswith(".py"):
        return place == name or place.endswith(f"/{name}")
    return name == place or name.startswith(f"{place}/") or place.endswith(f"/{name}") or f"{place}/" in f"{name}/" or bool(
        evaluation_place(name) and place.endswith(f"/{evaluation_place(name)}")
    )


def _listed(paths: list[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths[:3]) + (" …" if len(paths) > 3 else "")
