"""Models and their parameters that a change touches, and nothing that shows an evaluation."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.changes import Changes
from ailint.checks.clients import called
from ailint.checks.model_names import CALLS, Names, Written
from ailint.facts import Severity, Verdict, satisfied, violated
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Place
    from ailint.project import Project
    from ailint.project.base import Base
    from ailint.project.sites import Site

SHAPING = ("temperature", "top_p", "seed", "reasoning", "max_output")
LEFT_OUT = "left out"


class Change(NamedTuple):
    """A reference that changed: where it stands now, what it is, its old and its new value."""

    place: Place
    what: str
    old: str
    new: str
    names: frozenset[str]
    mild: bool = False
    note: str = ""

    @property
    def words(self) -> str:
        """The change in words."""
        return f"{self.what} changed from `{self.old}` to `{self.new}`"


def model_changed_without_eval(project: Project, *, evidence: Iterable[str] = (), today: str = "") -> Iterator[Verdict]:
    """Every model or parameter that changed since the base has something else changed that shows its evaluation, or a pipeline that runs one."""
    base = project.base
    if base is None:
        return
    day = dt.date.fromisoformat(today) if today else dt.datetime.now(tz=dt.UTC).date()
    changes = Changes(project, base, evidence)
    for change in (*models(project, base, day), *parameters(project, base)):
        yield judged(changes, change)


def judged(changes: Changes, change: Change) -> Verdict:
    """The verdict on one reference."""
    shown = changes.shown_by(change.place, change.names)
    if shown:
        return satisfied(change.place, f"{change.words}, and {shown}")
    words = f"{change.words}, and no evaluation case, result or configuration and no changelog entry changed with it{change.note}"
    severity = Severity.MEDIUM if change.mild else None
    return violated(change.place, words, related=changes.could_have(change.place), severity=severity, data=f"{change.what} {change.old} {change.new}")


# models


def models(project: Project, base: Base, day: dt.date) -> Iterator[Change]:
    """The ids that took the place of others under the same name, in the same function."""
    before: dict[tuple[object, ...], list[Written]] = {}
    for written in base.project.shared("model names", Names(base.project).collect):
        before.setdefault(key(written, base.now(written.place.path)), []).append(written)
    now: dict[tuple[object, ...], list[Written]] = {}
    for written in project.shared("model names", Names(project).collect):
        now.setdefault(key(written, written.place.path), []).append(written)
    for place, some in now.items():
        old, new = unmatched(before.get(place, []), some), unmatched(some, before.get(place, []))
        for was, is_now in zip(old, new, strict=False):
            if not is_now.judges and not pins(was, is_now):
                yield replaced(was, is_now, day)


def key(written: Written, path: str) -> tuple[object, ...]:
    """What a place is known by while the id there changes."""
    return path, written.place.symbol, frozenset(written.names)


def unmatched(some: list[Written], others: list[Written]) -> list[Written]:
    """The ids that the others do not have, as often as they are more."""
    left = Counter(other.text for other in others)
    kept = []
    for written in some:
        if left[written.text] > 0:
            left[written.text] -= 1
        else:
            kept.append(written)
    return kept


def pins(was: Written, now: Written) -> bool:
    """Whether an alias became one of its fixed forms, or a name with another prefix stands for the same."""
    same = was.text.rpartition("/")[2] == now.text.rpartition("/")[2]
    return same or (was.model is not None and now.text in was.model.snapshots)


def replaced(was: Written, now: Written, day: dt.date) -> Change:
    """The change of an id; one that no longer answers has to go, evaluated or not."""
    retired = was.model is not None and was.model.shutdown is not None and was.model.shutdown <= day
    embeds = any(written.model is not None and written.model.type == "embedding" for written in (was, now))
    note = "; vectors made with the old model cannot be compared with new ones" if embeds else ""
    return Change(now.place, "The embedding model" if embeds else "The model", was.text, now.text, frozenset(now.names), retired, note)


# parameters


def parameters(project: Project, base: Base) -> Iterator[Change]:
    """The parameters that shape answers and have another constant value at the same call."""
    before = sites(base.project, base)
    for place, now in sites(project, None).items():
        was = before.get(place, [])
        if len(was) == len(now):
            yield from (change for old, new in zip(was, now, strict=True) for change in differing(base.project, project, old, new))


def sites(project: Project, base: Base | None) -> dict[tuple[str, str, str], list[Site]]:
    """Model calls by file, function and what is called, under today's paths."""
    found: dict[tuple[str, str, str], list[Site]] = {}
    for site in project.calls(*CALLS):
        path = base.now(site.path) if base else site.path
        found.setdefault((path, site.place.symbol, site.thing.origin), []).append(site)
    return found


def differing(before: Project, project: Project, old: Site, new: Site) -> Iterator[Change]:
    """What differs between a call and what it was."""
    for name in SHAPING:
        was, now = value(before, old, name), value(project, new, name)
        if was is not None and now is not None and was != now:
            yield Change(new.place, f"`{name}` of `{called(new)}`", was, now, frozenset())


def value(project: Project, site: Site, name: str) -> str | None:
    """A parameter as the call itself is given it, in words; None where it cannot be told."""
    if name not in site.meaning.arguments:
        return None
    written = project.written(site, name)
    if written is None:
        return LEFT_OUT
    constants = sorted({str(constant) for constant in written.constants})
    decided = written.given is Given.CALL and len(written.constants) == len(written.things) > 0
    return " or ".join(constants) if decided else None
