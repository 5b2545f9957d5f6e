"""Prompt templates and what is put into them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.unfilled import unfilled
from ailint.facts import Collection, Literal, Mapping, Operation, Place, Related, Severity, Value, Verdict, satisfied, unknown, violated
from ailint.project.bindings import tail
from ailint.project.called import calls_written
from ailint.project.slots import slots_of
from ailint.project.templates import Templates, receiver
from ailint.project.things import CallRef, External, Spot
from ailint.read.operators import PIPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.entries import Entries
    from ailint.project.sites import Site
    from ailint.project.slots import Slots
    from ailint.project.templates import Fixed

FILLING = frozenset({"invoke", "ainvoke", "stream", "astream"})
PROMPT_NAME = re.compile(r"prompt|template|instruction|system_message", re.IGNORECASE)
RENDERING = frozenset({"render", "render_async"})
UNDOUBLED = "`{}` in this template is read as {}: braces that are meant as such must be doubled"
OUTER = "|"


def prompt_template_variable_mismatch(project: Project) -> Iterator[Verdict]:
    """Every name in a prompt template is given, and everything given has a place in it."""
    templates = Templates(project)
    for site in project.calls("prompt.template"):
        yield from declared(project, templates, site)
    for site in project.calls("prompt.fill"):
        yield from filled(project, templates, site)
    for site in project.calls("llm.chat"):
        yield from chained(project, templates, site)
    for path in project.vocabulary.files_with({PIPED}):
        yield from mapped(project, templates, path)
    yield from formatted(project, templates)
    yield from unfilled(project)


# templates as objects


def declared(project: Project, templates: Templates, site: Site) -> Iterator[Verdict]:
    """A template is written so that it can be filled, and has every variable that is declared with it."""
    slots = templates.of_site(site)
    if slots.broken:
        yield violated(site.place, UNDOUBLED.format(shown(slots.broken[0]), "a variable"))
        return
    variables = project.given(site, "variables")
    if variables is None or slots.open:
        return
    names = [item.value for item in variables.items if isinstance(item, Literal)] if isinstance(variables, Collection) else []
    lost = [str(name) for name in names if name not in slots.all]
    if lost:
        yield violated(site.place, f"`{lost[0]}` is declared as a variable, but the template has no place for it: the model never sees it")


def filled(project: Project, templates: Templates, site: Site) -> Iterator[Verdict]:
    """What a template object is given is what it takes."""
    found = templates.of_object(site.thing)
    if found is None:
        return
    values = project.given(site, "values")
    named = site.meaning.arguments.get("values")
    given = project.arguments.entries.read(values, site.spot) if values is not None else templates.keywords(site.ref)
    if named and values is None:
        return
    for name in site.meaning.positional:
        given.values.pop(name, None)
    yield compared(site.place, *found, given)


def chained(project: Project, templates: Templates, site: Site) -> Iterator[Verdict]:
    """What `prompt | model` is run with is what the prompt takes."""
    chain = site.thing.chain
    if chain is None or site.call.name not in FILLING:
        return
    first = template_in(project, templates, steps(chain.value)[0], chain.spot)
    values = project.given(site, "messages") or project.given(site, "prompt")
    if first is not None and values is not None:
        yield compared(site.place, *first, project.arguments.entries.read(values, site.spot))


def mapped(project: Project, templates: Templates, path: str) -> Iterator[Verdict]:
    """A dictionary that stands before a prompt in a chain has what the prompt takes."""
    values = project.resolver.bindings(path).composed
    chains = [(value, spot) for value, spot in values if isinstance(value, Operation) and value.operator == OUTER]
    for value, spot in chains:
        chain = steps(value)
        if len(chain) != len(("before", "prompt")) or not isinstance(chain[0], Mapping):
            continue
        found = template_in(project, templates, chain[1], spot)
        if found is not None:
            place = project.flow.place(spot, chain[0].span)
            yield compared(place, *found, project.arguments.entries.read(chain[0], spot))


def steps(chain: Value) -> list[Value]:
    """The steps of `a | b | c`, in order."""
    found: list[Value] = []
    while isinstance(chain, Operation) and chain.operator == OUTER:
        *left, last = chain.operands
        found.append(last)
        chain = left[0]
    return [chain, *reversed(found)]


def template_in(project: Project, templates: Templates, value: Value, spot: Spot) -> tuple[Place, Slots] | None:
    """The template that a step of a chain is, where it is that and nothing else."""
    things = project.things(value, spot)
    return templates.of_object(things[0]) if len(things) == 1 and isinstance(things[0], External) else None


def compared(place: Place, template: Place, slots: Slots, given: Entries, otherwise: str = "filling it in fails") -> Verdict:
    """The verdict on what a template takes and what it is given."""
    related = (Related(template, "the template stands here"),)
    missing = sorted(slots.names - given.values.keys()) if not given.open else []
    lost = sorted(given.values.keys() - slots.all) if not slots.open else []
    if missing:
        return violated(place, f"The template takes `{missing[0]}`, which is not given here: {otherwise}", related=related)
    if lost:
        message = f"`{lost[0]}` is given here, but the template has no place for it: the model never sees it"
        return violated(place, message, related=related, severity=Severity.MEDIUM)
    if slots.open or given.open:
        return unknown(place, "what the template takes, or what it is given, could not be told", related=related)
    return satisfied(place, "the template gets what it takes", related=related)


def shown(text: str) -> str:
    """A slot on one line, as it is written."""
    return " ".join(text.split())


# text


def formatted(project: Project, templates: Templates) -> Iterator[Verdict]:
    """What `PROMPT.format(…)` and `template.render(…)` put in is what the text has places for."""
    for ref, call in calls_written(project.resolver, {"format", *RENDERING}):
        base = receiver(call.func)
        if base is None or project.sites.at(ref) is not None:
            continue
        if call.name in RENDERING:
            yield from rendered(project, templates, ref)
        elif not call.args:
            text = templates.fixed(base, project.resolver.spot(ref))
            if text is not None and is_prompt(project, base, text):
                yield put_in(project, ref, text, templates.keywords(ref))


def rendered(project: Project, templates: Templates, ref: CallRef) -> Iterator[Verdict]:
    """What a template engine is given for a prompt; what is missing stays empty without a word."""
    call = project.resolver.call(ref)
    for thing in project.resolver.callee(ref):
        found = templates.loaded(thing) if isinstance(thing, External) else None
        if found is None or not is_prompt(project, receiver(call.func) or call.func, found[0]):
            continue
        given = templates.keywords(ref)
        for value in call.args:
            given.merge(project.arguments.entries.read(value, project.resolver.spot(ref)))
        yield compared(project.flow.call_place(ref), found[0].place, slots_of(found[0].text, found[1]), given, "its place stays empty")


def is_prompt(project: Project, value: Value, text: Fixed) -> bool:
    """Whether a text goes to a model, by where it gets to or what it is called."""
    return (
        text.place.path not in project.python
        or bool(PROMPT_NAME.search(tail(value)))
        or text.place in project.shared("places of prompts", lambda: frozenset(prompt.place for prompt in project.prompts))
    )


def put_in(project: Project, ref: CallRef, text: Fixed, given: Entries) -> Verdict:
    """The verdict on one filling of a text."""
    slots = slots_of(text.text)
    place = project.flow.call_place(ref)
    if slots.broken:
        message = UNDOUBLED.format(shown(slots.broken[0]), "something to put in")
        return violated(place, message, related=(Related(text.place, "the text stands here"),))
    return compared(place, text.place, slots, given)
