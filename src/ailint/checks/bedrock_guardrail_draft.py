"""Guardrails and agents that are used as drafts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.merging import one_a_line
from ailint.checks.surroundings import is_for_development
from ailint.facts import Item, Literal, Place, Ref, Severity, Value, Verdict, satisfied, violated
from ailint.knowledge.cloud import CloudTable, Draft, load_cloud
from ailint.project.resources import resources
from ailint.project.things import CallRef, Data, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

PLAIN = re.compile(r"[^a-z0-9]")
UNJUDGED = frozenset({"workflow"})


def bedrock_guardrail_draft(project: Project) -> Iterator[Verdict]:
    """What protects or answers users is a published version, which changes when somebody changes it."""
    table = load_cloud()
    yield from one_a_line((*_in_settings(project, table), *_in_code(project, table), *_unpublished(project, table)))


def _draft(name: str, table: CloudTable) -> Draft | None:
    """What a name chooses the version of, whatever stands before it and however it is spelled."""
    plain = PLAIN.sub("", name.lower())
    return next((draft for draft in table.drafts for known in draft.names if plain.endswith(known.replace("_", ""))), None)


def _judged(text: str, draft: Draft, place: Place, severity: Severity | None = None) -> Verdict:
    if text in draft.values:
        words = f"`{text}` is the draft of the {draft.what}: whoever edits it changes what users get at once, without a review"
        return violated(place, words, severity=Severity.LOW if is_for_development(place.path) else severity)
    return satisfied(place, f"the {draft.what} is used as `{text}`")


def _in_settings(project: Project, table: CloudTable) -> Iterator[Verdict]:
    for file in project.files.values():
        for setting in file.settings if file.format not in UNJUDGED else ():
            draft = _draft(setting.key[-1], table) or (
                _draft(setting.key[-2], table) if setting.key[-1] == "default" and len(setting.key) > 1 else None
            )
            if draft is not None and isinstance(setting.value, str) and setting.raw in draft.values:
                yield _judged(setting.raw, draft, Place(file.path, setting.span))


def _in_code(project: Project, table: CloudTable) -> Iterator[Verdict]:
    hint = re.compile("|".join(f"{name.replace('_', '[_-]?')}" for draft in table.drafts for name in draft.names), re.IGNORECASE)
    for path in project.vocabulary.files_matching(hint):
        for name, value, spot in _named(project, path):
            draft = _draft(name, table)
            if draft is not None:
                yield from _of_value(project, draft, value, spot)
        for site in project.calls_in(path, "env.read"):
            name_read, default = project.given(site, "name"), project.given(site, "default")
            draft = _draft(str(name_read.value), table) if isinstance(name_read, Literal) else None
            if draft is not None and isinstance(default, Literal) and default.value in draft.values:
                yield _judged(str(default.value), draft, site.place, Severity.MEDIUM)


def _named(project: Project, path: str) -> Iterator[tuple[str, Value, Spot]]:
    """Values with the names that they are given: keywords, dictionary keys, targets, defaults of parameters."""
    facts = project.python[path]
    for index, call in enumerate(facts.calls):
        spot = project.resolver.spot(CallRef(path, index))
        yield from ((keyword, value, spot) for keyword, value in call.keywords)
    for mapping, spot in project.resolver.bindings(path).mappings:
        yield from ((str(key.value), value, spot) for key, value in mapping.entries if isinstance(key, Literal))
    for place, step in enumerate(facts.steps):
        if step.kind == "bind" and step.value is not None:
            yield _target(step.target), step.value, Spot(path, step.scope, step.block, place)
    for scope in facts.scopes:
        yield from ((one.name, one.default, Spot(path, scope.parent, scope.block, 0)) for one in scope.parameters if one.default is not None)


def _target(target: Value | None) -> str:
    match target:
        case Ref(name=name):
            return name.rpartition(".")[2]
        case Item(key=Literal(value=str() as name)):
            return name
        case _:
            return ""


def _of_value(project: Project, draft: Draft, value: Value, spot: Spot) -> Iterator[Verdict]:
    """The verdict on a value, where nothing else may stand in its place."""
    things = tuple(project.things(value, spot))
    texts = [thing for thing in things if isinstance(thing, Data) and isinstance(thing.value, Literal) and isinstance(thing.value.value, str)]
    if things and len(texts) == len(things) and len({thing.value for thing in texts}) == 1 and isinstance(texts[0].value, Literal):
        span = texts[0].value.span
        if span is not None:
            yield _judged(str(texts[0].value.value), draft, Place(texts[0].spot.path, span, project.python[spot.path].scopes[spot.scope].symbol))


def _unpublished(project: Project, table: CloudTable) -> Iterator[Verdict]:
    """Resources of which no version is published in the files of their own platform."""
    published = {resource.kind for resource in resources(project)}
    for resource in resources(project):
        release = table.releases.get(resource.kind)
        if release is not None and release in published:
            yield satisfied(resource.place, "a version of it is published")
        elif release is not None:
            severity = Severity.LOW if is_for_development(resource.place.path) else None
            yield violated(resource.place, f"No `{release}` publishes a version of it, so only its draft can be used", severity=severity)
