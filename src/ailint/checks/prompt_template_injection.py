"""Text of users, models and documents that is used as a template rather than put into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.paths import described, way
from ailint.facts import Attribute, Collection, Literal, Place, Ref, Severity, Template, satisfied, violated
from ailint.project.iteration import receiver
from ailint.project.things import CallRef, Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value, Verdict
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.sites import Site
    from ailint.project.things import Spot

FORMATTING = ("format", "format_map")
RUNNING = frozenset({"jinja2"})
FOREIGN = frozenset({"untrusted", "retrieved"})
PAIR = 2
TEXT_ROLES = frozenset({"system", "human", "user", "ai", "assistant"})


def prompt_template_injection(project: Project) -> Iterator[Verdict]:
    """No template is written by a user, a model or a document."""
    for site in project.calls("prompt.template", "message", "sink.template"):
        templates = list(templates_of(project, site))
        if templates:
            yield judged_site(project, site, templates)
    for ref in formatted(project):
        verdict = judged_call(project, ref)
        if verdict is not None:
            yield verdict


def templates_of(project: Project, site: Site) -> Iterator[tuple[Value, Spot]]:
    """What a call takes as templates: a text, the texts of a list of messages, text that an engine runs."""
    for name in ("template", "code"):
        value = project.given(site, name)
        if value is not None:
            yield value, site.spot
    if "template" in site.meaning.arguments.get("content", ()):
        value = project.given(site, "content")
        if value is not None:
            yield value, site.spot
    listed = project.given(site, "messages") if site.role == "prompt.template" else None
    for thing in project.things(listed, site.spot) if listed is not None else ():
        if isinstance(thing, Data) and isinstance(thing.value, Collection):
            yield from ((text, thing.spot) for item in thing.value.items for text in text_of(item))


def text_of(item: Value) -> Iterator[Value]:
    """The template in one entry of a list of messages: a pair's second part, or the entry itself where it is text."""
    if isinstance(item, Collection) and len(item.items) == PAIR:
        role, text = item.items
        if isinstance(role, Literal) and role.value in TEXT_ROLES:
            yield text
    elif isinstance(item, Template | Literal):
        yield item


def judged_site(project: Project, site: Site, templates: list[tuple[Value, Spot]]) -> Verdict:
    """The verdict on one template."""
    traces = [trace for value, spot in templates for trace in project.flow.sources(value, spot, against="template")]
    if site.role == "sink.template":
        traces = [trace for trace in traces if trace.kind in FOREIGN]
    if not traces:
        return satisfied(site.place, "the template is written by the application")
    runs = site.role == "sink.template" or any(isinstance(value, Literal) and value.value in RUNNING for _, value in site.call.keywords)
    return found(traces[0], site.place, runs=runs)


def found(trace: Trace, place: Place, *, runs: bool) -> Verdict:
    """The finding on a template that somebody else writes."""
    what = "is run as a template" if runs else "is used as a template, so that braces in it are read as variables"
    return violated(place, f"{described(trace)} {what}", related=way(trace, place), severity=None if runs else Severity.HIGH)


def formatted(project: Project) -> Iterator[CallRef]:
    """Calls that fill in the blanks of a text that is not written at the call."""
    for name in FORMATTING:
        for ref in project.resolver.calls_by_tail.get(name, ()):
            call = project.resolver.call(ref)
            if isinstance(call.func, Ref | Attribute) and (call.args or call.keywords or call.spreads):
                yield ref


def judged_call(project: Project, ref: CallRef) -> Verdict | None:
    """The verdict on `text.format(…)`; None where the text is the application's own."""
    text, name = receiver(project.resolver.call(ref))
    if text is None or name not in FORMATTING or project.sites.at(ref) is not None:
        return None
    traces = project.flow.sources(text, project.resolver.spot(ref), against="template")
    return found(traces[0], project.flow.call_place(ref), runs=False) if traces else None
