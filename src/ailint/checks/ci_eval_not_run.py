"""Evaluations that no pipeline runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.eval_runs import Evaluating
from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.commands import Run, pipeline_runs
from ailint.project.evidence import DECLARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.evidence import Evidence
    from ailint.project.profile import SubProject

MOST_RELATED = 6
MOST_NAMED = 3


def ci_eval_not_run(project: Project) -> Iterator[Verdict]:
    """Where an evaluation exists, some pipeline runs it: its command, its files, a target or script that leads there, or its tests."""
    runs = project.shared("pipeline runs", lambda: tuple(pipeline_runs(project)))
    for subproject in project.subprojects:
        proofs = project.evidence("evaluation", subproject)
        if proofs:
            yield _judged(project, subproject, proofs, [run for run in runs if run.within in {"", subproject.path}])


def _judged(project: Project, subproject: SubProject, proofs: tuple[Evidence, ...], runs: list[Run]) -> Verdict:
    place = project.manifest(subproject)
    evaluating = Evaluating(project, proofs)
    doubtful = None
    for run in runs:
        related = (Related(Place(run.path, run.command.span), "the pipeline runs it here"),)
        reaches = evaluating.reaches(run)
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


def _listed(paths: list[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths[:MOST_NAMED]) + (" …" if len(paths) > MOST_NAMED else "")
