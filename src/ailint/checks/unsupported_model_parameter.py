"""Arguments that the model, or its SDK, answers with an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.clients import Use, called, uses
from ailint.checks.merging import one_a_line
from ailint.checks.models_called import models_of, provider_of
from ailint.facts import Literal, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge import Meaning
    from ailint.knowledge.tables import Model
    from ailint.project import Project

SAMPLING = ("temperature", "top_p", "top_k")
ACCEPTED = 1
PASSED_ON = "extra_body"
BUDGET = "budget_tokens"
OFF = "none"


def unsupported_model_parameter(project: Project) -> Iterator[Verdict]:
    """No call, and no wrapper that carries arguments for its calls, is given what its model or SDK refuses."""
    yield from one_a_line(verdict for use in uses(project, "llm.chat", "llm.client") for verdict in verdicts(project, use))


def verdicts(project: Project, use: Use) -> Iterator[Verdict]:
    """The verdict on one call, or on a wrapper that is given arguments for its calls."""
    place, name = use.site.place, called(use.site)
    refused = refused_by_sdk(project, use)
    if refused:
        yield violated(place, f"`{name}` {refused}")
        return
    if not gives_any(project, use):
        if not use.site.is_constructor:
            yield satisfied(place, f"`{name}` is given nothing that models refuse")
        return
    models = models_of(project, use)
    provider = provider_of(project, use)
    dropped = (provider.gateway is not None and provider.gateway.drops_params) or drops(project, use)
    if dropped:
        yield satisfied(place, "what the model does not take is dropped on the way")
    elif not provider.certain or any(model is None or model.rejects is None for model in models):
        yield unknown(place, f"what the model of `{name}` takes cannot be told")
    else:
        found = [problem for model in models if model is not None and (problem := refused_by_model(project, use, model))]
        if found and len(found) == len(models):
            yield violated(place, f"{model_name(project, use)} {found[0]}")
        elif found:
            yield unknown(place, f"one of the models that `{name}` may run refuses an argument")
        else:
            yield satisfied(place, "the model takes what it is given")


def gives_any(project: Project, use: Use) -> bool:
    """Whether a call gives what some models refuse."""
    return any(here(project, use, name) is not None for name in SAMPLING) or bool(capped_by_old_name(project, use)) or has_budget(project, use)


def model_name(project: Project, use: Use) -> str:
    """The model of a finding, in words."""
    names = [name for name in project.arguments.effective(use.site.ref, use.meaning, use.thing, "model").constants if isinstance(name, str)]
    return f"`{names[0]}`" if len(set(names)) == 1 else "Each model that may run here"


def refused_by_sdk(project: Project, use: Use) -> str:
    """In words, a keyword of the call that no version of the SDK which may be installed takes; empty without one."""
    possible = meanings_possible(project, use)
    for keyword, _ in use.site.call.keywords:
        if possible and all(keyword in meaning.refuses for meaning in possible):
            instead = possible[0].refuses[keyword]
            return f"takes no `{keyword}`, so the call fails with a TypeError" + (f": here it is called `{instead}`" if instead else "")
    return ""


def meanings_possible(project: Project, use: Use) -> list[Meaning]:
    """What the call means in each version of the library that may be installed."""
    found = project.knowledge.meanings(use.thing.origin)
    versions = project.versions(project.subproject_of(use.site.path))
    return [meaning for meaning in found if not meaning.versions or versions.any_may_be(meaning)] if len(found) > 1 else list(found)


def drops(project: Project, use: Use) -> bool:
    """Whether the library is told to leave out what the model does not take, or may be."""
    argument = project.arguments.effective(use.site.ref, use.meaning, use.thing, "drop_params")
    return argument.given in {Given.CALL, Given.UNKNOWN} and not argument.is_none and argument.constants != [False]


def refused_by_model(project: Project, use: Use, model: Model) -> str:
    """In words, what a call gives its model that the model refuses; empty where it takes everything."""
    refused = set(model.rejects or ())
    given = {name: here(project, use, name) for name in SAMPLING}
    if not reasoning_off(project, use):
        for name in SAMPLING:
            if name in refused and is_other_than_default(given[name]):
                return f"refuses `{name}`: the request fails with status 400"
    if "temperature+top_p" in refused and all(is_value(given[name]) for name in ("temperature", "top_p")):
        return "refuses `temperature` and `top_p` together: the request fails with status 400"
    if "max_tokens" in refused and (other := capped_by_old_name(project, use)):
        return f"refuses `max_tokens`: the request fails with status 400, the cap is called `{other}`"
    if "thinking_budget" in refused and has_budget(project, use):
        return f"refuses a thinking budget (`{BUDGET}`): the request fails with status 400"
    return ""


def here(project: Project, use: Use, name: str) -> Argument | None:
    """An argument as this very call gives it, under any name that a version of the library has for it."""
    for meaning in (use.meaning, *project.knowledge.meanings(use.thing.origin)):
        spellings = tuple(spelling for spelling in meaning.arguments.get(name, ()) if not spelling.startswith(PASSED_ON))
        found = project.arguments.at(use.site.ref, spellings, meaning.positional)
        if found is not None:
            return found
    return None


def is_value(argument: Argument | None) -> bool:
    """Whether an argument is certainly given, and not None."""
    return argument is not None and argument.given is Given.CALL and bool(argument.numbers) and len(argument.numbers) == len(argument.things)


def is_other_than_default(argument: Argument | None) -> bool:
    """Whether an argument is a number that the provider would not use by itself."""
    return argument is not None and is_value(argument) and ACCEPTED not in argument.numbers


def reasoning_off(project: Project, use: Use) -> bool:
    """Whether the call turns reasoning off, or may: some models take sampling parameters then."""
    argument = project.arguments.effective(use.site.ref, use.meaning, use.thing, "reasoning")
    if argument.given is Given.ABSENT:
        return False
    return argument.given is Given.UNKNOWN or not all(isinstance(thing, Data) and is_text(thing) for thing in argument.things)


def is_text(thing: Data) -> bool:
    """Whether a value is a text other than the one that turns reasoning off."""
    return isinstance(thing.value, Literal) and isinstance(thing.value.value, str) and thing.value.value != OFF


def capped_by_old_name(project: Project, use: Use) -> str:
    """The library's present name of the output cap, where the call gives it under another."""
    first, *others = [s for s in use.meaning.arguments.get("max_output", ("",)) if not s.startswith(PASSED_ON)] or [""]
    if "max_tokens" not in others or "." in first:
        return ""
    argument = project.arguments.at(use.site.ref, ("max_tokens",), use.meaning.positional)
    return first if argument is not None and is_value(argument) and not use.site.is_constructor else ""


def has_budget(project: Project, use: Use) -> bool:
    """Whether a call sets how many tokens the model may think with."""
    spellings = tuple(f"{spelling}.{BUDGET}" for spelling in use.meaning.arguments.get("reasoning", ()))
    argument = project.arguments.at(use.site.ref, spellings, use.meaning.positional)
    return argument is not None and argument.given is Given.CALL and not argument.is_none
