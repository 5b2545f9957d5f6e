"""Model calls whose token usage nobody records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.tryouts import tries_out
from ailint.checks.usage_recorded import recorded
from ailint.facts import CallResult, PythonFacts, Ref, Related, Value, Verdict, satisfied, unknown, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

DUMPING = frozenset({"model_dump", "to_dict", "dict", "model_copy", "copy"})


def token_usage_discarded(project: Project) -> Iterator[Verdict]:
    """Every metered call's usage is read, counted by a callback, or recorded by a tracer; one finding a file."""
    counted = project.counted_calls
    dropped: dict[str, list[Site]] = {}
    for site in project.calls("llm.chat", "agent.run"):
        if site.meaning.local or not site.meaning.metered or is_embedding(project, site) or tries_out(project, site.spot):
            continue
        covered = recorded(project, site)
        if site.ref in counted:
            yield satisfied(site.place, "its usage is read")
        elif covered is not None:
            yield covered
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


def handed_on(project: Project, site: Site) -> bool:
    """Whether a function returns the answer as it came, and nobody is seen to call it."""
    facts = project.python[site.path]
    step = facts.steps[site.call.step]
    name = step.target.name if step.kind == "bind" and isinstance(step.target, Ref) and step.value == CallResult(site.ref.index) else ""
    returned = [other.value for other in facts.steps if other.kind == "return" and other.scope == site.call.scope]
    whole = any(value is not None and is_whole(facts, value, name, site.ref.index) for value in returned)
    return whole and not project.resolver.callers(site.path, site.call.scope)


def is_whole(facts: PythonFacts, value: Value, name: str, answer: int) -> bool:
    """Whether a value is the answer, all of it as a dictionary, or an object with all its fields: `Answer(**answer.model_dump())`."""
    if not isinstance(value, CallResult):
        return bool(name) and isinstance(value, Ref) and value.name == name
    call = facts.calls[value.call]
    dumped = bool(name) and isinstance(call.func, Ref) and call.func.name in {f"{name}.{method}" for method in DUMPING}
    return value.call == answer or dumped or any(is_whole(facts, part, name, answer) for part in call.spreads)
