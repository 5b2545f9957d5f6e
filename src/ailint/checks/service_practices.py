"""Practices of services in front of a model that an application shows no trace of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.dangerous_tool_without_approval import dangerous_tool_without_approval
from ailint.checks.practices import MOST_RELATED, answered, applications, counted, shown
from ailint.checks.repetition import REPEATING, Repetition
from ailint.facts import Outcome, Related, Verdict, satisfied, unknown
from ailint.project.evidence import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.evidence import Evidence
    from ailint.project.profile import SubProject

MODEL_CALLS = ("llm.chat", "agent.run")
LIMITERS = "limiters in code, throttles and web firewalls in infrastructure files, sign-in that routes demand"
FEEDBACK = "ratings sent to a tracing platform, rating components of user interfaces, routes that take ratings"
FALLBACKS = "fallback models, circuit breakers, gateways, handlers that ask another model or give a kept answer"
HEALTH = "metrics and exporters in code, tracing of model calls, scrape settings, alerts and dashboards in infrastructure files"
REVIEW = "review queues and annotation tools, states that wait for a person, interruptions of an agent"


def llm_endpoint_no_rate_limit(project: Project) -> Iterator[Verdict]:
    """Where a route comes to a model call, something limits how often, or at least who may ask."""
    repetition = project.shared("repetition", lambda: Repetition(project))
    for subproject, _, proofs in applications(project, "rate-limit"):
        routes = _routes(project, subproject, repetition)
        place = project.manifest(subproject)
        if proofs:
            yield answered(project, subproject, proofs, routes, "", LIMITERS)
        elif not routes:
            yield unknown(place, "no route is seen to come to a model call", subproject=subproject.path)
        elif signed := project.evidence("authentication", subproject):
            words = f"{signed[0].what}: who may ask is limited, and how often cannot be told"
            yield unknown(place, words, related=shown(signed), subproject=subproject.path)
        else:
            routed = f"{len(routes)} route{'s' if len(routes) > 1 else ''}"
            lack = f"Whoever finds the address can have the model asked without limit ({routed}): no limiter and no sign-in"
            yield answered(project, subproject, (), routes, lack, LIMITERS)


def _routes(project: Project, subproject: SubProject, repetition: Repetition) -> tuple[Related, ...]:
    """The handlers of requests from which a model call is reached."""
    found: dict[Related, None] = {}
    for site in project.calls(*MODEL_CALLS):
        if project.role(site.path) in RUNNING and project.subproject_of(site.path) == subproject:
            way = repetition.of_function(site.path, site.call.scope)
            if way and way[-1].message.endswith(REPEATING["route"]):
                found[Related(way[-1].place, "this route asks the model")] = None
    return tuple(found)


def feedback_capture_absent(project: Project) -> Iterator[Verdict]:
    """What users think of an answer is taken down somewhere."""
    for subproject, calls, proofs in applications(project, "feedback"):
        if proofs or project.has("ui.chat", subproject):
            yield answered(project, subproject, proofs, calls, f"Users cannot say whether an answer was good ({counted(calls)})", FEEDBACK)
        else:
            yield unknown(project.manifest(subproject), "who sees the answers is decided by another program", subproject=subproject.path)


def no_fallback_path(project: Project) -> Iterator[Verdict]:
    """When the provider fails, something else answers: another model, a gateway's, or an answer that is kept for it."""
    for subproject, calls, found in applications(project, "fallback"):
        proofs = (*found, *project.evidence("gateway", subproject))
        providers = _providers(project, subproject)
        if not proofs and len(providers) > 1:
            words = f"several providers are in use ({', '.join(sorted(providers))}), and whether one takes over for another cannot be told"
            yield unknown(project.manifest(subproject), words, subproject=subproject.path)
        else:
            lack = f"Nothing answers when the model's provider is down ({counted(calls)})" if calls else ""
            yield answered(project, subproject, proofs, calls, lack, FALLBACKS)


def _providers(project: Project, subproject: SubProject) -> frozenset[str]:
    """The libraries by which running code reaches models: those of its clients, and of calls that need none."""
    sites = (site for site in project.calls("llm.client", "llm.chat") if site.role == "llm.client" or not site.thing.makers)
    running = (site for site in sites if project.role(site.path) in RUNNING and not site.meaning.local)
    return frozenset(site.meaning.name.partition(".")[0] for site in running if project.subproject_of(site.path) == subproject)


def model_health_unobserved(project: Project) -> Iterator[Verdict]:
    """How long the model takes and how often it fails is measured by something."""
    for subproject, calls, found in applications(project, "request-metrics"):
        proofs: tuple[Evidence, ...] = found
        for practice in ("tracing", "request-tracing"):
            proofs = (*proofs, *project.evidence(practice, subproject)[: 1 if proofs else None])
        lack = f"Nothing measures how long the model takes or how often it fails ({counted(calls)})"
        yield answered(project, subproject, proofs, calls, lack, HEALTH)


def no_human_review_path(project: Project) -> Iterator[Verdict]:
    """Where a model acts on the world without being asked about it first, a person looks at what it did."""
    unasked = [verdict for verdict in dangerous_tool_without_approval(project) if verdict.outcome is Outcome.VIOLATED]
    for subproject, calls, proofs in applications(project, "human-review"):
        acts = [verdict for verdict in unasked if project.subproject_of(verdict.place.path) == subproject]
        related = tuple(Related(verdict.place, verdict.message.partition(",")[0]) for verdict in acts)[:MOST_RELATED]
        if acts or proofs:
            lack = f"No one looks at what the model does by itself ({len(acts)} tool{'s' if len(acts) > 1 else ''} without approval)"
            yield answered(project, subproject, proofs, related or calls, lack, REVIEW)
        elif any(project.subproject_of(path) == subproject for path, _ in project.flow.tools):
            yield satisfied(project.manifest(subproject), "no tool of the model acts on the world unasked", subproject=subproject.path)
