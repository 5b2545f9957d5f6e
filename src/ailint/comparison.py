"""Comparison: the project as it was where a change began, and which findings were there already."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, TypeVar

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
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ailint.config import Config
    from ailint.fingerprint import Identity
    from ailint.packs import Rule
    from ailint.reading import Progress, Reading
    from ailint.snapshot import Snapshot
    from ailint.suppress import Known

T = TypeVar("T")


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


@contextmanager
def base_of(config: Config, progress: Progress) -> Iterator[Before | None]:
    """The project where the histories of HEAD and of `diff-base` parted, judged by today's settings; None where nothing is compared."""
    if config.diff_base is None:
        yield None
        return
    with TemporaryDirectory(prefix="ailint-", ignore_cleanup_errors=True) as name:
        progress(f"reading {config.diff_base}")
        repository = open_repository(config.root, Path(name, "git"))
        head, other = repository.commit("HEAD"), repository.commit(config.diff_base)
        commit = repository.merge_base(other, head, config.diff_base)
        folder = Path(name, "files")
        folder.mkdir()
        yield _read(config, write_out(repository, commit, head, folder))


def introduced(findings: tuple[Finding, ...], now: Now, before: Before, rules: Iterable[Rule], known: Known) -> tuple[Finding, ...]:
    """The findings, those marked as known that were there before; only rules that found something new are asked about the base."""
    new = [finding for finding in findings if finding.state is State.NEW]
    names = {finding.rule for finding in new}
    old = [*_identities(before, [rule for rule in rules if rule.card.name in names], known)] if names else []
    looked_at = now.selected.union(identity.path for identity in old) - (now.paths - now.selected)
    were = matched([now.identities[finding.fingerprint] for finding in new], [identity for identity in old if identity.path in looked_at])
    there = {finding.fingerprint for finding, was in zip(new, were, strict=True) if was}
    return tuple(replace(finding, state=State.BASELINED) if finding.fingerprint in there else finding for finding in findings)


def matched(new: Sequence[Identity], old: Iterable[Identity]) -> list[bool]:
    """Which of the new ones are old: first those that are the same, then those of the same words in another place, each old one once."""
    left = Counter(old)
    same = [_taken(left, identity) for identity in new]
    moved = Counter(_anywhere(identity) for identity in left.elements() if identity.words)
    return [was or (bool(identity.words) and _taken(moved, _anywhere(identity))) for identity, was in zip(new, same, strict=True)]


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


def _identities(before: Before, rules: Sequence[Rule], known: Known) -> Iterator[Identity]:
    """What the rules find in the base, under today's paths."""
    reading, renamed = before.reading, before.base.renamed
    judgement = judge(reading.project, rules, before.config, reading.sources, reading.selected)
    for finding in suppress(judgement.findings, sorted(reading.selected), known, before.config, reading.sources).findings:
        if finding.state is State.NEW:
            identity = judgement.identities[finding.fingerprint]
            yield identity._replace(path=renamed.get(identity.path, identity.path))


def _anywhere(identity: Identity) -> tuple[str, str, str]:
    return identity.rule, identity.words, identity.data


def _taken(left: Counter[T], one: T) -> bool:
    """Take one out, if it is there."""
    there = left[one] > 0
    left[one] -= there
    return there
