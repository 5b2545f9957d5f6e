"""Prompts whose change starts no evaluation, as the pipeline's path filter leaves them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pathspec import GitIgnoreSpec

from ailint.checks.eval_runs import evaluating_runs
from ailint.checks.globs import selects
from ailint.checks.prompt_files import users_of
from ailint.facts import Place, Related, Span, Verdict, satisfied, violated
from ailint.project.pipelines import changes, steps, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.commands import Run
    from ailint.project.profile import SubProject
    from ailint.project.sections import Section

TOP = Span(1, 0, 1, 0)
CHANGES = frozenset({"push", "pull_request", "pull_request_target"})
MOST_RELATED = 6
MOST_NAMED = 3


class Filter(NamedTuple):
    """What a change must touch to start a pipeline: paths, or anything but `ignored`. `section` is where it stands."""

    paths: tuple[str, ...]
    ignored: tuple[str, ...]
    section: Section

    def lets(self, path: str) -> bool:
        """Whether a change of a file starts the pipeline."""
        return selects(self.paths, path) if self.paths else not selects(self.ignored, path)

    @property
    def words(self) -> str:
        """The filter, as it is written."""
        listed = self.paths or self.ignored
        shown = ", ".join(f"`{pattern}`" for pattern in listed[:MOST_NAMED]) + (" …" if len(listed) > MOST_NAMED else "")
        return f"only changes of {shown} do" if self.paths else f"changes of {shown} do not"


def ci_prompt_paths_not_covered(project: Project) -> Iterator[Verdict]:
    """A pipeline that evaluates is started by changes of every prompt file that the application loads."""
    for subproject in project.subprojects:
        prompts = prompt_files(project, subproject)
        runs = list(evaluating_runs(project, subproject)) if prompts else []
        filters = {path: list(filters_of(project, [run for run in runs if run.path == path])) for path in sorted({run.path for run in runs})}
        covered = {prompt for found in filters.values() for prompt in prompts if started(found, prompt)}
        missed = [prompt for prompt in prompts if prompt not in covered]
        for path, found in filters.items():
            yield judged(path, found, prompts, missed)


def prompt_files(project: Project, subproject: SubProject) -> list[str]:
    """Files that the application loads as prompts, and those that the configuration declares."""
    declared = GitIgnoreSpec.from_lines(project.config.paths.prompts)
    texts = (path for path in subproject.files if path not in project.python)
    return [path for path in texts if users_of(project, path) or declared.match_file(path)]


def filters_of(project: Project, runs: list[Run]) -> Iterator[Filter | None]:
    """The filters of a pipeline's changes, and of the jobs that evaluate in it; None for one that lets everything through."""
    path = runs[0].path
    found = [trigger for trigger in triggers(project.files[path]) if trigger.event in CHANGES]
    commands = {run.command.span for run in runs}
    jobs = [step for step in steps(project) if step.path == path and any(command.span in commands for command in step.commands)]
    for trigger in found:
        below = next((part for part in ("paths", "paths-ignore") if trigger.section.below(part)), "")
        filtered = trigger.paths or trigger.ignored
        yield Filter(trigger.paths, trigger.ignored, trigger.section.below(below) if below else trigger.section) if filtered else None
    if not found:
        for step in jobs:
            paths = changes(step)
            yield Filter(paths, (), step.job) if paths else None


def started(found: list[Filter | None], path: str) -> bool:
    """Whether a change of a file starts the pipeline; one that no change starts is about something else."""
    return any(each is None or each.lets(path) for each in found)


def judged(path: str, found: list[Filter | None], prompts: list[str], missed: list[str]) -> Verdict:
    """The verdict on one pipeline."""
    wrong = next((each for each in found if each is not None and any(not each.lets(prompt) for prompt in missed)), None)
    if wrong is None:
        return satisfied(Place(path, TOP), f"A change of any of the {len(prompts)} prompt files starts an evaluation")
    more = f" and {len(missed) - 1} more" if len(missed) > 1 else ""
    words = f"A change of `{missed[0]}`{more} starts no evaluation: {wrong.words}"
    return violated(wrong.section.place, words, related=tuple(Related(Place(prompt, TOP), "a prompt file") for prompt in missed[:MOST_RELATED]))
