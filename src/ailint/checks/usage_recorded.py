"""What records the token usage of model calls for a whole sub-project: tracers, gateways, counters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Related, Verdict, satisfied
from ailint.project.things import Function

if TYPE_CHECKING:
    from ailint.facts import Place
    from ailint.project import Project
    from ailint.project.sites import Site

COVERING = ("tracing", "usage", "gateway")
RECORDING = re.compile(r"usage|_cost|cost_|spend|billing")
FARTHEST = 3  # calls


def counters(project: Project) -> dict[str, Place]:
    """Where each sub-project counts tokens of its calls by itself."""
    return project.shared("token counters", lambda: found_counters(project))


def found_counters(project: Project) -> dict[str, Place]:
    """The same, not yet kept."""
    return {project.subproject_of(site.path).path: site.place for site in project.calls("usage.counter") if counts_calls(project, site)}


def recorded(project: Project, site: Site) -> Verdict | None:
    """The verdict on a call whose usage something else takes care of, None where nothing does."""
    subproject = project.subproject_of(site.path)
    proof = next((evidence for practice in COVERING for evidence in project.evidence(practice, subproject)), None)
    if proof is not None:
        return satisfied(site.place, f"{proof.what}: it records usage")
    counter = counters(project).get(subproject.path)
    return satisfied(site.place, "tokens are counted", related=(Related(counter, "tokens are counted here"),)) if counter is not None else None


def counts_calls(project: Project, counter: Site) -> bool:
    """Whether tokens are counted where a model is asked, for a function that asks one, or as usage: not to cut documents to size."""
    seen = {(counter.path, counter.call.scope)}
    level = set(seen)
    for _ in range(FARTHEST):
        level = {(ref.path, project.resolver.call(ref).scope) for function in level for ref in project.resolver.callers(*function) or ()} - seen
        seen |= level
    return any(asks(project, path, scope) for path, scope in seen)


def asks(project: Project, path: str, scope: int) -> bool:
    """Whether a function asks a model itself, or is there to record usage, by its name."""
    if project.asks_model(Function(path, scope)) or RECORDING.search(project.python[path].scopes[scope].symbol.lower()):
        return True
    return bool(scope) and project.flow.speaks_for_model(Function(path, scope))
