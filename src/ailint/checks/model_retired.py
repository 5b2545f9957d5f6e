"""Models that are shut down, or will be."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ailint.checks.model_names import Names, Written
from ailint.facts import Related, Severity, Verdict, satisfied, unknown, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge.tables import Model
    from ailint.project import Project


def model_retired(project: Project, *, soon_days: int = 90, today: str = "") -> Iterator[Verdict]:
    """Every model id that is written to be used lives on; one finding an id and file. `today` stands for the day of the run."""
    day = dt.date.fromisoformat(today) if today else dt.datetime.now(tz=dt.UTC).date()
    for group in by_file(project.shared("model names", Names(project).collect)):
        yield judged(group, day, dt.timedelta(days=soon_days))


def by_file(found: list[Written]) -> list[list[Written]]:
    """The places of each id and file."""
    groups: dict[tuple[str, str], list[Written]] = {}
    for written in found:
        groups.setdefault((written.place.path, written.text), []).append(written)
    return list(groups.values())


def judged(group: list[Written], day: dt.date, soon: dt.timedelta) -> Verdict:
    """The verdict on one id in one file."""
    first, *others = group
    model = first.model
    if model is None:
        return unknown(first.place, f"`{first.text}` is not in the model tables")
    if model.shutdown is None and model.announced is None:
        return satisfied(first.place, f"no end is announced for `{first.text}`")
    related = related_to(others)
    return violated(first.place, words(first.text, model, day), related=related, severity=severity(model, day, soon), data=first.text)


def related_to(others: list[Written]) -> tuple[Related, ...]:
    """Where else an id is written; the calls that receive it are no places to change."""
    return tuple(Related(written.place, "named here too") for written in others)


def severity(model: Model, day: dt.date, soon: dt.timedelta) -> Severity:
    """How near the end is."""
    if model.shutdown is None:
        return Severity.MEDIUM
    if model.shutdown <= day:
        return Severity.CRITICAL
    return Severity.HIGH if model.shutdown <= day + soon else Severity.MEDIUM


def words(name: str, model: Model, day: dt.date) -> str:
    """The message of a finding."""
    instead = f"; its provider names `{model.successor}` instead" if model.successor else ""
    if model.shutdown is None:
        return f"`{name}` is deprecated since {model.announced}, its last day is not named yet{instead}"
    if model.shutdown <= day:
        return f"`{name}` was shut down on {model.shutdown}: requests fail{instead}"
    return f"`{name}` will be shut down on {model.shutdown}{instead}"
