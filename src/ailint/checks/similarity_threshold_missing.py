"""Retrieval that always answers with its nearest neighbours, however far away they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.conditions import conditions, names_asked
from ailint.checks.told import within
from ailint.facts import CallResult, Operation, Outcome, Place, Ref, Related, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.prompts import messages
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

SCORES = re.compile(r"score|distance|similarit|relevan|certainty|threshold|cutoff|confidence", re.IGNORECASE)
SIFTING = re.compile(r"rerank|re_rank|ranker|compress|cutoff|postprocess|grade|relevan", re.IGNORECASE)
RETRIEVERS = re.compile(r"retriev", re.IGNORECASE)
TOOLS = re.compile(r"tool", re.IGNORECASE)
FEW = 2
COMPARING = frozenset({"<", "<=", ">", ">="})
MESSAGE = "The nearest passages go to the model however far they are from the question: no score, reranker or check for emptiness stands between"


def similarity_threshold_missing(project: Project) -> Iterator[Verdict]:
    """What is retrieved for a prompt passes a bar: a score, a reranker, a model that grades it, or at least a question whether it is any."""
    prompted = retrieved_for_prompts(project)
    for site in project.calls("vector.query"):
        retriever = maker_of(project, site)
        if retriever is None and site.ref in prompted:
            yield judged(project, site, [site])
    for site in project.calls("vector.retriever"):
        uses = [query for query in project.calls("vector.query") if query.ref in prompted and site.ref in query.thing.makers]
        handed = used_as(project, site)
        if handed is not None and not uses:
            yield handed
        else:
            yield judged(project, site, uses) if uses else unknown(site.place, "where its results go could not be told")


def retrieved_for_prompts(project: Project) -> set[CallRef]:
    """The queries whose results get into a text for a model."""
    traces = (trace for message in messages(project) for trace in project.flow.sources(message.content, message.spot))
    return {trace.ref for trace in traces if trace.kind == "retrieved" and trace.ref is not None}


def maker_of(project: Project, site: Site) -> Site | None:
    """The call that made the retriever which a query goes through."""
    made = (project.sites.at(maker) for maker in site.thing.makers)
    return next((maker for maker in made if maker is not None and maker.role == "vector.retriever"), None)


def judged(project: Project, site: Site, queries: list[Site]) -> Verdict:
    """The verdict on a query or retriever whose results go to a model."""
    own = set_bar(project, site)
    if own is not None:
        return own
    if sifted(project, site) or any(asked_about(project, query) for query in queries):
        return satisfied(site.place, "what is found is sifted before it goes to the model")
    if any((query.path, query.call.scope) in project.flow.tools for query in queries):
        return satisfied(site.place, "the model itself decides what it looks up")
    return violated(site.place, MESSAGE, related=tuple(Related(query.place, "asked here") for query in queries if query.ref != site.ref))


def set_bar(project: Project, site: Site) -> Verdict | None:
    """The verdict where the call itself settles it: a threshold, diversity instead of nearness, or so few that a bar would leave none."""
    threshold, search, count = (project.argument(site, name) for name in ("threshold", "search", "k"))
    if threshold.given is Given.CALL or project.words.selective & {search.default, *search.constants}:
        return satisfied(site.place, "a bar is set")
    if count.numbers and max(count.numbers) <= FEW:
        return satisfied(site.place, "one or two passages are asked for")
    if threshold.given is Given.UNKNOWN or (search.given is Given.CALL and not search.constants):
        return unknown(site.place, "whether a bar is set could not be told")
    return None


def sifted(project: Project, site: Site) -> bool:
    """Whether the sub-project reranks, compresses or grades what it finds: by a known call, or one that is called so."""
    own = project.subproject_of(site.path)
    named = (ref for name, refs in project.resolver.calls_by_tail.items() if SIFTING.search(name) for ref in refs)
    known = (other.ref for other in project.calls("rerank.call"))
    return any(project.subproject_of(ref.path) == own for ref in (*known, *named))


def asked_about(project: Project, query: Site) -> bool:
    """Whether the function of a query, or one that is given its result, asks about scores or whether anything was found."""
    return asks(project, query.path, query.call.scope, query.ref) or any(
        asks(project, ref.path, project.resolver.call(ref).scope, ref) for ref in project.resolver.callers(query.path, query.call.scope) or ()
    )


def asks(project: Project, path: str, scope: int, ref: CallRef) -> bool:
    """Whether a function compares scores, or asks about the variable that a call's result is kept in."""
    bindings = project.resolver.bindings(path)
    step = bindings.facts.steps[project.resolver.call(ref).step]
    kept = [part.name for part in within(bindings, step.target) if isinstance(part, Ref)] if step.target is not None else []
    named = names_asked(bindings, scope)
    return bool(named & set(kept)) or any(compares_scores(bindings, test) for test in conditions(bindings, scope))


def compares_scores(bindings: Bindings, test: Value) -> bool:
    """Whether a condition compares something called a score with a bar."""
    parts = list(within(bindings, test))
    compared = any(isinstance(part, Operation) and part.operator in COMPARING for part in parts)
    return compared and any(SCORES.search(part.name) for part in parts if isinstance(part, Ref))


def used_as(project: Project, site: Site) -> Verdict | None:
    """The verdict on a retriever by what it is handed to: a chain that asks a model, a tool of an agent, something that sifts."""
    if answers_itself(project, site):
        return judged(project, site, [])
    asked = next(in_chains(project, site), None)
    for ref, value, spot in handed(project):
        if is_made_by(project, site, value, spot):
            name = project.resolver.call(ref).name
            if TOOLS.search(name) or SIFTING.search(name):
                return satisfied(site.place, f"`{name}` decides what is used")
            if asked is None and asks_model(project, ref):
                asked = project.flow.call_place(ref)
    if asked is None:
        return None
    verdict = judged(project, site, [])
    related = (Related(asked, "what it finds goes to the model here"),)
    return violated(site.place, verdict.message, related=related) if verdict.outcome is Outcome.VIOLATED else verdict


def is_made_by(project: Project, site: Site, value: Value, spot: Spot) -> bool:
    """Whether a value is the retriever that a call made."""
    return any(isinstance(thing, External) and site.ref in thing.makers for thing in project.things(value, spot))


def in_chains(project: Project, site: Site) -> Iterator[Place]:
    """Where a retriever is a step of a chain that asks a model: `{"context": retriever | join} | prompt | model`."""
    for path in project.python:
        bindings = project.resolver.bindings(path)
        for value, spot in bindings.composed:
            if not isinstance(value, Operation) or value.operator != "|":
                continue
            parts = (part for part in within(bindings, value) if may_be_retriever(part))
            if any(is_made_by(project, site, part, spot) for part in parts):
                asking = (thing.chain for thing in project.things(value, spot) if isinstance(thing, External))
                if any(chain is not None for chain in asking):
                    yield project.flow.place(spot, bindings.facts.steps[spot.at].span)


def may_be_retriever(value: Value) -> bool:
    """Whether a value is a call's result, or a name of a retriever."""
    return isinstance(value, CallResult) or (isinstance(value, Ref) and bool(RETRIEVERS.search(value.name)))


def answers_itself(project: Project, site: Site) -> bool:
    """Whether what the call makes asks a model with what it finds."""
    made = [thing for thing in project.resolver.result(site.ref) if isinstance(thing, External)]
    return any(True for thing in made for _ in project.knowledge.methods(thing.origin, "llm.chat"))


def handed(project: Project) -> Iterator[tuple[CallRef, Value, Spot]]:
    """The calls that may be given a retriever, by the names around it, with what they are given."""
    for path, facts in project.python.items():
        for index, call in enumerate(facts.calls):
            for name, value in (*(("", value) for value in call.args), *call.keywords):
                if RETRIEVERS.search(name) or may_be_retriever(value):
                    yield CallRef(path, index), value, project.resolver.spot(CallRef(path, index))


def asks_model(project: Project, ref: CallRef) -> bool:
    """Whether what a call makes, or the call itself, asks a model."""
    if any(isinstance(thing, Function) for thing in project.resolver.callee(ref)):
        return False
    site = project.sites.at(ref)
    if site is not None and site.role in {"llm.chat", "llm.client", "agent.define"}:
        return True
    return any(isinstance(thing, External) and project.resolver.is_client(thing) for thing in project.resolver.result(ref))
