"""Sampling that nobody has decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.clients import Client, Use, called, calls_decide, clients, places
from ailint.checks.merging import one_a_line
from ailint.checks.models_called import takes_sampling
from ailint.checks.read_as_data import ReadAsData
from ailint.facts import Outcome, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given
from ailint.project.things import External

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

SAMPLING = ("temperature", "top_p", "top_k", "seed")


def temperature_implicit(project: Project, *, low: float = 0.5) -> Iterator[Verdict]:
    """Every call to a model that takes sampling parameters gets one, or a default below `low`."""
    yield from one_a_line(verdicts(project, low))


def verdicts(project: Project, low: float) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    judge = Judge(project, low)
    found = clients(project, "llm.chat")
    for client in found.made.values():
        if "temperature" in client.site.meaning.arguments and not calls_decide(project, client):
            yield judge.client(client)
        else:
            yield from (judge.call(use) for use in client.uses)
    yield from (judge.call(use) for use in found.loose)


class Judge:
    """Answers for clients and calls."""

    def __init__(self, project: Project, low: float) -> None:
        self.project = project
        self.low = low
        self.read = ReadAsData(project)

    def client(self, client: Client) -> Verdict:
        """One verdict for a wrapper that carries the sampling parameters of its calls."""
        site = client.site
        own = Use(site, site.meaning, External(site.thing.origin))
        alone = self.outcome_alone(own)
        outcomes = [(self.outcome_through(use, alone), use) for use in client.uses] or [(alone, own)]
        kinds = {outcome for outcome, _ in outcomes}
        if Outcome.VIOLATED in kinds:
            late = [use for outcome, use in outcomes if outcome is Outcome.VIOLATED]
            related = tuple(Related(place, f"`{name}` runs with it") for place, name in places(self.project, late, site.place))
            read = any(self.is_read_as_data(use) for use in late)
            return violated(site.place, self.words(late[0], called(site)), related=related, severity=Severity.MEDIUM if read else None)
        return answer(Outcome.UNKNOWN if Outcome.UNKNOWN in kinds else Outcome.SATISFIED, own)

    def outcome_alone(self, own: Use) -> Outcome:
        """The answer for a wrapper by itself, in each version of its library: the default may differ, the fault be the same."""
        versions = self.project.knowledge.meanings(own.thing.origin)
        found = {self.outcome(Use(own.site, meaning, own.thing)) for meaning in versions} if len(versions) > 1 else set()
        return found.pop() if len(found) == 1 else self.outcome(own)

    def outcome_through(self, use: Use, alone: Outcome) -> Outcome:
        """The answer for a call of a wrapper: where the call itself says nothing, that of the wrapper."""
        outcome = self.outcome(use)
        silent = not use.site.call.spreads and not any(
            self.project.arguments.at(use.site.ref, use.meaning.arguments.get(name, ()), use.meaning.positional) for name in SAMPLING
        )
        return alone if outcome is Outcome.UNKNOWN and silent and len(use.thing.makers) == 1 else outcome

    def call(self, use: Use) -> Verdict:
        """The verdict on one call."""
        outcome = self.outcome(use)
        if outcome is Outcome.VIOLATED:
            severity = Severity.MEDIUM if self.is_read_as_data(use) else None
            return violated(use.site.place, self.words(use, called(use.site)), severity=severity)
        return answer(outcome, use)

    def outcome(self, use: Use) -> Outcome:
        """The answer for one call."""
        given = [self.argument(use, name) for name in SAMPLING]
        if any(argument.given is Given.CALL and not argument.is_none for argument in given):
            return Outcome.SATISFIED
        hidden = given[0].numbers if given[0].given is Given.DEFAULT else []
        if hidden:
            return Outcome.SATISFIED if max(hidden) < self.low else Outcome.VIOLATED
        reasoning = self.argument(use, "reasoning")
        if any(argument.given is Given.UNKNOWN for argument in (*given, reasoning)) or (reasoning.given is Given.CALL and not reasoning.is_none):
            return Outcome.UNKNOWN
        takes = takes_sampling(self.project, use)
        if takes is None or not self.can_be_set(use):
            return Outcome.UNKNOWN
        return Outcome.VIOLATED if takes else Outcome.SATISFIED

    def argument(self, use: Use, name: str) -> Argument:
        """An argument that a call ends up with."""
        return self.project.arguments.effective(use.site.ref, use.meaning, use.thing, name)

    def can_be_set(self, use: Use) -> bool:
        """Whether the tables say where a temperature would stand."""
        makers = (self.project.arguments.maker_meaning(maker) for maker in use.thing.makers)
        owner = self.project.arguments.owner_meaning(use.site.path, use.thing)
        return any(meaning is not None and "temperature" in meaning.arguments for meaning in (use.meaning, owner, *makers))

    def is_read_as_data(self, use: Use) -> bool:
        """Whether code reads the answer, or a judgement is made of it."""
        schema = self.argument(use, "schema")
        asked = use.meaning.structured or (schema.given is Given.CALL and not schema.is_none)
        return asked or self.project.role(use.site.path) == "eval" or use.site.ref in self.read

    def words(self, use: Use, name: str) -> str:
        """The message of a finding."""
        argument = self.argument(use, "temperature")
        reader = ", and code reads the answer" if self.is_read_as_data(use) else ""
        if argument.given is Given.DEFAULT:
            return f"`{name}` runs at temperature {argument.default}, a default of the library that nobody wrote down{reader}"
        return f"`{name}` leaves the sampling to the provider: no temperature, `top_p` or seed is given{reader}"


def answer(outcome: Outcome, use: Use) -> Verdict:
    """The verdict where nothing is wrong, or nothing can be told."""
    name = called(use.site)
    if outcome is Outcome.UNKNOWN:
        return unknown(use.site.place, f"the sampling of `{name}` is decided elsewhere")
    return satisfied(use.site.place, f"the sampling of `{name}` is decided, or its model takes no such parameter")
