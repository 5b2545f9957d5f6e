"""Chunks that are stored without a word about where they come from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Comprehension, Literal, Mapping, Ref, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.things import CallRef, Data, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

NO_DOCUMENTS = re.compile(r"cache|router|route|example_selector|selector|few_?shot|utterance|intent")
TEXT_KEYS = frozenset({"text", "content", "page_content", "chunk", "document", "body", "chunk_text", "passage"})


def chunk_metadata_dropped(project: Project) -> Iterator[Verdict]:
    """What is written to a vector store carries its source: file, page, address or title."""
    for site in project.calls("vector.write"):
        if is_for_documents(project, site):
            verdict = of_texts(project, site) or of_documents(project, site)
            if verdict is not None:
                yield verdict


def is_for_documents(project: Project, site: Site) -> bool:
    """Whether the store holds documents, and not cached answers, examples or utterances of a router, by the names around it."""
    facts = project.python[site.path]
    step = facts.steps[site.call.step]
    names = [value.name for value in (step.target, site.call.func) if isinstance(value, Ref)]
    return not any(NO_DOCUMENTS.search(name.lower()) for name in (site.scope.symbol, *names))


def of_texts(project: Project, site: Site) -> Verdict | None:
    """Bare texts: their metadata stands in an argument of its own."""
    texts = project.given(site, "texts")
    if texts is None:
        return None
    metadata = project.written(site, "metadatas")
    if metadata is None:
        return violated(site.place, "These texts are stored without metadata: no answer can name its source")
    if metadata.given is Given.UNKNOWN:
        return unknown(site.place, "whether metadata is given could not be told")
    if metadata.is_none:
        return violated(site.place, "These texts are stored with their metadata set to nothing: no answer can name its source")
    return satisfied(site.place, "the texts carry metadata")


def of_documents(project: Project, site: Site) -> Verdict | None:
    """Documents or points: each carries its metadata itself."""
    documents = project.given(site, "documents")
    if documents is None:
        return None
    made = list(makers(project, documents, site.spot))
    if not made:
        return unknown(site.place, "where the documents are made could not be told")
    if all(bare(project, value, spot) for value, spot in made):
        return violated(site.place, "These documents are made of their text alone: no answer can name its source")
    return satisfied(site.place, "the documents carry metadata")


def makers(project: Project, documents: Value, spot: Spot) -> Iterator[tuple[Value, Spot]]:
    """The calls or dictionaries that make the documents of a list."""
    for thing in project.things(documents, spot):
        if not isinstance(thing, Data):
            continue
        match thing.value:
            case Collection(items=items):
                yield from ((item, thing.spot) for item in items if isinstance(item, CallResult | Mapping))
            case Comprehension(element=CallResult() | Mapping() as element):
                yield element, thing.spot


def bare(project: Project, value: Value, spot: Spot) -> bool:
    """Whether a document is made without metadata, or with its own text as the only metadata."""
    if isinstance(value, Mapping):
        metadata = next((item for key, item in value.entries if isinstance(key, Literal) and key.value in {"metadata", "payload"}), None)
        return isinstance(metadata, Mapping) and only_text(metadata)
    site = project.sites.at(CallRef(spot.path, value.call)) if isinstance(value, CallResult) else None
    if site is None or site.role != "document.make":
        return False
    metadata_given = project.written(site, "metadata")
    if metadata_given is None:
        return "content" in site.meaning.arguments
    given = project.given(site, "metadata")
    return isinstance(given, Mapping) and only_text(given)


def only_text(metadata: Mapping) -> bool:
    """Whether metadata holds nothing but the text itself."""
    keys = {key.value if isinstance(key, Literal) else None for key, _ in metadata.entries}
    return keys <= TEXT_KEYS
