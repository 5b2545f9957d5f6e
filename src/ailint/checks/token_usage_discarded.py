"""Model calls whose token usage nobody records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Related, Verdict, satisfied, violated
from ailint.project.things import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

COVERING = ("tracing", "usage", "gateway")


def token_usage_discarded(project: Project) -> Iterator[Verdict]:
    """Every metered call's usage is read, counted by a callback, or recorded by a tracer; one finding a file."""
    counted = project.counted_calls
    counters = {project.subproject_of(site.path).path: site.place for site in project.calls("usage.counter") if counts_calls(project, site)}
    dropped: dict[str, list[Site]] = {}
    for site in project.calls("llm.chat", "agent.run"):
        if site.meaning.local or not site.meaning.metered:
            continue
        subproject = project.subproject_of(site.path)
        proof = next((evidence for practice in COVERING for evidence in project.evidence(practice, subproject)), None)
        if site.ref in counted:
            yield satisfied(site.place, "its usage is read")
        elif proof is not None:
            yield satisfied(site.place, f"{proof.what} records usage")
        elif subproject.path in counters:
            yield satisfied(site.place, "tokens are counted", related=(Related(counters[subproject.path], "tokens are counted here"),))
        else:
            dropped.setdefault(site.path, []).append(site)
    for sites in dropped.values():
        first, *others = sites
        related = tuple(Related(site.place, "so is the usage of this call") for site in others)
        yield violated(
            first.place, f"The token usage of {'this call' if not others else f'{len(sites)} calls in this file'} is thrown away", related=related
        )


def counts_calls(project: Project, counter: Site) -> bool:
    """Whether tokens are counted where a model is asked, or for a function that asks one: not to cut documents to size."""
    functions = {(counter.path, counter.call.scope)}
    for path, scope in tuple(functions):
        functions |= {(ref.path, project.resolver.call(ref).scope) for ref in project.resolver.callers(path, scope) or ()}
    return any(
        project.asks_model(Function(path, scope)) or (scope and project.flow.speaks_for_model(Function(path, scope))) for path, scope in functions
    )
