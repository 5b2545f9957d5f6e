"""Provider safety filters that the code switches off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Related, Verdict, satisfied, unknown, violated
from ailint.project.evidence import FILTERS_SET
from ailint.project.safety import Off, filters_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site


def safety_filters_disabled(project: Project) -> Iterator[Verdict]:
    """No model is asked, and none is loaded, with the filters of its provider off; one finding a setting."""
    found: dict[tuple[str, int], tuple[Off, list[Site]]] = {}
    for site in project.calls("llm", "model.load", "agent"):
        if "safety" not in site.meaning.arguments:
            continue
        settings = filters_set(site, project)
        for off in settings or ():
            if off:
                found.setdefault((off[0][1].path, off[0][1].span.line), (off, []))[1].append(site)
        if not any(settings or ()):
            yield satisfied(site.place, "the provider's own filters" if settings is None else "filters are set and none is off")
    for off, sites in found.values():
        yield _judged(off, sites, project)


def _judged(off: Off, sites: list[Site], project: Project) -> Verdict:
    (word, place), *others = off
    related = tuple(Related(other, "and here") for _, other in others)
    related += tuple(Related(site.place, "it holds for this call") for site in sites if site.place != place)
    guards = [proof for proof in project.evidence("guardrails", project.subproject_of(place.path)) if proof.what != FILTERS_SET]
    if guards:
        return unknown(place, f"a filter is off (`{word}`), and {guards[0].what}", related=related)
    what = "The provider's safety filter is" if not others else f"{len(off)} of the provider's safety filters are"
    return violated(place, f"{what} switched off (`{word}`), and nothing else judges what goes in or comes out", related=related)
