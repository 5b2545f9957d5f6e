"""Synchronous calls that hold up an event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Verdict, satisfied, unknown, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

MODEL_CALLS = ("llm.chat", "embed.call", "vector.query", "agent.run", "rerank.call")
WORK = {"sleep": "This pause", "http.request": "This request", "embed.call": "This embedding call", "vector.query": "This query"}
SERVERS = ("route", "ui.chat", "ui.callback")


def blocking_llm_call_in_async(project: Project) -> Iterator[Verdict]:
    """What an `async def` of a server calls directly is awaited, or handed to a thread."""
    serving = {project.subproject_of(site.path).path for site in project.calls(*SERVERS)}
    talking = {site.path for site in project.calls(*MODEL_CALLS)}
    for site in project.calls(*MODEL_CALLS, "http.request", "sleep"):
        if not site.scope.is_async or site.scope.kind != "function" or is_description(site):
            continue
        if site.role == "vector.query" and site.meaning.local:
            continue
        aside = site.role in {"http.request", "sleep"}
        if aside and site.path not in talking:
            continue
        if project.subproject_of(site.path).path in serving:
            yield judged(site)


def is_description(site: Site) -> bool:
    """Whether the call makes an object that describes work for later, rather than doing any."""
    return site.is_constructor or site.thing.origin.rpartition(".")[2][:1].isupper()


def judged(site: Site) -> Verdict:
    """The verdict on one call inside a coroutine."""
    kinds = {meaning.is_async for meaning in (site.meaning, *(meaning for meaning, _ in site.others))}
    if site.meaning.is_async and len(kinds) == 1:
        return satisfied(site.place, "runs on the event loop without blocking it")
    if site.call.awaited:
        return satisfied(site.place, "awaited")
    if len(kinds) > 1:
        return unknown(site.place, "whether the client is an asynchronous one could not be told")
    what = WORK.get(site.role, "This model call")
    return violated(site.place, f"{what} stops the event loop, and with it every other request, until it is done")
