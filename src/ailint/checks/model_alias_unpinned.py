"""Models named by an alias that the provider moves."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ailint.checks.clients import called
from ailint.checks.model_names import ELSEWHERE, Names, Written
from ailint.checks.model_retired import by_file, related_to
from ailint.facts import Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge.tables import Model
    from ailint.project import Project

LATEST = "latest"


def model_alias_unpinned(project: Project, *, today: str = "") -> Iterator[Verdict]:
    """Every model id that is written to be used names one fixed model, where its provider offers that; one finding an id and file."""
    day = dt.date.fromisoformat(today) if today else dt.datetime.now(tz=dt.UTC).date()
    for group in by_file(project.shared("model names", Names(project).collect)):
        yield judged(group, day)
    yield from unnamed(project)


def judged(group: list[Written], day: dt.date) -> Verdict:
    """The verdict on one id in one file."""
    first, *others = group
    model = first.model
    if model is None:
        return unknown(first.place, f"`{first.text}` is not in the model tables")
    if not moves(first.text, model) or (model.shutdown is not None and model.shutdown <= day):
        return satisfied(first.place, f"`{first.text}` names one model, or there is no fixed form of it")
    related = related_to(others)
    mild = (model.kind == "alias" or first.behind_gateway) and not any(written.judges for written in group)
    return violated(first.place, words(first.text, model), related=related, severity=Severity.LOW if mild else Severity.MEDIUM, data=first.text)


def moves(name: str, model: Model) -> bool:
    """Whether the name can come to mean another model, though a fixed form exists."""
    return model.kind in {"alias", "moving"} and (bool(model.snapshots) or name.endswith(LATEST))


def words(name: str, model: Model) -> str:
    """The message of a finding."""
    fixed = f": a fixed form is `{model.snapshots[0]}`" if model.snapshots else ""
    return f"`{name}` names whatever model its provider puts behind it, so the answers change without a commit{fixed}"


def unnamed(project: Project) -> Iterator[Verdict]:
    """Clients that carry the model of their calls and are made without one, so that the library's release decides."""
    for site in project.calls("llm.client"):
        if site.meaning.local or project.models.provider_of(site.thing.origin) == ELSEWHERE:
            continue
        argument = project.argument(site, "model")
        if argument.given is Given.DEFAULT:
            yield violated(
                site.place,
                f"`{called(site)}` is given no model: the release of the library decides, today on `{argument.default}`",
                severity=Severity.MEDIUM,
            )
