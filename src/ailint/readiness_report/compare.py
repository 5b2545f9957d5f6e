"""Progress: what changed since an earlier report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ailint.errors import UserError
from ailint.finding import State
from ailint.readiness import Readiness

if TYPE_CHECKING:
    from pathlib import Path

    from ailint.summary import Report

OPEN = frozenset({State.NEW, State.BASELINED, State.SUPPRESSED})


class Known(Struct, frozen=True):
    """A finding of an earlier report, as far as it is compared."""

    fingerprint: str
    state: State


class Earlier(Struct, frozen=True):
    """An earlier JSON report, of `report` or of `check`."""

    readiness: Readiness
    findings: tuple[Known, ...]


class Change(Struct, frozen=True):
    """A score then and now."""

    name: str
    before: int | None
    now: int | None

    @property
    def by(self) -> int | None:
        """How much it rose."""
        return None if self.before is None or self.now is None else self.now - self.before


class Changes(Struct, frozen=True):
    """What changed: scores, rules that no longer block or newly do, and findings that came and went."""

    score: Change
    areas: tuple[Change, ...]
    closed: tuple[str, ...]
    opened: tuple[str, ...]
    fixed: int
    found: int


def earlier(file: Path) -> Earlier:
    """The earlier report; UserError where it cannot be read, or was made by another formula."""
    try:
        report = msgspec.json.decode(file.read_bytes(), type=Earlier)
    except OSError as error:
        message = f"{file}: cannot be read: {error.strerror}"
        raise UserError(message) from error
    except msgspec.DecodeError as error:
        message = f"{file}: is no JSON report of ailint: {error}"
        raise UserError(message) from error
    if report.readiness.formula_version != Readiness().formula_version:
        message = f"{file}: was scored by formula {report.readiness.formula_version}, which compares with no other"
        raise UserError(message)
    return report


def changes(before: Earlier, report: Report) -> Changes:
    """What changed since `before`."""
    now = report.readiness
    then = {area.name: area.score for area in before.readiness.areas}
    was, are = ({blocker.rule for blocker in some.blockers} for some in (before.readiness, now))
    old, new = ({found.fingerprint for found in some if found.state in OPEN} for some in (before.findings, report.findings))
    return Changes(
        Change("score", before.readiness.score, now.score),
        tuple(Change(area.name, then.get(area.name), area.score) for area in now.areas),
        tuple(sorted(was - are)),
        tuple(sorted(are - was)),
        len(old - new),
        len(new - old),
    )
