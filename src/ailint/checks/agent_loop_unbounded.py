"""Agents that may go on for ever: loops without a limit, and frameworks' limits that were lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.agent_loops import AgentLoops
from ailint.checks.merging import one_a_line
from ailint.facts import Collection, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given
from ailint.project.things import Data, Opaque

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Thing


def agent_loop_unbounded(project: Project, *, most_turns: int = 1000) -> Iterator[Verdict]:
    """An agent's turns, its time or its cost have a limit that holds whatever the model answers."""
    yield from one_a_line((*AgentLoops(project).verdicts(), *limits(project, most_turns)))


def limits(project: Project, most: int) -> Iterator[Verdict]:
    """The limits that frameworks are told, or set by themselves, where they are written."""
    for site in project.calls("agent.define", "agent.run"):
        if "max_turns" in site.meaning.arguments and (verdict := judged(project, site, most)) is not None:
            yield verdict


def judged(project: Project, site: Site, most: int) -> Verdict | None:
    """The verdict on one agent; None where its limit is judged at another call, or where it makes no rounds by itself."""
    turns = limit_of(project, site)
    if turns is None or (turns.given is Given.CALL and turns.ref != site.ref):
        return None
    ended = ends_agent(project, project.argument(site, "until"))
    if ended:
        return satisfied(site.place, "something else than turns ends it")
    if turns.given is Given.UNKNOWN or ended is None:
        return unknown(site.place, "the limit on its turns is set elsewhere")
    return stated(site, turns, most) or satisfied(site.place, "its turns are limited")


def stated(site: Site, turns: Argument, most: int) -> Verdict | None:
    """The verdict on a limit that is known; None where it is one."""
    if turns.given is Given.CALL and turns.is_none:
        return violated(site.place, "The limit on this agent's turns is lifted: only the model decides when it is done")
    if turns.given is Given.ABSENT and turns.stated:
        return violated(site.place, "Nothing limits the turns of these agents: only what they say decides when they are done")
    return too_many(site, turns) if turns.numbers and min(turns.numbers) > most else None


def too_many(site: Site, turns: Argument) -> Verdict:
    """The verdict on a number that no agent should come to."""
    number = f"{min(turns.numbers):,g}"
    if turns.given is Given.CALL:
        return violated(site.place, f"{number} turns are no limit: the model decides when this agent is done", severity=Severity.MEDIUM)
    message = f"No limit is set, and the installed version stops this agent after {number} steps only"
    return violated(site.place, message, severity=Severity.MEDIUM)


def limit_of(project: Project, site: Site) -> Argument | None:
    """The limit on an agent's turns; what made the agent may have set it. None where a graph of the project's own decides."""
    turns = project.argument(site, "max_turns")
    if turns.given in {Given.CALL, Given.ABSENT} or not site.thing.makers or site.role != "agent.run":
        return turns
    made = [
        meaning for maker in site.thing.makers if (meaning := project.arguments.maker_meaning(maker)) is not None and meaning.role == "agent.define"
    ]
    if not any("tools" in meaning.arguments for meaning in made):
        return None
    if any("max_turns" in meaning.defaults for meaning in made):
        return project.arguments.default_of(made[-1], "max_turns")
    return Argument(Given.DEFAULT) if project.evidence("step-limit", project.subproject_of(site.path)) else turns


def ends_agent(project: Project, end: Argument) -> bool | None:
    """Whether an argument other than turns ends an agent; None where that cannot be told. Of a list, one item must."""
    if end.given is Given.UNKNOWN:
        return None
    if end.given is not Given.CALL or end.is_none:
        return end.given is Given.DEFAULT
    lists = [(thing.value.items, thing.spot) for thing in end.things if isinstance(thing, Data) and isinstance(thing.value, Collection)]
    if not lists:
        return not any(isinstance(thing, Opaque) for thing in end.things) or None
    return any(is_limit(project, thing) for items, spot in lists for item in items for thing in project.things(item, spot))


def is_limit(project: Project, thing: Thing) -> bool:
    """Whether a thing limits the calls of an agent."""
    return project.resolver.has_role(thing, "agent.limit")
