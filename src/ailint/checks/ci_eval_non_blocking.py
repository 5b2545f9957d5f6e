"""Evaluations whose failure stops no pipeline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.eval_runs import evaluating_runs
from ailint.facts import Outcome, Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.commands import command_lines
from ailint.project.pipelines import SWALLOWED, steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Command
    from ailint.project import Project
    from ailint.project.commands import Run
    from ailint.project.pipelines import Step

GATE = re.compile(
    r"\bexit\s+(?:[1-9]|\$)|\bjq\s+(?:-\w*e\b|--exit-status)|\.outcome\b|\bfailure\(\)|threshold|--(?:min|fail)-|--assert|\bgate|regress",
    re.IGNORECASE,
)
DEPLOYS = re.compile(r"(?:^|[\W_])(?:deploy|release|publish|promote)", re.IGNORECASE)
NOT_PRODUCTION = re.compile(
    r"stag|dev|preview|test|sandbox|docs|pages|undeploy|cleanup|contract|check|verif|valid|draft|notes|dry.?run|(?:^|[\W_])plan(?:$|[\W_])",
    re.IGNORECASE,
)
ALWAYS = re.compile(r"\balways\(\)")
RESULT = re.compile(r"\bresult\b|\bsuccess\(\)|\boutcome\b")
SWITCHED_OFF = frozenset({"0", "'0'", '"0"'})


def ci_eval_non_blocking(project: Project) -> Iterator[Verdict]:
    """Where a pipeline runs the evaluation, its failure fails the pipeline, and what deploys in the same pipeline waits for it."""
    for subproject in project.subprojects:
        found = {(run.path, run.command.span, run.words): run for run in evaluating_runs(project, subproject)}
        verdicts = {verdict.place: verdict for run in found.values() if (verdict := judged(project, run)) is not None}
        stops = any(verdict.outcome is Outcome.SATISFIED for verdict in verdicts.values())
        for verdict in verdicts.values():
            doubled = stops and verdict.outcome is not Outcome.SATISFIED
            yield satisfied(verdict.place, "Another step runs the evaluation too, and stops where it fails") if doubled else verdict


def judged(project: Project, run: Run) -> Verdict | None:
    """The verdict on one command that evaluates."""
    step = next((step for step in steps(project) if step.path == run.path and run.command in step.commands), None)
    if step is None:
        return None
    place = Place(run.path, run.command.span)
    tolerated = step.ignores(run.command) or exit_code_set(project, step, run.command) or swallowed_in_target(project, run)
    if tolerated is not None:
        if decided_later(project, step, run.command):
            return satisfied(place, "A later step looks at the result and decides")
        related = () if tolerated == place else (Related(place, "the evaluation is run here"),)
        return violated(tolerated, "The evaluation may fail here and the pipeline goes on as if it had passed", related=related)
    return unguarded(project, step, place) or satisfied(place, "The pipeline stops where the evaluation fails")


def exit_code_set(project: Project, step: Step, command: Command) -> Place | None:
    """Where a variable makes the evaluation end well whatever it finds."""
    names = [name for _, proof in project.knowledge.proofs("evaluation-exit-code") for name in proof.env]
    for name in names:
        if step.environment.get(name) in SWITCHED_OFF:
            settings = (setting for part in (step.section, step.job, step.file) for setting in part.settings if setting.key[-1:] == (name,))
            return next((Place(step.path, setting.span) for setting in settings), None)
        if re.search(rf"(?:^|\s){re.escape(name)}=['\"]?0\b", command.text):
            return Place(step.path, command.span)
    return None


def swallowed_in_target(project: Project, run: Run) -> Place | None:
    """Where a task file or script that the pipeline calls ignores the failure of the evaluation."""
    if run.words in tuple(command_lines(run.command.text)):
        return None
    for path, file in project.files.items():
        for command in file.commands:
            if command.source in {"make", "script"} and SWALLOWED.search(command.text) and run.words in tuple(command_lines(command.text)):
                return Place(path, command.span)
    return None


def decided_later(project: Project, step: Step, command: Command) -> bool:
    """Whether something after the command, in its job or in jobs that wait for it, reads the result and may fail."""
    own = step.commands[step.commands.index(command) + 1 :]
    if any(GATE.search(other.text) for other in own):
        return True
    same = [other for other in steps(project) if other.path == step.path]
    later = same[same.index(step) + 1 :]
    return any(GATE.search(text) for other in later for text in (*other.conditions, *(each.text for each in other.commands)) if follows(step, other))


def follows(step: Step, other: Step) -> bool:
    """Whether a step is of the same job, or of one that waits for it."""
    return other.job.key == step.job.key or bool(set(step.job.key[-1:]) & set(other.needs))


def unguarded(project: Project, step: Step, place: Place) -> Verdict | None:
    """The verdict where a job of the same pipeline deploys without waiting for the evaluation; None where none does."""
    if step.job.key[:1] != ("jobs",):
        return None
    jobs = {other.job.key[-1]: other for other in reversed(steps(project)) if other.path == step.path and other.job.key[:1] == ("jobs",)}
    own = step.job.key[-1]
    for name, job in jobs.items():
        if name != own and deploys(name, job):
            before = waited_for(name, jobs)
            related = (Related(job.job.place, "this job deploys"),)
            if own not in before and name in waited_for(own, jobs):
                return unknown(place, f"The evaluation runs after `{name}` has deployed, which may be a place for tests", related=related)
            if own not in before:
                return violated(place, f"`{name}` does not wait for the evaluation, which can fail only after it has deployed", related=related)
            if any(ALWAYS.search(text) and not RESULT.search(text) for text in job.job.texts("if")):
                return violated(place, f"`{name}` deploys whether the evaluation has passed or not", related=related)
    return None


def deploys(name: str, job: Step) -> bool:
    """Whether a job brings something into production, by its name and environment."""
    environment = " ".join(job.job.texts("environment") + job.job.texts("environment", "name"))
    return bool(DEPLOYS.search(name)) and not NOT_PRODUCTION.search(f"{name} {environment}")


def waited_for(name: str, jobs: dict[str, Step]) -> set[str]:
    """The jobs that have passed before one begins."""
    found: set[str] = set()
    pending = [name]
    while pending:
        job = jobs.get(pending.pop())
        new = set(job.needs) - found if job is not None else set()
        found |= new
        pending += new
    return found
