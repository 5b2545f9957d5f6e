"""Streamed answers whose token usage the service sends only to those who ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.clients import Use, called, has_place_for, spelling, uses
from ailint.checks.merging import one_a_line
from ailint.checks.usage_recorded import recorded
from ailint.facts import Literal, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project


def stream_usage_not_requested(project: Project) -> Iterator[Verdict]:
    """Every stream that brings its usage on request only is asked for it, or somebody else counts."""
    yield from one_a_line(verdicts(project))


def verdicts(project: Project) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    for use in uses(project, "llm.chat"):
        if has_place_for(project, use, "stream_usage") and may_be_on(effective(project, use, "stream")):
            yield judged(project, use)


def judged(project: Project, use: Use) -> Verdict:
    """The verdict on one streamed call."""
    site = use.site
    asked = effective(project, use, "stream_usage")
    if may_be_on(asked):
        return satisfied(site.place, "the stream is asked for its usage")
    if not is_off(asked):
        return unknown(site.place, "whether the stream is asked for its usage is decided elsewhere")
    if goes_elsewhere(project, use):
        return unknown(site.place, "another service may answer, which may not know the option")
    if site.ref in project.calls_counted_by_hand:
        return satisfied(site.place, "its tokens are counted from the text")
    return recorded(project, site) or violated(site.place, words(use, asked))


def words(use: Use, asked: Argument) -> str:
    """The message of a finding."""
    name = called(use.site)
    if asked.given is Given.CALL:
        return f"`{name}` streams its answer with the token usage switched off, so no chunk says what it cost"
    return f"`{name}` streams its answer without `{spelling(use.meaning, 'stream_usage')}`, so no chunk says what it cost"


def effective(project: Project, use: Use, name: str) -> Argument:
    """The effective argument of a call through one of its clients."""
    return project.arguments.effective(use.site.ref, use.meaning, use.thing, name)


def may_be_on(argument: Argument) -> bool:
    """Whether a switch is on, on some way to the call."""
    return any(argument.constants) or (argument.given is Given.DEFAULT and bool(argument.default))


def is_off(argument: Argument) -> bool:
    """Whether a switch is certainly off, by hand or by the library."""
    if argument.given is Given.CALL:
        return all(isinstance(thing, Data) and isinstance(thing.value, Literal) and not thing.value.value for thing in argument.things)
    return argument.given is Given.DEFAULT


def goes_elsewhere(project: Project, use: Use) -> bool:
    """Whether a client's address may be that of another service than the library's own."""
    address = effective(project, use, "elsewhere")
    if address.given is not Given.CALL:
        return address.given is Given.UNKNOWN
    if address.is_none:
        return False
    known = [project.sites.raw.hosts.address(str(constant)) for constant in address.constants]
    return len(known) < len(address.things) or any(host is None or host.name != use.meaning.library for host in known)
