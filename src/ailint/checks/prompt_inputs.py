"""What is put into prompts: the values of the dictionaries that calls and messages are given for the holes of their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Mapping
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Place, Value
    from ailint.project import Project
    from ailint.project.things import Spot

ASKED = ("messages", "prompt")


def prompt_inputs(project: Project) -> Iterator[tuple[Value, Spot, Place]]:
    """The values that model calls and agents are given in a dictionary, each with the place of the call."""
    for site in project.calls("llm.chat", "agent.run"):
        for given in (project.given(site, name) for name in ASKED):
            if given is not None:
                yield from ((value, spot, site.place) for value, spot in put_in(project, given, site.spot))


def put_in(project: Project, given: Value, spot: Spot) -> Iterator[tuple[Value, Spot]]:
    """The values of a dictionary: `chain.invoke({"question": question})`, `graph.invoke({"messages": messages})`."""
    for thing in project.things(given, spot):
        if isinstance(thing, Data) and isinstance(thing.value, Mapping):
            yield from ((value, thing.spot) for _, value in thing.value.entries)
