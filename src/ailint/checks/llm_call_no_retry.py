"""Model calls that are tried once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.clients import Client, Use, called, clients, places, spelling
from ailint.checks.merging import one_a_line
from ailint.checks.models_called import provider_of
from ailint.checks.retries import Retries
from ailint.facts import Collection, Outcome, Related, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.things import Data, External

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

CALLS = ("llm.chat",)
MOUNTING = "mount"


def llm_call_no_retry(project: Project) -> Iterator[Verdict]:
    """Every client, and every call without a visible client, is tried again by somebody when it fails."""
    yield from one_a_line(verdicts(project))


def verdicts(project: Project) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    judge = Judge(project)
    found = clients(project, *CALLS, "embed.call", "realtime.connect")
    for client in found.made.values():
        chats = [use for use in client.uses if use.site.role in CALLS]
        if chats or not client.uses:
            yield judge.client(Client(client.site, chats))
    yield from (judge.call(use) for use in found.loose if use.site.role in CALLS)


class Judge:
    """Answers for clients and calls."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.retries = Retries(project)
        self.middleware = agents_with_retries(project, self.retries)

    def client(self, client: Client) -> Verdict:
        """One verdict for a client: violated where one of its calls is."""
        site = client.site
        own = Use(site, site.meaning, External(site.thing.origin))
        outcomes = [(self.outcome(use), use) for use in client.uses] or [(self.outcome_unused(own), own)]
        kinds = {outcome for outcome, _ in outcomes}
        if Outcome.VIOLATED not in kinds:
            return answer(Outcome.UNKNOWN if Outcome.UNKNOWN in kinds else Outcome.SATISFIED, own)
        late = [use for outcome, use in outcomes if outcome is Outcome.VIOLATED]
        related = tuple(Related(place, f"`{name}` is tried once") for place, name in places(self.project, late, site.place))
        argument = next((found for use in (own, *late) if (found := spelling(use.meaning, "retries"))), "")
        return violated(site.place, words(called(site), argument), related=related)

    def call(self, use: Use) -> Verdict:
        """The verdict on a call whose client is not seen, or that needs none."""
        outcome = self.outcome(use)
        if outcome is Outcome.VIOLATED:
            return violated(use.site.place, words(called(use.site), spelling(use.meaning, "retries")))
        return answer(outcome, use)

    def outcome_unused(self, own: Use) -> Outcome:
        """The answer for a client whose calls are out of sight: what is around them is as well."""
        outcome = self.attempts(own)
        return Outcome.UNKNOWN if outcome is Outcome.VIOLATED and not self.is_switched_off(own) else outcome

    def is_switched_off(self, own: Use) -> bool:
        """Whether the retries that a library makes by itself are turned off."""
        argument = self.project.arguments.effective(own.site.ref, own.meaning, own.thing, "retries")
        return argument.given is Given.CALL and not self.middleware and self.retries.around(own.site.ref) is False

    def outcome(self, use: Use) -> Outcome:
        """The answer for one call: by its client and library, else by what is around it."""
        outcome = self.attempts(use)
        if outcome is not Outcome.VIOLATED:
            return outcome
        around = self.retries.around(use.site.ref)
        if around or self.is_mounted(use) or self.by_gateway(use):
            return Outcome.SATISFIED
        return Outcome.UNKNOWN if around is None else outcome

    def attempts(self, use: Use) -> Outcome:
        """What client and library do by themselves."""
        argument = self.project.arguments.effective(use.site.ref, use.meaning, use.thing, "retries")
        if argument.given is Given.ABSENT:
            return Outcome.VIOLATED if argument.stated else Outcome.UNKNOWN
        if argument.given is Given.DEFAULT:
            return Outcome.VIOLATED if argument.default == 0 else Outcome.SATISFIED
        if argument.given is Given.CALL and argument.things:
            objects = [thing for thing in argument.things if not isinstance(thing, Data)]
            numbers = argument.numbers
            if objects or any(number > 0 for number in numbers) or not argument.constants:
                return Outcome.SATISFIED
            return Outcome.VIOLATED if numbers and all(constant == 0 for constant in argument.constants) else Outcome.UNKNOWN
        return Outcome.UNKNOWN

    def is_mounted(self, use: Use) -> bool:
        """Whether an adapter that retries is mounted on the session that sends the request."""
        for ref in self.project.resolver.calls_by_tail.get(MOUNTING, ()):
            for thing in self.project.resolver.callee(ref):
                if isinstance(thing, External) and thing.makers and set(thing.makers) & set(use.thing.makers):
                    return any(self.retries.is_retry(value, self.project.resolver.spot(ref)) for value in self.project.resolver.call(ref).args)
        return False

    def by_gateway(self, use: Use) -> bool:
        """Whether the call goes through a gateway that tries again."""
        gateway = provider_of(self.project, use).gateway
        return gateway is not None and gateway.retries


def agents_with_retries(project: Project, retries: Retries) -> bool:
    """Whether an agent is given something that repeats its model calls: `middleware=[…]`."""
    for site in project.calls("agent.define"):
        values = [value for _, value in site.call.keywords if isinstance(value, Collection)]
        if any(retries.is_retry(item, site.spot) for value in values for item in value.items):
            return True
    return False


def answer(outcome: Outcome, use: Use) -> Verdict:
    """The verdict where nothing is wrong, or nothing can be told."""
    name = called(use.site)
    if outcome is Outcome.UNKNOWN:
        return unknown(use.site.place, f"who retries `{name}` cannot be told")
    return satisfied(use.site.place, f"`{name}` is tried again when it fails")


def words(name: str, argument: str) -> str:
    """The message of a finding."""
    missing = f"the library makes one attempt unless `{argument}` says otherwise, and nothing" if argument else "neither the library nor anything"
    return f"A request of `{name}` that fails is not tried again: {missing} around it does"
