"""Practices that an application shows no trace of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

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
    looked = "instrumentors and callbacks, tracing switches in code and environment files, spans made by hand"
    yield from _absences(project, "tracing", "nothing traces them", looked)


def guardrails_absent(project: Project) -> Iterator[Verdict]:
    """Something judges what users send to the model, or what it answers."""
    looked = "moderation calls, guard libraries, a provider's guardrail, rails files, functions that are called a guard"
    yield from _absences(project, "guardrails", "nothing judges what goes in or comes out", looked)


def eval_suite_absent(project: Project) -> Iterator[Verdict]:
    """What the model says is scored by something that can be run again."""
    looked = "evaluation frameworks and commands in use, folders that ask the model and score its answers, tests against data files"
    for verdict in _absences(project, "evaluation", "nothing scores what the model says", looked):
        yield _with_retrieval(project, verdict)


def _absences(project: Project, practice: str, lack: str, looked: str) -> Iterator[Verdict]:
    """One verdict for each application that asks a model."""
    for subproject in project.subprojects:
        calls = _model_calls(project, subproject)
        if not calls:
            continue
        place = project.manifest(subproject)
        proofs = project.evidence(practice, subproject)
        libraries = sorted({library.library for library, _ in project.knowledge.proofs(practice)})
        if proofs:
            yield satisfied(place, proofs[0].what, related=_shown(proofs), subproject=subproject.path)
        elif practice == "tracing" and (requests := project.evidence("request-tracing", subproject)):
            words = f"{requests[0].what}: model calls are traced as web requests, if at all"
            yield unknown(place, words, related=_shown(requests), subproject=subproject.path)
        elif practice == "evaluation" and (unread := unread_evaluations(project, subproject.files)):
            yield unknown(place, f"`{unread[0]}` may evaluate, in a language that is not read", subproject=subproject.path)
        else:
            searched = f"Searched: {looked} ({len(libraries)} libraries, {len(subproject.files)} files)"
            yield violated(place, f"{_counted(calls)}, and {lack}. {searched}", related=calls[:MOST_RELATED], subproject=subproject.path)


def _model_calls(project: Project, subproject: SubProject) -> tuple[Related, ...]:
    """Model calls and agent runs in what runs in production; where none is seen, the clients that are made there."""
    for roles, words in ((MODEL_CALLS, "the model is asked here"), (MODEL_CLIENTS, "the client is made here")):
        sites = (site for site in project.calls(*roles) if project.role(site.path) in RUNNING)
        found = tuple(Related(site.place, words) for site in sites if project.subproject_of(site.path).path == subproject.path)
        if found:
            return found
    return ()


def _counted(calls: tuple[Related, ...]) -> str:
    files = len({related.place.path for related in calls})
    noun = "model call" if "asked" in calls[0].message else "model client"
    number = f"One {noun}" if len(calls) == 1 else f"{len(calls)} {noun}s"
    return f"{number} in {'one file' if files == 1 else f'{files} files'}"


def _shown(proofs: Iterable[Evidence]) -> tuple[Related, ...]:
    return tuple(Related(Place(proof.path, proof.span), proof.what) for proof in proofs)[:MOST_RELATED]


def _with_retrieval(project: Project, verdict: Verdict) -> Verdict:
    """Says so where a project retrieves, and its evaluation measures no retrieval."""
    subproject = next(part for part in project.subprojects if part.path == verdict.subproject)
    retrieves = project.has("vector.query", subproject)
    if verdict.outcome is Outcome.SATISFIED and retrieves and not project.evidence("retrieval-evaluation", subproject):
        return replace(verdict, message=f"{verdict.message}; no retrieval metric, though the project retrieves")
    return verdict
