"""Comparison: the project as it was where a change began, and which findings were there already."""

from __future__ import annotations

import re
from contextlib import contextmanager
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from ailint.discover import discover
from ailint.finding import Finding, State
from ailint.git import open_repository
from ailint.judge import judge
from ailint.project.base import Base
from ailint.reading import link, load_knowledge
from ailint.snapshot import write_out
from ailint.suppress import suppress

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from ailint.config import Config
    from ailint.fingerprint import Identity
    from ailint.knowledge import Knowledge
    from ailint.packs import Rule
    from ailint.reading import Progress, Reading
    from ailint.snapshot import Snapshot
    from ailint.waivers import Known

ALIKE = 0.6
MOST_COMPARED = 50
WORDS_OF_CODE = re.compile(r"(`[^`]*`)")
NUMBER = re.compile(r"\d[\d,.]*")


class Before(NamedTuple):
    """The project as it was at `commit`, read from a folder that is there as long as this is in use."""

    commit: str
    config: Config
    reading: Reading
    base: Base


class Now(NamedTuple):
    """What a run looked at, of which paths, and what its findings are known by."""

    selected: frozenset[str]
    paths: frozenset[str]
    identities: Mapping[str, Identity]


class Seen(NamedTuple):
    """A finding as it is told again: by what it is known by, else by what is said of it."""

    identity: Identity
    message: str


@contextmanager
def base_of(config: Config, ref: str, progress: Progress) -> Iterator[Before]:
    """The project where the histories of HEAD and of `ref` parted, judged by today's settings; UserError where that cannot be had."""
    with TemporaryDirectory(prefix="ailint-", ignore_cleanup_errors=True) as name:
        progress(f"reading {ref}")
        repository = open_repository(config.root, Path(name, "git"))
        head, other = repository.commit("HEAD"), repository.commit(ref)
        commit = repository.merge_base(other, head, ref)
        folder = Path(name, "files")
        folder.mkdir()
        yield _read(config, write_out(repository, commit, head, folder))


def base_in(folder: Path, here: Path, knowledge: Knowledge, config: Config) -> Base:
    """The project in a folder as the base of the one `here`, for the cases of rules; renamed files are not followed."""
    there = replace(config, root=folder)
    reading = link(there, discover(there), knowledge)
    texts = {path: (folder / path).read_bytes() for path in reading.project.paths}
    same = frozenset(path for path, text in texts.items() if (here / path).is_file() and (here / path).read_bytes() == text)
    return Base(reading.project, same, {}, {})


def introduced(findings: tuple[Finding, ...], now: Now, before: Before, rules: Iterable[Rule], known: Known) -> tuple[Finding, ...]:
    """The findings, those marked as known that were there before; only rules that found something new are asked about the base."""
    new = [finding for finding in findings if finding.state is State.NEW]
    names = {finding.rule for finding in new}
    old = [*_seen_before(before, [rule for rule in rules if rule.card.name in names], known)] if names else []
    looked_at = now.selected.union(one.identity.path for one in old) - (now.paths - now.selected)
    seen = [Seen(now.identities[finding.fingerprint], finding.message) for finding in new]
    were = matched(seen, [one for one in old if one.identity.path in looked_at])
    there = {finding.fingerprint for finding, was in zip(new, were, strict=True) if was}
    return tuple(replace(finding, state=State.BASELINED) if finding.fingerprint in there else finding for finding in findings)


def matched(new: Sequence[Seen], old: Sequence[Seen]) -> list[bool]:
    """Which of the new ones are old, each old one once.

    First those that are the same, then those that moved with the same words, then those whose statement was edited where it stands.
    """
    found = [False] * len(new)
    left = list(old)
    for key in (_same, _moved_key, _edited):
        waiting: dict[Hashable, list[Seen]] = {}
        for one in left:
            waiting.setdefault(key(one), []).append(one)
        for index, one in enumerate(new):
            there = None if found[index] or not (one.identity.words or key is _same) else _likest(one, waiting.get(key(one), []))
            if there:
                found[index] = True
                waiting[key(one)].remove(there)
        left = [one for some in waiting.values() for one in some]
    return found


def _same(one: Seen) -> Hashable:
    return one.identity


def _moved_key(one: Seen) -> Hashable:
    return one.identity.rule, one.identity.words, one.identity.data


def _edited(one: Seen) -> Hashable:
    """Where a finding stands and what it says; numbers change with what they count."""
    said = WORDS_OF_CODE.split(one.message)
    words = (part if index % 2 else NUMBER.sub("", part) for index, part in enumerate(said))
    return one.identity._replace(words="").digest, tuple(words)


def _likest(one: Seen, others: Sequence[Seen]) -> Seen | None:
    """The other whose statement is most like one's, None where none is like it."""
    if not others or one.identity.words == others[0].identity.words:
        return others[0] if others else None
    matcher = SequenceMatcher(b=one.identity.words, autojunk=False)
    best: tuple[float, int] = (ALIKE, -1)
    for index, other in enumerate(others[:MOST_COMPARED]):
        matcher.set_seq1(other.identity.words)
        best = max(best, (matcher.quick_ratio(), index))
    return others[best[1]] if best[1] >= 0 else None


def _read(config: Config, snapshot: Snapshot) -> Before:
    there = replace(config, root=snapshot.folder)
    reading = link(there, discover(there), load_knowledge(config))
    facts = {path: facts for path, facts in reading.project.files.items() if path in snapshot.copied}
    renamed = {**snapshot.renamed, **dict(_moved(reading, snapshot))}
    return Before(snapshot.commit, there, reading, Base(reading.project, snapshot.same, renamed, facts))


def _moved(reading: Reading, snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Folders of sub-projects whose manifest has another folder now."""
    for part in reading.project.subprojects:
        if part.manifest in snapshot.renamed:
            yield part.path, str(PurePosixPath(snapshot.renamed[part.manifest]).parent)


def _seen_before(before: Before, rules: Sequence[Rule], known: Known) -> Iterator[Seen]:
    """What the rules find in the base, under today's paths."""
    reading = before.reading
    judgement = judge(reading.project, rules, before.config, reading.sources, reading.selected)
    for finding in suppress(judgement.findings, sorted(reading.selected), known, before.config, reading.sources).findings:
        if finding.state is State.NEW:
            identity = judgement.identities[finding.fingerprint]
            yield Seen(identity._replace(path=before.base.now(identity.path)), finding.message)
