"""Agents that may go on for ever: loops without a limit, and frameworks' limits that were lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.agent_loops import AgentLoops
from ailint.checks.merging import one_a_line
from ailint.facts import Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

OTHER_ENDS = ("timeout", "until")


def agent_loop_unbounded(project: Project, *, most_turns: int = 200) -> Iterator[Verdict]:
    """An agent's turns, its time or its cost have a limit that holds whatever the model answers."""
    yield from one_a_line((*AgentLoops(project).verdicts(), *limits(project, most_turns)))


def limits(project: Project, most: int) -> Iterator[Verdict]:
    """The limits that frameworks are told, or set by themselves, where they are written."""
    for site in project.calls("agent.define", "agent.run"):
        if "max_turns" in site.meaning.arguments:
            verdict = judged(project, site, project.argument(site, "max_turns"), most)
            if verdict is not None:
                yield verdict


def judged(project: Project, site: Site, turns: Argument, most: int) -> Verdict | None:
    """The verdict on one agent; None where its limit is judged at another call."""
    if turns.given is Given.CALL and turns.ref != site.ref:
        return None
    ended = [project.argument(site, name) for name in OTHER_ENDS if name in site.meaning.arguments]
    if any(end.given in {Given.CALL, Given.DEFAULT} and not end.is_none for end in ended):
        return satisfied(site.place, "something else than turns ends it")
    if turns.given is Given.UNKNOWN or any(end.given is Given.UNKNOWN for end in ended):
        return unknown(site.place, "the limit on its turns is set elsewhere")
    if turns.given is Given.CALL and turns.is_none:
        return violated(site.place, "The limit on this agent's turns is lifted: only the model decides when it is done")
    if turns.given is Given.ABSENT and turns.stated:
        return violated(site.place, "Nothing limits the turns of these agents: only what they say decides when they are done")
    if turns.numbers and min(turns.numbers) > most:
        return violated(site.place, f"{min(turns.numbers):g} turns are no limit that anybody would want to pay for", severity=Severity.MEDIUM)
    return satisfied(site.place, "its turns are limited")
