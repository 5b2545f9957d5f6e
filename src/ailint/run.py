"""The pipeline: discover, read, link, judge, suppress, score, report."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from ailint import packs
from ailint.discover import Contents, Discovery, SourceFile, discover, read_bytes
from ailint.errors import PackError, suggestion
from ailint.facts import Diagnostic
from ailint.file_formats import OTHER, READ, format_of, size_limit
from ailint.finding import State
from ailint.judge import judge
from ailint.knowledge import TableError, load
from ailint.knowledge.hosts import load_hosts
from ailint.project import Project
from ailint.project.controls import TOLD
from ailint.project.evidence import DECLARED
from ailint.read.files import read, read_data
from ailint.read.secrets import with_secrets
from ailint.readiness import SHOWN, Exceptions, Proof, assess
from ailint.selection import select
from ailint.sources import Sources
from ailint.summary import Demands, Report, gate, rule_results
from ailint.suppress import suppress
from ailint.waivers import Known, excused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ailint.config import Config
    from ailint.finding import Finding
    from ailint.knowledge import Knowledge
    from ailint.project.evidence import Evidence
    from ailint.rule import Card

    Progress = Callable[[str], None]

SET_ASIDE = frozenset({State.SUPPRESSED, State.BASELINED})


class Typed(NamedTuple):
    """A file whose content comes from an editor, not from the disk."""

    path: str
    data: bytes


class Reading(NamedTuple):
    """A project as it was read: `selected` are the files asked about, the rest is there to understand them."""

    project: Project
    selected: frozenset[str]
    sources: Sources
    diagnostics: tuple[Diagnostic, ...]

    @property
    def files(self) -> int:
        """How many of the selected files are of a format that is read."""
        return sum(format_of(path) != OTHER for path in self.selected)


def silent(doing: str) -> None:
    """Tell nobody what begins."""
    del doing


def run(config: Config, paths: Sequence[Path] = (), progress: Progress = silent, typed: Typed | None = None, *, scored: bool = True) -> Report:
    """Lint what lies under `paths`, the whole project if there are none, or just what was `typed`. A score asks rules that do not run, too."""
    started = perf_counter()
    cards = packs.load_cards(config)
    ran = select(cards, config)
    rules = packs.bind([card for card in cards if card.name in ran or card.status == "stable"], packs.find_checks(config), config.lint.rules)
    asked, unasked = [rule for rule in rules if rule.card.name in ran], [rule for rule in rules if rule.card.name not in ran]
    reading = read_project(config, paths, progress, typed)
    progress("judging")
    whole = _whole(reading) if scored else frozenset()
    judgement = judge(reading.project, asked, config, reading.sources, reading.selected)
    hidden = judge(reading.project, unasked if whole else (), config, reading.sources, reading.selected)
    known = _known(cards, ran)
    suppressed = suppress(judgement.findings, sorted(reading.selected), known, config, reading.sources)
    findings = tuple(finding for finding in suppressed.findings if finding.severity.rank <= config.min_severity.rank)
    found = (*reading.diagnostics, *judgement.diagnostics, *suppressed.diagnostics, *_undeclarable(reading), *_unfollowed(reading))
    diagnostics = _placed(found, reading.sources)
    exceptions = _exceptions(suppressed.findings, hidden.findings, known, config)
    judged = [answer for answer in (*judgement.judged, *hidden.judged) if answer.subproject in whole]
    readiness = assess({rule.card.name: rule.card for rule in rules}, judged, exceptions, _controls(reading, whole))
    demands = Demands(config.fail_on, config.fail_under, readiness.score, _are_handed_over(config, paths))
    code, reason = gate(findings, diagnostics, reading.files, demands)
    return Report(
        root=Path(os.path.relpath(config.root)).as_posix(),
        stage=config.stage,
        files=reading.files,
        files_read=len(reading.selected & reading.project.files.keys()),
        duration_s=round(perf_counter() - started, 2),
        projects=tuple((part.path, part.kind) for part in reading.project.subprojects),
        rules_known=len(cards),
        cards={rule.card.name: rule.card for rule in rules},
        rules=rule_results([rule.card for rule in asked], judgement.tallies),
        findings=findings,
        diagnostics=diagnostics,
        readiness=readiness,
        excused=exceptions.excused,
        tallies=judgement.tallies,
        judged={answer.fingerprint: answer for answer in judgement.judged if answer.fingerprint},
        exit_code=code,
        exit_reason=reason,
        sources=reading.sources,
    )


def _are_handed_over(config: Config, paths: Sequence[Path]) -> bool:
    """Whether the paths are files that some tool hands over as they come: that all of them are left out is then no mistake."""
    return config.force_exclude and bool(paths) and all(path.is_file() for path in paths)


def _whole(reading: Reading) -> frozenset[str]:
    """The sub-projects all of whose files were asked about: part of one has no score."""
    return frozenset(part.path for part in reading.project.subprojects if reading.selected.issuperset(part.files))


def _controls(reading: Reading, whole: frozenset[str]) -> Iterator[Proof]:
    """Controls of whole sub-projects that no stable rule asks for, some places of each."""
    for practice in TOLD:
        proofs = (proof for part in reading.project.subprojects if part.path in whole for proof in reading.project.evidence(practice, part))
        for proof in _various(proofs)[:SHOWN]:
            line = reading.sources.locate(proof.path, proof.span.line)[1]
            yield Proof(practice, proof.path, line, proof.what, DECLARED in proof.what)


def _various(proofs: Iterable[Evidence]) -> list[Evidence]:
    """Proofs without repeats, the first of each kind before the second of any."""
    seen: Counter[str] = Counter()
    ranked = []
    for proof in dict.fromkeys(proofs):
        ranked.append((seen[proof.what], proof))
        seen[proof.what] += 1
    return [proof for _, proof in sorted(ranked, key=lambda pair: pair[0])]


def _undeclarable(reading: Reading) -> Iterator[Diagnostic]:
    """Controls declared outside the repository that nothing asks for: a name misspelt credits nothing."""
    config, known = reading.project.config, reading.project.practices
    for name in config.external:
        if name.replace("_", "-") not in known:
            yield Diagnostic(config.source, 0, "unknown-practice", f"nothing asks for `{name}` of `external`{suggestion(name, known)}")


def _exceptions(findings: Sequence[Finding], hidden: Sequence[Finding], known: Known, config: Config) -> Exceptions:
    """Hiding does not help: whatever is no longer new counts, unless a waiver says that it is no violation at all."""
    aside = {finding.fingerprint for finding in (*(found for found in findings if found.state in SET_ASIDE), *hidden)}
    return Exceptions(excused((*findings, *hidden), known, config), frozenset(aside))


def read_project(config: Config, paths: Sequence[Path] = (), progress: Progress = silent, typed: Typed | None = None) -> Reading:
    """Discover, read and link. Parts of a project are understood in the light of all of it, so all of it is read."""
    progress("looking for files")
    everything = discover(config)
    if typed:
        asked = Discovery((SourceFile(typed.path, len(typed.data), format_of(typed.path)),), ())
    else:
        asked = discover(config, paths) if paths and [config.root] != [path.resolve() for path in paths] else everything
    progress(f"reading {len(everything.files)} files")
    reading = link(config, asked, load_knowledge(config), everything.files, typed)
    return reading._replace(diagnostics=(*reading.diagnostics, *_nested(reading)))


def link(config: Config, asked: Discovery, knowledge: Knowledge, around: Iterable[SourceFile] = (), typed: Typed | None = None) -> Reading:
    """The project of the files `asked` about and of those `around` them."""
    found = {file.path: file for file in (*around, *asked.files)}
    files = [found[path] for path in sorted(found) if typed is None or path != typed.path]
    contents = Contents(config.root)
    facts = with_secrets(read(files, contents, config.jobs, roots=knowledge.read_roots, marks=load_hosts().marks), files, contents)
    if typed and format_of(typed.path) in READ:
        facts = (*facts, read_data(typed.path, format_of(typed.path), typed.data))
    project = Project(config.root, facts, config, tuple(sorted(found)), knowledge)
    sources = Sources(project.files, lambda path: typed.data if typed and path == typed.path else _bytes(config, path))
    selected = frozenset(file.path for file in asked.files)
    diagnostics = (*asked.diagnostics, *(found for file in facts if file.path in selected for found in file.diagnostics))
    return Reading(project, selected, sources, diagnostics)


def _nested(reading: Reading) -> Iterator[Diagnostic]:
    """Configuration below the root, which a team may believe to count."""
    for path in sorted(reading.selected):
        folder, _, name = path.rpartition("/")
        mine = name == "ailint.toml" or (name == "pyproject.toml" and "[tool.ailint" in reading.sources.text(path))
        if folder and mine and reading.project.role(path) == "app":
            yield Diagnostic(path, 0, "nested-configuration", "only the configuration at the root counts")


def _unfollowed(reading: Reading) -> Iterator[Diagnostic]:
    """The values that come by more ways than are followed, told once, at the first of them."""
    cut = sorted((path, line) for path, line in reading.project.unfollowed if path in reading.selected)
    if cut:
        files = len({path for path, _ in cut})
        words = f"{len(cut)} values in {files} files" if len(cut) > 1 else "a value"
        yield Diagnostic(*cut[0], "bound-reached", f"what feeds {words} was not followed to its end: there are too many ways (the first stands here)")


def _bytes(config: Config, path: str) -> bytes:
    return read_bytes(config.root, path, size_limit(path, format_of(path), config.max_file_size) or config.max_file_size)


def load_knowledge(config: Config) -> Knowledge:
    """The library tables, ailint's own and the project's."""
    try:
        return load(packs.folders_named(config, "knowledge", "*.yaml"), config.cache)
    except TableError as error:
        raise PackError(str(error)) from error


def _known(cards: Sequence[Card], ran: frozenset[str]) -> Known:
    return Known({word: card.name for card in cards for word in (card.name, card.code)}, ran)


def _placed(diagnostics: Iterable[Diagnostic], sources: Sources) -> tuple[Diagnostic, ...]:
    """The diagnostics in order, those of notebooks with the line within its cell."""
    placed = []
    for found in diagnostics:
        cell, line = sources.locate(found.path, found.line)
        words = f"cell {cell}: {found.message.removeprefix(f'cell {cell}: ')}" if cell else found.message
        placed.append(Diagnostic(found.path, line, found.code, words))
    return tuple(sorted(placed, key=lambda found: (found.path, found.line, found.code, found.message)))
