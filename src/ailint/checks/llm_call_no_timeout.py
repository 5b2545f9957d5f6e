"""Model calls that wait as long as the other side likes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from ailint.checks.bounds import Bounds
from ailint.checks.clients import Client, Use, called, clients, places, runs_no_model, spelling
from ailint.checks.limits import UNKNOWN, Kind, Limit, limit_of
from ailint.checks.merging import one_a_line
from ailint.facts import Ref, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.things import CallRef, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge import Meaning
    from ailint.project import Project

CALLS = ("llm.chat", "embed.call", "llm.admin")
SESSIONS = frozenset({"realtime.connect"})
SETTINGS = frozenset({"timeout", "request_timeout"})


class Wait(IntEnum):
    """How a call waits, best first."""

    BOUNDED = 0
    UNKNOWN = 1
    LONG = 2
    ENDLESS = 3


def llm_call_no_timeout(project: Project, *, max_seconds: float = 600) -> Iterator[Verdict]:
    """Every client, and every call without a visible client, gives up before `max_seconds`."""
    yield from one_a_line(verdicts(project, max_seconds))


def verdicts(project: Project, most: float) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    judge = Judge(project, most)
    found = clients(project, *CALLS, *SESSIONS)
    for client in found.made.values():
        timed = [use for use in client.uses if use.site.role not in SESSIONS]
        if timed or not (client.uses or runs_no_model(project, client)):
            yield judge.client(Client(client.site, timed))
    yield from (judge.call(use) for use in found.loose if use.site.role not in SESSIONS and not is_embedder(project, use))


def is_embedder(project: Project, use: Use) -> bool:
    """Whether a call goes through an object that only embeds."""
    sites = (project.sites.at(maker) for maker in use.thing.makers)
    return use.site.role == "embed.call" and any(site is not None and site.role == "embed.client" for site in sites)


class Judge:
    """Answers for clients and calls against one limit."""

    def __init__(self, project: Project, most: float) -> None:
        self.project = project
        self.most = most
        self.bounds = Bounds(project)
        self.set_elsewhere = frozenset(modules_with_a_limit(project))

    def client(self, client: Client) -> Verdict:
        """One verdict for a client: that of its worst call, or its own where no call is seen."""
        site = client.site
        own = self.limit(site.ref, site.meaning, External(site.thing.origin))
        waits = [(self.wait(use), use) for use in client.uses]
        worst = max((wait for wait, _ in waits), default=self.grade(own))
        if worst is Wait.BOUNDED:
            return satisfied(site.place, f"`{called(site)}` and its calls give up in time")
        if worst is Wait.UNKNOWN:
            return unknown(site.place, f"the timeout of `{called(site)}` comes from elsewhere")
        late = [use for wait, use in waits if wait is worst]
        limits = [own, *(self.limit(use.site.ref, use.meaning, use.thing) for use in late[:1])]
        meanings = [site.meaning, *(use.meaning for use in late[:1])]
        argument = next((found for meaning in meanings if (found := spelling(meaning, "timeout"))), "")
        message = self.words(called(site), limits[-1], argument)
        related = tuple(Related(place, f"`{name}` waits as long") for place, name in places(self.project, late, site.place))
        return violated(site.place, message, related=related, severity=severity(worst))

    def call(self, use: Use) -> Verdict:
        """The verdict on a call whose client is not seen, or that needs none."""
        wait = self.wait(use)
        name = called(use.site)
        if wait is Wait.BOUNDED:
            return satisfied(use.site.place, f"`{name}` gives up in time")
        if wait is Wait.UNKNOWN:
            return unknown(use.site.place, f"what `{name}` was made with is out of sight")
        limit = self.limit(use.site.ref, use.meaning, use.thing)
        return violated(use.site.place, self.words(name, limit, spelling(use.meaning, "timeout")), severity=severity(wait))

    def wait(self, use: Use) -> Wait:
        """How a call waits, with what bounds it from outside."""
        grade = self.grade(self.limit(use.site.ref, use.meaning, use.thing))
        if grade in {Wait.LONG, Wait.ENDLESS} and (self.bounds.around(use.site.ref) or self.bounds.limited_handler(use.site.ref)):
            return Wait.BOUNDED
        return grade

    def limit(self, ref: CallRef, meaning: Meaning, thing: External) -> Limit:
        """The time limit that a call or client ends up with."""
        argument = self.project.arguments.effective(ref, meaning, thing, "timeout")
        if argument.given is not Given.CALL and thing.origin.partition(".")[0] in self.set_elsewhere:
            return UNKNOWN
        return limit_of(self.project, argument)

    def grade(self, limit: Limit) -> Wait:
        """How something with this limit waits."""
        if limit.kind is Kind.UNKNOWN:
            return Wait.UNKNOWN
        if limit.is_within(self.most):
            return Wait.BOUNDED
        return Wait.LONG if limit.kind is Kind.NUMBER and (limit.written or limit.seconds <= self.most) else Wait.ENDLESS

    def words(self, name: str, limit: Limit, argument: str) -> str:
        """The message of a finding."""
        missing = f"no `{argument}` is given" if argument else "no limit is given"
        if limit.kind is Kind.NUMBER and limit.written:
            return f"`{name}` may wait {limit.seconds:g} s for an answer"
        if limit.kind is Kind.NUMBER:
            return f"`{name}` waits up to {limit.seconds:g} s for an answer, the library's default: {missing}"
        reason = "its limit is switched off with None" if limit.written else f"{missing}, and the library sets none"
        return f"`{name}` waits for as long as the server likes: {reason}"


def severity(wait: Wait) -> Severity | None:
    """The severity of a finding where it is not the card's."""
    return Severity.MEDIUM if wait is Wait.LONG else None


def modules_with_a_limit(project: Project) -> Iterator[str]:
    """Libraries for which the code sets a limit once and for all: `library.request_timeout = 30`."""
    for path in project.vocabulary.files_with(SETTINGS):
        for index, step in enumerate(project.python[path].steps):
            if step.kind != "bind" or not isinstance(step.target, Ref) or step.target.name.rpartition(".")[2] not in SETTINGS:
                continue
            owner = step.target.name.rpartition(".")[0]
            things = project.things(Ref(owner), Spot(path, step.scope, step.block, index)) if owner else ()
            libraries = (thing for thing in things if isinstance(thing, External) and not thing.makers and thing.complete)
            yield from (library.origin for library in libraries if "." not in library.origin)
