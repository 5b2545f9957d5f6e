"""Waivers: exceptions that somebody answers for, until a day that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from pathspec import GitIgnoreSpec

from ailint.facts import Diagnostic
from ailint.finding import Finding, State, Suppression

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.config import Config
    from ailint.settings import Waiver

RULE = "waiver-expired"
EXPIRED = "expired-waiver"
SOON = 30


class Known(NamedTuple):
    """The rules there are, by name and by code, and those of them that ran."""

    names: dict[str, str]
    ran: frozenset[str]


def waive(findings: Sequence[Finding], known: Known, config: Config) -> tuple[list[Finding], list[Diagnostic]]:
    """Mark what waivers cover, the first that does; say which have expired, soon will, or cover nothing."""
    told = {finding.line for finding in findings if finding.rule == RULE and finding.path == config.source}
    result, diagnostics = list(findings), []
    for number, waiver in enumerate(config.waivers):
        covered = set() if has_expired(waiver, config.today) else {found.fingerprint for found in findings if _waives(waiver, found, known)}
        suppression = Suppression("waiver", _reason(waiver), config.file_of("waivers"), _line(number, "rule", config))
        result = [marked(finding, suppression) if finding.fingerprint in covered else finding for finding in result]
        diagnostics += [found for found in _said(number, covered, known, config) if found.code != EXPIRED or found.line not in told]
    return result, diagnostics


def excused(findings: Iterable[Finding], known: Known, config: Config) -> frozenset[str]:
    """Fingerprints of findings that a waiver says are none: all kinds of waiver but accepted risks."""
    waivers = [waiver for waiver in config.waivers if config.ignores and waiver.kind != "accepted-risk" and not has_expired(waiver, config.today)]
    return frozenset(finding.fingerprint for finding in findings if any(_waives(waiver, finding, known) for waiver in waivers))


def has_expired(waiver: Waiver, today: dt.date) -> bool:
    """Whether a waiver counts no more; on the day that it names it still does."""
    return waiver.expires is not None and waiver.expires < today


def covers(globs: tuple[str, ...], path: str) -> bool:
    """Whether a path is among those meant; without globs all are."""
    return not globs or GitIgnoreSpec.from_lines(globs).match_file(path)


def marked(finding: Finding, suppression: Suppression) -> Finding:
    """The finding as suppressed; what suppressed it first stays."""
    return finding if finding.suppression else replace(finding, state=State.SUPPRESSED, suppression=suppression)


def _said(number: int, covered: set[str], known: Known, config: Config) -> Iterator[Diagnostic]:
    waiver, file = config.waivers[number], config.file_of("waivers")
    rule, expires = known.names[waiver.rule], _line(number, "expires", config)
    if has_expired(waiver, config.today):
        yield Diagnostic(file, expires, EXPIRED, f"the waiver of {rule} expired on {waiver.expires} and hides nothing any more")
    elif not covered and rule in known.ran:
        yield Diagnostic(file, _line(number, "rule", config), "unused-suppression", f"the waiver of {rule} covers nothing")
    elif waiver.expires is not None and (days := (waiver.expires - config.today).days) <= SOON:
        left = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
        yield Diagnostic(file, expires, "waiver-expires-soon", f"the waiver of {rule} expires {left}, on {waiver.expires}")


def _line(number: int, key: str, config: Config) -> int:
    return config.written.span("waivers", str(number), key).line if config.file_of("waivers") else 0


def _waives(waiver: Waiver, finding: Finding, known: Known) -> bool:
    return finding.rule == known.names[waiver.rule] and covers(waiver.paths, finding.path)


def _reason(waiver: Waiver) -> str:
    until = f"until {waiver.expires}" if waiver.expires else ""
    about = ", ".join(filter(None, [waiver.owner, until]))
    return f"{waiver.kind}: {waiver.reason}{f' ({about})' if about else ''}"
