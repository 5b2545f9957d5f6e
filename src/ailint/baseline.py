"""The baseline: the findings known when it was made, as its file has them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Annotated, NamedTuple

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from ailint.errors import UserError, suggestion
from ailint.finding import Finding, State
from ailint.fingerprint import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DEFAULT = ".ailint-baseline.json"
VERSION = 1
LARGEST = 64 << 20
AT_BYTE = re.compile(r" \(byte (\d+)\)$")
NO_FIELD = re.compile(r"unknown field `([^`]*)`")
MARKERS = re.compile(rb"^(?:<<<<<<< |>>>>>>> |=======$)", re.MULTILINE)
LEFT_OUT = re.compile(rb"\}([ \t]*\r?\n[ \t]*)(?=\{)")  # a comma between two entries
TOO_MANY = re.compile(rb"\}(\s*),(\s*)(?=[,\]])")


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """The findings of one fingerprint. No line numbers and no dates, so that it changes only when findings do."""

    fingerprint: str
    rule: str
    path: str
    count: Annotated[int, Meta(ge=1)]


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """A baseline file: entries sorted by path, rule and fingerprint, one a line."""

    schema_version: int
    entries: tuple[Entry, ...]


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """A baseline file whose entries are not looked at yet."""

    schema_version: int
    entries: tuple[msgspec.Raw, ...]


class Applied(NamedTuple):
    """Findings, the known ones marked, and how many of each fingerprint there were."""

    findings: tuple[Finding, ...]
    found: Counter[str]


def nowhere(finding: Finding) -> tuple[str, ...]:
    """What a finding is known by elsewhere, where nothing has moved."""
    del finding
    return ()


def baseline_of(findings: Iterable[Finding]) -> Baseline:
    """The new findings as a baseline."""
    counts = Counter((found.path, found.rule, digest_of(found.fingerprint)) for found in findings if found.state is State.NEW)
    return Baseline(VERSION, tuple(Entry(digest, rule, path, count) for (path, rule, digest), count in sorted(counts.items())))


def joined(*parts: Iterable[Entry]) -> Baseline:
    """Entries in order; of one fingerprint the largest count, since two branches may have noted the same findings."""
    largest: dict[str, Entry] = {}
    for entry in (entry for part in parts for entry in part):
        known = largest.get(entry.fingerprint)
        if known is None or known.count < entry.count:
            largest[entry.fingerprint] = entry
    return Baseline(VERSION, tuple(sorted(largest.values(), key=lambda entry: (entry.path, entry.rule, entry.fingerprint))))


def lines(baseline: Baseline) -> Iterator[str]:
    """The file, line by line."""
    yield f'{{"schema_version": {baseline.schema_version}, "entries": ['
    last = len(baseline.entries) - 1
    for number, entry in enumerate(baseline.entries):
        fields = ", ".join(f'"{name}": {msgspec.json.encode(getattr(entry, name)).decode()}' for name in entry.__struct_fields__)
        yield f"{{{fields}}}{',' if number < last else ''}"
    yield "]}"


def parse(data: bytes, name: str) -> Baseline:
    """A baseline file; UserError names the file and the line. A comma that a merge left out or doubled does not matter."""
    if marker := MARKERS.search(data):
        raise _unreadable(name, data, marker.start(), "a conflict of git is not resolved: keep the entries of both sides")
    try:
        written = _written(data)
    except (msgspec.DecodeError, RecursionError) as error:
        place = AT_BYTE.search(str(error))
        raise _unreadable(name, data, int(place[1]) if place else 0, _words(error, Baseline)) from error
    if written.schema_version != VERSION:
        raise _unreadable(name, data, 0, f"it has schema version {written.schema_version}, and {VERSION} is what this ailint reads")
    return joined(_entries(written, data, name))


def apply(findings: Iterable[Finding], baseline: Baseline, elsewhere: Callable[[Finding], Iterable[str]] = nowhere) -> Applied:
    """Mark as many new findings of each fingerprint as the baseline knows, the first ones; nothing else about them changes.

    `elsewhere`: what a finding that is not known would be known by in files that have gone, since it may have been moved.
    """
    room = Counter({entry.fingerprint: entry.count for entry in baseline.entries})
    found: Counter[str] = Counter()
    marked = []
    for finding in findings:
        digest = digest_of(finding.fingerprint)
        found[digest] += finding.state is not State.SUPPRESSED
        known = finding.state is State.NEW and room[digest] > 0
        room[digest] -= known
        marked.append(replace(finding, state=State.BASELINED) if known else finding)
    for index, finding in enumerate(marked):
        old = next((digest for digest in elsewhere(finding) if room[digest] > 0), None) if finding.state is State.NEW else None
        if old:
            room[old] -= 1
            found[old] += 1
            marked[index] = replace(finding, state=State.BASELINED)
    return Applied(tuple(marked), found)


def stale(baseline: Baseline, found: Counter[str], asked: Callable[[Entry], bool]) -> tuple[Entry, ...]:
    """The entries `asked` about that match less than they count, each with how many match nothing."""
    gone = ((entry, entry.count - found[entry.fingerprint]) for entry in baseline.entries if asked(entry))
    return tuple(replace(entry, count=number) for entry, number in gone if number > 0)


def pruned(baseline: Baseline, gone: Iterable[Entry]) -> Baseline:
    """The baseline without what matches nothing."""
    less = {entry.fingerprint: entry.count for entry in gone}
    kept = (replace(entry, count=entry.count - less.get(entry.fingerprint, 0)) for entry in baseline.entries if _is_left(entry, less))
    return Baseline(VERSION, tuple(kept))


def _is_left(entry: Entry, less: dict[str, int]) -> bool:
    return entry.count > less.get(entry.fingerprint, 0)


def _written(data: bytes) -> Written:
    try:
        return msgspec.json.decode(data, type=Written)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        return msgspec.json.decode(TOO_MANY.sub(rb"}\1\2", LEFT_OUT.sub(rb"},\1", data)), type=Written)


def _entries(written: Written, data: bytes, name: str) -> Iterator[Entry]:
    place = 0
    for raw in written.entries:
        text = bytes(raw)
        place = data.index(text, place)
        try:
            yield msgspec.json.decode(text, type=Entry)
        except msgspec.DecodeError as error:
            raise _unreadable(name, data, place, _words(error, Entry)) from error
        place += len(text)


def _words(error: Exception, struct: type[Struct]) -> str:
    """What is wrong, with the field that may be meant."""
    said, _, key = AT_BYTE.sub("", str(error)).partition(" - at `$.")
    field = NO_FIELD.search(said)
    start = said if said[1:2].isupper() else said[:1].lower() + said[1:]
    return f"{start}{f' (`{key})' if key else ''}{suggestion(field[1], struct.__struct_fields__) if field else ''}"


def _unreadable(name: str, data: bytes, place: int, words: str) -> UserError:
    line = data.count(b"\n", 0, place) + 1
    return UserError(f"{name}:{line}: the baseline cannot be read: {words}")
