"""Model calls whose token usage nobody records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Operation, Ref, Related, Verdict, satisfied, unknown, violated
from ailint.project.things import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

COVERING = ("tracing", "usage", "gateway")
RECORDING = re.compile(r"usage|_cost|cost_|spend|billing")
FARTHEST = 3  # calls


def token_usage_discarded(project: Project) -> Iterator[Verdict]:
    """Every metered call's usage is read, counted by a callback, or recorded by a tracer; one finding a file."""
    counted = project.counted_calls
    counters = {project.subproject_of(site.path).path: site.place for site in project.calls("usage.counter") if counts_calls(project, site)}
    dropped: dict[str, list[Site]] = {}
    for site in project.calls("llm.chat", "agent.run"):
        if site.meaning.local or not site.meaning.metered or is_embedding(project, site) or tries_out(project, site):
            continue
        subproject = project.subproject_of(site.path)
        proof = next((evidence for practice in COVERING for evidence in project.evidence(practice, subproject)), None)
        if site.ref in counted:
            yield satisfied(site.place, "its usage is read")
        elif proof is not None:
            yield satisfied(site.place, f"{proof.what} records usage")
        elif subproject.path in counters:
            yield satisfied(site.place, "tokens are counted", related=(Related(counters[subproject.path], "tokens are counted here"),))
        elif handed_on(project, site):
            yield unknown(site.place, "the whole answer goes to a caller that is not seen, which may record its usage")
        else:
            dropped.setdefault(site.path, []).append(site)
    yield from (judged(sites) for sites in dropped.values())


def judged(sites: list[Site]) -> Verdict:
    """The verdict on the calls of one file that nobody counts, at the first of them."""
    first, *others = sites
    related = tuple(Related(site.place, "so is the usage of this call") for site in others)
    what = f"{len(sites)} calls in this file" if others else "this call"
    return violated(first.place, f"The token usage of {what} is thrown away", related=related)


def is_embedding(project: Project, site: Site) -> bool:
    """Whether a call that serves all kinds of models is given one for embeddings."""
    ids = [constant for constant in project.argument(site, "model").constants if isinstance(constant, str)]
    return bool(ids) and all("embed" in name.lower() for name in ids)


def tries_out(project: Project, site: Site) -> bool:
    """Whether the call stands where a module is run by itself, beside the functions and classes that the application takes from it."""
    if site.scope.kind != "module" or project.role(site.path) != "app" or len(site.facts.scopes) == 1:
        return False
    tests = (block.value for block in project.resolver.bindings(site.path).enclosing(site.call.block, frozenset({"if"})))
    return any(isinstance(test, Operation) and any(isinstance(part, Ref) and part.name == "__name__" for part in test.operands) for test in tests)


def handed_on(project: Project, site: Site) -> bool:
    """Whether a function returns the answer as it came, and nobody is seen to call it."""
    facts = project.python[site.path]
    step = facts.steps[site.call.step]
    name = step.target.name if step.kind == "bind" and isinstance(step.target, Ref) and step.value == CallResult(site.ref.index) else ""
    returned = [other.value for other in facts.steps if other.kind == "return" and other.scope == site.call.scope]
    whole = any(value == CallResult(site.ref.index) or (name and isinstance(value, Ref) and value.name == name) for value in returned)
    return whole and not project.resolver.callers(site.path, site.call.scope)


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
