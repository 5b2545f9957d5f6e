"""The pipeline: read, judge, suppress, compare, score, report."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from ailint import baseline_file, packs
from ailint.errors import suggestion
from ailint.facts import Diagnostic
from ailint.finding import State
from ailint.judge import judge
from ailint.project.controls import TOLD
from ailint.project.evidence import DECLARED
from ailint.readiness import SHOWN, Exceptions, Proof, assess
from ailint.reading import read_project, silent
from ailint.selection import select
from ailint.summary import Demands, Report, gate, rule_results
from ailint.suppress import suppress
from ailint.waivers import Known, excused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ailint.comparison import Before
    from ailint.config import Config
    from ailint.finding import Finding
    from ailint.fingerprint import Identity
    from ailint.judge import Judgement
    from ailint.packs import Rule
    from ailint.project.evidence import Evidence
    from ailint.reading import Progress, Reading, Typed
    from ailint.rule import Card
    from ailint.sources import Sources

SET_ASIDE = frozenset({State.SUPPRESSED, State.BASELINED})


def run(  # noqa: PLR0913 -- what a run is about
    config: Config,
    paths: Sequence[Path] = (),
    progress: Progress = silent,
    typed: Typed | None = None,
    *,
    scored: bool = True,
    evidenced: bool = True,
) -> Report:
    """Lint what lies under `paths`, the whole project if there are none, or just what was `typed`.

    A score asks rules that do not run, too; where it shall be `evidenced`, controls that no rule asks for are looked for.
    """
    if config.diff_base is None:
        return _report(config, paths, progress, typed, None, scored=scored, evidenced=evidenced)
    from ailint.comparison import base_of

    with base_of(config, config.diff_base, progress) as before:
        return _report(config, paths, progress, typed, before, scored=scored, evidenced=evidenced)


def _report(  # noqa: PLR0913 -- what a run is about
    config: Config, paths: Sequence[Path], progress: Progress, typed: Typed | None, before: Before | None, *, scored: bool, evidenced: bool
) -> Report:
    started = perf_counter()
    cards = packs.load_cards(config)
    ran = select(cards, config)
    rules = packs.bind([card for card in cards if card.name in ran or card.status == "stable"], packs.find_checks(config), config.lint.rules)
    asked, unasked = [rule for rule in rules if rule.card.name in ran], [rule for rule in rules if rule.card.name not in ran]
    kept = baseline_file.load(config)
    reading = read_project(config, paths, progress, typed, base=before.base if before else None)
    progress("judging")
    whole = _whole(reading) if scored else frozenset()
    judgement = judge(reading.project, asked, config, reading.sources, reading.selected)
    hidden = judge(reading.project, unasked if whole else (), config, reading.sources, reading.selected)
    known = _known(cards, ran)
    suppressed = suppress(judgement.findings, sorted(reading.selected), known, config, reading.sources)
    kept, marked = _known_marked(kept, suppressed.findings, reading, known, judgement.identities)
    marked = _there_before_marked(before, marked, reading, judgement, asked, known=known) if before else marked
    findings = tuple(finding for finding in marked if finding.severity.rank <= config.min_severity.rank)
    said = (*reading.diagnostics, *judgement.diagnostics, *suppressed.diagnostics, *(baseline_file.diagnostics(kept) if kept else ()))
    diagnostics = _placed((*said, *_undeclarable(reading), *_unfollowed(reading)), reading.sources)
    exceptions = _exceptions(marked, hidden.findings, known, config)
    judged = [answer for answer in (*judgement.judged, *hidden.judged) if answer.subproject in whole]
    controls = _controls(reading, whole) if evidenced else ()
    readiness = assess({rule.card.name: rule.card for rule in rules}, judged, exceptions, controls)
    demands = Demands(config.fail_on, config.fail_under, readiness.score, _are_handed_over(config, paths))
    files = reading.files
    code, reason = gate(findings, diagnostics, files, demands)
    return Report(
        root=Path(os.path.relpath(config.root)).as_posix(),
        stage=config.stage,
        files=files,
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
        known=kept,
        diff_base=before.commit if before else None,
        tallies=judgement.tallies,
        judged={answer.fingerprint: answer for answer in judgement.judged if answer.fingerprint},
        exit_code=code,
        exit_reason=reason,
        sources=reading.sources,
    )


def _there_before_marked(  # noqa: PLR0913 -- both sides, and what was asked about them
    before: Before, findings: tuple[Finding, ...], reading: Reading, judgement: Judgement, asked: Sequence[Rule], *, known: Known
) -> tuple[Finding, ...]:
    """The findings, those marked that the base has too."""
    from ailint.comparison import Now, introduced

    return introduced(findings, Now(reading.selected, frozenset(reading.project.paths), judgement.identities), before, asked, known)


def _known_marked(
    kept: baseline_file.Known | None, findings: tuple[Finding, ...], reading: Reading, known: Known, identities: Mapping[str, Identity]
) -> tuple[baseline_file.Known | None, tuple[Finding, ...]]:
    """The baseline with what of it is stale, and the findings with those of it marked."""
    if kept is None:
        return None, findings
    whole = reading.selected.issuperset(reading.project.paths)
    linted = baseline_file.Linted(frozenset(known.names.values()), known.ran, reading.selected, whole, identities)
    compared, applied = baseline_file.compare(kept, findings, linted, reading.project.root)
    return compared, applied.findings


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


def _unfollowed(reading: Reading) -> Iterator[Diagnostic]:
    """The values that come by more ways than are followed, told once, at the first of them."""
    cut = sorted((path, line) for path, line in reading.project.unfollowed if path in reading.selected)
    if cut:
        files = len({path for path, _ in cut})
        words = f"{len(cut)} values in {files} files" if len(cut) > 1 else "a value"
        yield Diagnostic(*cut[0], "bound-reached", f"what feeds {words} was not followed to its end: there are too many ways (the first stands here)")


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
