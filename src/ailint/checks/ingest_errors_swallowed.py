"""Ingestion that skips documents without telling anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.handlers import handlers, raised_later
from ailint.checks.retries import is_attempt_loop, loops_around
from ailint.checks.told import LOUD
from ailint.facts import Place, Ref, Related, Verdict, satisfied, violated
from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

INGESTING = ("embed.call", "vector.write", "document.load")


def ingest_errors_swallowed(project: Project) -> Iterator[Verdict]:
    """In a loop over documents, a failed load, embedding or write is counted, collected, logged or raised."""
    working = {(site.path, site.call.scope): site for site in project.calls(*INGESTING)}
    for path, facts in project.python.items():
        if project.role(path) in {"test", "generated", "vendored"}:
            continue
        for block in (index for index, broad in handlers(facts) if broad):
            bindings = project.resolver.bindings(path)
            if bindings.in_loop(block):
                work = ingesting(project, bindings, facts.blocks[block].owner, working)
                if work is not None and goes_over_items(bindings, block, *work):
                    yield judged(project, bindings, block, work[1])


def goes_over_items(bindings: Bindings, block: int, call: int, _: Place) -> bool:
    """Whether a loop around the handler goes over documents, rather than making further attempts at one."""
    return any(not is_attempt_loop(bindings, index, call) for index, _ in loops_around(bindings, block))


def ingesting(project: Project, bindings: Bindings, body: int, working: dict[tuple[str, int], Site]) -> tuple[int, Place] | None:
    """The load, embedding or write that a `try` body does itself, or through a function of the project that does it."""
    for index, call in bindings.calls_within(body):
        if call.scope != bindings.facts.blocks[body].scope:
            continue
        site = project.site(bindings.path, index)
        if site is not None:
            if site.role in INGESTING:
                return index, site.place
            continue
        for thing in project.resolver.callee(CallRef(bindings.path, index)):
            if isinstance(thing, Function) and (thing.path, thing.scope) in working:
                return index, working[thing.path, thing.scope].place
    return None


def judged(project: Project, bindings: Bindings, block: int, work: Place) -> Verdict:
    """The verdict on one handler of a failed load, embedding or write."""
    facts = bindings.facts
    place = Place(bindings.path, facts.blocks[block].span, facts.scopes[facts.blocks[block].scope].symbol)
    related = (Related(work, "this is what fails"),)
    if keeps_record(project, bindings, block):
        return satisfied(place, "the failure is recorded", related=related)
    return violated(place, "A document that fails here is skipped, and nothing counts, collects or logs it", related=related)


def keeps_record(project: Project, bindings: Bindings, block: int) -> bool:
    """Whether a handler raises, leaves, counts, collects or logs loudly."""
    inside = set(bindings.inside(block))
    if raised_later(bindings, block):
        return True
    for step in bindings.facts.steps:
        if step.block in inside and step.kind in {"raise", "return", "augment", "bind", "break"}:
            return True
    for index in inside:
        for call_index in bindings.calls_by_block.get(index, ()):
            call = bindings.facts.calls[call_index]
            site = project.site(bindings.path, call_index)
            if site is not None and (site.role in LOUD or site.role in {"metric", "ui.error", "exit", "http.error"}):
                return True
            if isinstance(call.func, Ref) and call.func.name.rpartition(".")[2] in {"append", "add", "put", "write", "update", "extend"}:
                return True
            if site is None and calls_project(project, CallRef(bindings.path, call_index)):
                return True
    return False


def calls_project(project: Project, ref: CallRef) -> bool:
    """Whether a function of the project is told, which may do anything."""
    return any(isinstance(thing, Function) for thing in project.resolver.callee(ref))
