"""Chunks of which the embedding model reads the beginning only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Ref, Related, Verdict, satisfied, unknown, violated
from ailint.project.embedders import Embedder, embedders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.project import Project
    from ailint.project.sites import Site

CHARACTERS_A_TOKEN = 4
TOLERANCE = 1.25


def chunk_exceeds_embedder_limit(project: Project) -> Iterator[Verdict]:
    """A chunk is no longer than what the embedding model takes in."""
    for site in project.calls("chunk.split"):
        if "size" not in site.meaning.arguments:
            continue
        models = embedding(project, site)
        tokens = tokens_of(project, site)
        if models and tokens is None:
            yield unknown(site.place, "how many tokens a chunk may have could not be told")
        elif tokens is not None and models:
            yield judged(site, tokens, models)


def embedding(project: Project, site: Site) -> Sequence[Embedder]:
    """The embedders of the splitter's own file; where it has none and writes to a store, those of the sub-project."""
    found = [one for one in embedders(project) if one.place.path == site.path]
    if not found and any(True for _ in project.calls_in(site.path, "vector.write")):
        own = project.subproject_of(site.path).path
        found = [one for one in embedders(project) if project.subproject_of(one.place.path).path == own]
    return found


def tokens_of(project: Project, site: Site) -> float | None:
    """The most tokens of a chunk, None where size or unit cannot be told."""
    sizes = project.argument(site, "size").numbers
    unit = project.argument(site, "unit").default
    measure = project.written(site, "measure")
    if not sizes or (measure is not None and not is_len(project, site)):
        return None
    most = min(sizes)
    return {"characters": most / CHARACTERS_A_TOKEN, "tokens": most}.get(str(unit))


def is_len(project: Project, site: Site) -> bool:
    """Whether length is measured in characters by the built-in function."""
    value = project.given(site, "measure")
    return isinstance(value, Ref) and value.name == "len"


def judged(site: Site, tokens: float, models: Sequence[Embedder]) -> Verdict:
    """The verdict on one splitter, by the embedder that reads most."""
    windows = [(one.known.window if one.is_certain and one.known is not None else None, one) for one in models]
    if any(window is None for window, _ in windows):
        return unknown(site.place, "how much the embedding model reads could not be told")
    window, most = max(((window or 0, one) for window, one in windows), key=lambda pair: pair[0])
    related = (Related(most.place, "embedded here"),)
    if tokens <= window * TOLERANCE:
        return satisfied(site.place, "chunks fit the embedding model", related=related)
    return violated(
        site.place, f"Chunks of about {tokens:.0f} tokens go to `{most.model}`, which reads {window} and ignores the rest", related=related
    )
