"""Practices that an application shows no trace of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.checks.eval_runs import evaluating_runs
from ailint.facts import Outcome, Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.evaluation import unread_evaluations
from ailint.project.evidence import RUNNING, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.profile import SubProject

MODEL_CALLS = ("llm.chat", "agent.run", "agent.define")
MODEL_CLIENTS = ("llm.client", "agent.define")
MOST_RELATED = 6


def llm_tracing_absent(project: Project) -> Iterator[Verdict]:
    """Model calls of an application are traced: an instrumentor, a callback, a switch, a platform, or spans made by hand."""
    looked = "instrumentors, callbacks, tracing switches in code and environment files, trace spans made by hand"
    for subproject, calls, proofs in applications(project, "tracing"):
        requests = project.evidence("request-tracing", subproject)
        if not proofs and requests:
            words = f"{requests[0].what}: model calls are traced as web requests, if at all"
            yield unknown(project.manifest(subproject), words, related=shown(requests), subproject=subproject.path)
        else:
            yield answered(project, subproject, proofs, calls, f"Nothing traces the model calls of this application ({counted(calls)})", looked)


def guardrails_absent(project: Project) -> Iterator[Verdict]:
    """Something judges what users send to the model, or what it answers."""
    looked = "moderation calls, guard libraries, guardrails and filters of providers, functions that are called a guard"
    for subproject, calls, proofs in applications(project, "guardrails"):
        lack = f"Nothing judges what users send to the model or what it answers ({counted(calls)})"
        yield answered(project, subproject, proofs, calls, lack, looked)


def eval_suite_absent(project: Project) -> Iterator[Verdict]:
    """What the model says is scored by something that can be run again."""
    looked = "evaluation frameworks and commands, folders that ask the model and score its answers, tests against data files"
    for subproject, calls, proofs in applications(project, "evaluation"):
        doubt = "" if proofs else _doubt(project, subproject)
        if doubt:
            yield unknown(project.manifest(subproject), doubt, subproject=subproject.path)
        else:
            verdict = answered(project, subproject, proofs, calls, f"Nothing scores what the model says ({counted(calls)})", looked)
            yield _with_retrieval(project, verdict)


def red_team_absent(project: Project) -> Iterator[Verdict]:
    """Somebody attacks the application on purpose: a scanner, a red-team configuration, tests with injected instructions."""
    looked = "red-team tools, configurations and commands, tests and evaluation data that try to change the model's instructions"
    for subproject, calls, proofs in applications(project, "red-teaming"):
        lack = f"Nothing attacks this application before others do ({counted(calls)})"
        yield answered(project, subproject, proofs, calls, lack, looked)


def drift_monitoring_absent(project: Project) -> Iterator[Verdict]:
    """Something watches the quality of answers in operation: a monitor, scores of real requests, an evaluation by the clock."""
    looked = "drift and quality monitors, scores that are kept with traces, evaluations on a schedule"
    for subproject, calls, proofs in applications(project, "quality-monitoring"):
        nightly = next((run for run in evaluating_runs(project, subproject) if "schedule" in run.command.triggers), None)
        if nightly is not None and not proofs:
            related = (Related(Place(nightly.path, nightly.command.span), "it runs here"),)
            yield satisfied(project.manifest(subproject), "An evaluation runs on a schedule", related=related, subproject=subproject.path)
        else:
            lack = f"Nothing watches the quality of answers in operation ({counted(calls)})"
            yield answered(project, subproject, proofs, calls, lack, looked)


def _doubt(project: Project, subproject: SubProject) -> str:
    """Why an evaluation may exist that is not seen."""
    unread = unread_evaluations(project, subproject.files)
    if unread:
        return f"`{unread[0]}` may evaluate, in a language that is not read"
    retrieval = project.evidence("retrieval-evaluation", subproject)
    return f"retrieval is measured ({retrieval[0].what} in `{retrieval[0].path}`), and no answer" if retrieval else ""


Application = tuple["SubProject", tuple[Related, ...], tuple["Evidence", ...]]


def applications(project: Project, practice: str) -> Iterator[Application]:
    """Sub-projects that ask a model in production: where they do, and what proves the practice there."""
    for subproject in project.subprojects:
        calls = model_calls(project, subproject)
        if calls and not are_aside(project, calls):
            yield subproject, calls, project.evidence(practice, subproject)


def are_aside(project: Project, calls: tuple[Related, ...]) -> bool:
    """Whether calls stand in scripts beside the sub-projects that are the applications of a repository."""
    return len(project.subprojects) > 1 and all(project.role(related.place.path) == "script" for related in calls)


def answered(  # noqa: PLR0913, PLR0917 -- what is lacking, where, and what was looked for
    project: Project, subproject: SubProject, proofs: tuple[Evidence, ...], calls: tuple[Related, ...], lack: str, looked: str
) -> Verdict:
    """Satisfied by what proves the practice, or violated by what lacks it, with what was looked for."""
    place = project.manifest(subproject)
    if proofs:
        return satisfied(place, proofs[0].what, related=shown(proofs), subproject=subproject.path)
    if unread := _unread(project, subproject):
        return unknown(place, f"`{unread}` cannot be read, and it may be there", subproject=subproject.path)
    words = f"{lack}. Searched {len(subproject.files)} files for {looked}"
    return violated(place, words, related=calls[:MOST_RELATED], subproject=subproject.path)


def _unread(project: Project, subproject: SubProject) -> str:
    """A file of the running code that the reader could not make sense of: what it holds is not absent."""
    files = (project.files[path] for path in subproject.files if path in project.files and project.role(path) == "app")
    return next((file.path for file in files if file.format == "python" and file.python is None), "")


def model_calls(project: Project, subproject: SubProject) -> tuple[Related, ...]:
    """Model calls and agent runs in what runs in production; where none is seen, the clients that are made there."""
    for roles, words in ((MODEL_CALLS, "the model is asked here"), (MODEL_CLIENTS, "the client is made here")):
        sites = (site for site in project.calls(*roles) if project.role(site.path) in RUNNING)
        found = tuple(Related(site.place, words) for site in sites if project.subproject_of(site.path).path == subproject.path)
        if found:
            return found
    return ()


def counted(calls: tuple[Related, ...]) -> str:
    """How many calls there are, and in how many files."""
    files = len({related.place.path for related in calls})
    noun = "call" if "asked" in calls[0].message else "client"
    return f"{len(calls)} {noun}{'s' if len(calls) > 1 else ''} in {files} file{'s' if files > 1 else ''}"


def shown(proofs: Iterable[Evidence]) -> tuple[Related, ...]:
    """The places of proofs."""
    return tuple(Related(Place(proof.path, proof.span), proof.what) for proof in proofs)[:MOST_RELATED]


def _with_retrieval(project: Project, verdict: Verdict) -> Verdict:
    """Says so where a project retrieves, and its evaluation measures no retrieval."""
    subproject = next(part for part in project.subprojects if part.path == verdict.subproject)
    retrieves = project.has("vector.query", subproject)
    if verdict.outcome is Outcome.SATISFIED and retrieves and not project.evidence("retrieval-evaluation", subproject):
        return replace(verdict, message=f"{verdict.message}; no retrieval metric, though the project retrieves")
    return verdict
