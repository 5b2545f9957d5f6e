"""Prompts that reach a model with the names of variables in braces, instead of what the variables hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Literal, Verdict, violated
from ailint.project.slots import slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.prompts import Prompt


def unfilled(project: Project) -> Iterator[Verdict]:
    """A prompt that names variables of its function in braces is an f-string, or is filled in on its way."""
    for prompt in project.prompts:
        names = variables_named(project, prompt) if not prompt.filled else []
        if names:
            yield violated(
                prompt.place,
                f"The model is sent `{{{names[0]}}}` itself, not the value of `{names[0]}`: this text is no f-string, and nothing fills it in",
            )


def variables_named(project: Project, prompt: Prompt) -> list[str]:
    """The names in braces that are variables of the function by then."""
    if not isinstance(prompt.value, Literal) or prompt.spot.scope <= 0 or "template" in prompt.roles:
        return []
    bindings = project.resolver.bindings(prompt.place.path)
    scope = bindings.facts.scopes[prompt.spot.scope]
    if scope.kind != "function":
        return []
    parameters = {parameter.name for parameter in scope.parameters}
    named = slots_of(str(prompt.value.value)).names
    return sorted(
        name for name in named if name in parameters or any(b.step < prompt.spot.at for b in bindings.names.get((prompt.spot.scope, name), ()))
    )
