"""Model calls whose answer may be as long as the model likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.clients import Client, Use, called, calls_decide, clients, has_place_for, places, spelling
from ailint.checks.merging import one_a_line
from ailint.checks.models_called import models_of, rejects
from ailint.facts import Outcome, Related, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.things import External

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project


def no_max_output_tokens(project: Project) -> Iterator[Verdict]:
    """Every text-generating call, or the wrapper that carries the cap for it, limits the answer's length."""
    yield from one_a_line(verdicts(project))


def verdicts(project: Project) -> Iterator[Verdict]:
    """The verdicts before those of one line are joined."""
    found = clients(project, "llm.chat")
    for client in found.made.values():
        if "max_output" in client.site.meaning.arguments and not calls_decide(project, client):
            yield of_client(project, client)
        else:
            yield from (of_call(project, use) for use in client.uses)
    yield from (of_call(project, use) for use in found.loose)


def of_client(project: Project, client: Client) -> Verdict:
    """One verdict for a wrapper: its calls may bring the cap too."""
    site = client.site
    own = Use(site, site.meaning, External(site.thing.origin))
    capped = [(capping(project, use), use) for use in client.uses or [own]]
    outcomes = {outcome for outcome, _ in capped}
    if Outcome.VIOLATED in outcomes:
        late = [use for outcome, use in capped if outcome is Outcome.VIOLATED]
        related = tuple(Related(place, f"`{name}` has no cap either") for place, name in places(project, late, site.place))
        return violated(site.place, words(called(site), spelling(site.meaning, "max_output")), related=related)
    return answer(Outcome.UNKNOWN if Outcome.UNKNOWN in outcomes else Outcome.SATISFIED, own)


def of_call(project: Project, use: Use) -> Verdict:
    """The verdict on one call."""
    outcome = capping(project, use)
    if outcome is Outcome.VIOLATED:
        argument = "" if "url" in use.meaning.arguments else spelling(use.meaning, "max_output")
        return violated(use.site.place, words(called(use.site), argument))
    return answer(outcome, use)


def answer(outcome: Outcome, use: Use) -> Verdict:
    """The verdict where nothing is wrong, or nothing can be told."""
    name = called(use.site)
    if outcome is Outcome.UNKNOWN:
        return unknown(use.site.place, f"whether `{name}` has an output cap is decided elsewhere")
    return satisfied(use.site.place, f"the answer of `{name}` has a cap")


def capping(project: Project, use: Use) -> Outcome:
    """Whether a call's answer is capped."""
    argument = project.arguments.effective(use.site.ref, use.meaning, use.thing, "max_output")
    if argument.given is Given.UNKNOWN or not has_place_for(project, use, "max_output"):
        return Outcome.UNKNOWN
    if argument.given is Given.DEFAULT or (argument.given is Given.CALL and not argument.is_none):
        return Outcome.SATISFIED
    reasoning = [model is not None and rejects(model, "temperature") for model in models_of(project, use)]
    return Outcome.SATISFIED if any(reasoning) else Outcome.VIOLATED


def words(name: str, argument: str) -> str:
    """The message of a finding."""
    missing = f"no `{argument}` is given" if argument else "the request holds no output cap"
    return f"`{name}` leaves the length of the answer, and its price, to the model: {missing}"
