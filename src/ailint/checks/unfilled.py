"""Prompts that reach a model with the names of variables in braces, instead of what the variables hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Collection, Literal, Place, Verdict, violated
from ailint.project.slots import slots_of
from ailint.project.templates import receiver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.prompts import Prompt
    from ailint.project.sites import Site
    from ailint.project.things import Spot

FILLING = frozenset({
    "format", "format_map", "replace", "substitute", "safe_substitute", "render", "sub", "from_template", "from_string", "Template", "partial",
    "eval",
})  # fmt: skip
TEMPLATES = ("prompt.template", "prompt.load", "agent.define", "agent.run")


def unfilled(project: Project) -> Iterator[Verdict]:
    """A prompt that names variables of its function in braces is an f-string, or is filled in on its way."""
    suspects = [(prompt, names) for prompt in project.prompts if (names := variables_named(project, prompt))]
    if not suspects:
        return
    filled = {place for value, spot in fillings(project) for place in places_of(project, value, spot)}
    for prompt, names in suspects:
        if prompt.place not in filled:
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


def fillings(project: Project) -> Iterator[tuple[Value, Spot]]:
    """Every text that something may be put into: by a method of text, a template class, an agent that takes templates."""
    by_name = (ref for name in FILLING for ref in project.resolver.calls_by_tail.get(name, ()))
    for ref in dict.fromkeys((*by_name, *(site.ref for site in project.calls(*TEMPLATES, "message") if takes_template(site)))):
        call, spot = project.resolver.call(ref), project.resolver.spot(ref)
        held = receiver(call.func)
        yield from ((value, spot) for value in (held, *call.args, *(given for _, given in call.keywords)) if value is not None)
    for path in project.python:
        for value, spot in project.resolver.bindings(path).values:
            if isinstance(value, Collection) and value.kind == "tuple" and value.items and isinstance(value.items[0], Literal):
                yield value, spot


def takes_template(site: Site) -> bool:
    """Whether what a call is given is a template; of a message, whether it is made of one."""
    return not site.role.startswith("message") or "template" in site.meaning.arguments.get("content", ())


def places_of(project: Project, value: Value, spot: Spot) -> Iterator[Place]:
    """Where the texts of a value are written."""
    yield from (trace.place for trace in project.flow.texts(value, spot))
