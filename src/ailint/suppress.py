"""Suppression: findings marked by comments, by waivers and by per-file ignores; never dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from ailint.comments import Comment, comments, style_of
from ailint.errors import suggestion
from ailint.facts import Diagnostic
from ailint.finding import Finding, Suppression
from ailint.multiline import beginnings, plain, texts
from ailint.read.mentions import SUPPRESSION
from ailint.waivers import Known, covers, marked, waive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.config import Config
    from ailint.sources import Sources

DIRECTIVE = re.compile(
    r"(?:^|#|//)\s*ailint:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<names>[^\]]*)\])?\s*"
    r"(?:--\s*(?P<reason>.*?\S)\s*(?=$|(?:#|//)\s*ailint:))?"
)
VERBS: dict[str, Literal["inline", "file"]] = {"ignore": "inline", "file-ignore": "file"}


class Ignore(NamedTuple):
    """One rule that a comment ignores. `target` is the line it is about; 0 is the whole file."""

    path: str
    line: int
    target: int
    rule: str
    reason: str | None
    kind: Literal["inline", "file"]


class Suppressed(NamedTuple):
    """The findings, marked, and what there is to say about the suppressions themselves."""

    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def suppress(findings: Sequence[Finding], paths: Iterable[str], known: Known, config: Config, sources: Sources) -> Suppressed:
    """Mark what is suppressed in `paths`; a suppression of a rule that ran and hides nothing is a diagnostic."""
    if not config.ignores:
        return Suppressed(tuple(findings), ())
    ignores, diagnostics = _collect(paths, known, config, sources)
    applied, used = _apply(findings, ignores, sources)
    diagnostics += [_unused(ignore) for ignore in ignores if ignore not in used and ignore.rule in known.ran]
    waived, said = waive(applied, known, config)
    return Suppressed(tuple(_per_file(finding, known, config) for finding in waived), (*diagnostics, *said))


def read_ignores(path: str, lines: tuple[str, ...]) -> Iterator[Ignore | Diagnostic]:
    """Every rule that comments of a file ignore, by the name or code written; diagnostics for what cannot be meant."""
    lines = plain(path, lines)
    found = tuple(comments(path, lines))
    top = _top(lines, found)
    for comment in found:
        for match in DIRECTIVE.finditer(comment.text) if SUPPRESSION in comment.text else ():
            yield from _ignores(path, target_of(comment, found), comment, match, top)


def _ignores(path: str, target: int, comment: Comment, match: re.Match[str], top: int) -> Iterator[Ignore | Diagnostic]:
    kind = VERBS.get(match["verb"])
    names = [name.strip() for name in (match["names"] or "").split(",") if name.strip()]
    if kind is None:
        yield _invalid(path, comment.line, f"`{match['verb']}` is no suppression{suggestion(match['verb'], VERBS)}")
    elif not names:
        yield _invalid(path, comment.line, f"name the rules: `ailint: {match['verb']}[rule-name] -- reason`")
    elif kind == "file" and comment.line > top:
        yield _invalid(path, comment.line, "`file-ignore` counts only at the top of a file, above everything else")
    else:
        yield from (Ignore(path, comment.line, 0 if kind == "file" else target, name, match["reason"], kind) for name in names)


def target_of(comment: Comment, found: Iterable[Comment]) -> int:
    """The comment's own line, or the one below a comment that stands alone; comments of ours that stand alone may be stacked."""
    if not comment.alone:
        return comment.line
    stacked = {other.line for other in found if other.alone and SUPPRESSION in other.text}
    below = comment.line + 1
    while below in stacked:
        below += 1
    return below


def _top(lines: tuple[str, ...], found: Iterable[Comment]) -> int:
    """The last line of the comments with which a file begins."""
    alone = {comment.line for comment in found if comment.alone}
    return next((number for number, line in enumerate(lines, 1) if line.strip() and number not in alone), len(lines) + 1) - 1


def _collect(paths: Iterable[str], known: Known, config: Config, sources: Sources) -> tuple[list[Ignore], list[Diagnostic]]:
    ignores: list[Ignore] = []
    diagnostics: list[Diagnostic] = []
    for path in paths:
        if not style_of(path) or not sources.mentions(path):
            continue
        for found in read_ignores(path, sources.lines(path)):
            if isinstance(found, Diagnostic):
                diagnostics.append(found)
            elif problem := _problem(found, known, config):
                diagnostics.append(problem)
            else:
                ignores.append(found._replace(rule=known.names[found.rule]))
    return ignores, diagnostics


def _problem(ignore: Ignore, known: Known, config: Config) -> Diagnostic | None:
    if ignore.rule not in known.names:
        message = f"there is no rule `{ignore.rule}`{suggestion(ignore.rule, known.names)}"
        return Diagnostic(ignore.path, ignore.line, "unused-suppression", message)
    if config.require_suppression_reason and not ignore.reason:
        message = f"the suppression of {ignore.rule} does not count without a reason: `-- why`"
        return Diagnostic(ignore.path, ignore.line, "suppression-without-reason", message)
    return None


def _apply(findings: Iterable[Finding], ignores: Sequence[Ignore], sources: Sources) -> tuple[list[Finding], set[Ignore]]:
    index = {(ignore.path, ignore.target, ignore.rule): ignore for ignore in reversed(ignores)}
    begun = {path: beginnings(texts(path, sources.lines(path))) for path in {ignore.path for ignore in ignores}}
    result: list[Finding] = []
    used: set[Ignore] = set()
    for finding in findings:
        line = sources.absolute(finding.path, finding.cell, finding.line)
        lines = (line, begun.get(finding.path, {}).get(line, line), 0)
        ignore = next((found for at in lines if (found := index.get((finding.path, at, finding.rule)))), None)
        if ignore:
            used.add(ignore)
        result.append(marked(finding, _suppression(ignore, sources)) if ignore else finding)
    return result, used


def _suppression(ignore: Ignore, sources: Sources) -> Suppression:
    return Suppression(ignore.kind, ignore.reason, ignore.path, sources.locate(ignore.path, ignore.line)[1])


def _per_file(finding: Finding, known: Known, config: Config) -> Finding:
    for glob, rules in config.lint.per_file_ignores.items():
        if finding.rule in {known.names[rule] for rule in rules} and covers((glob,), finding.path):
            line = config.written.span("lint", "per-file-ignores", glob).line
            return marked(finding, Suppression("config", f"per-file-ignores: {glob}", config.file_of(f"lint.per-file-ignores.{glob}"), line))
    return finding


def _unused(ignore: Ignore) -> Diagnostic:
    return Diagnostic(ignore.path, ignore.line, "unused-suppression", f"the suppression of {ignore.rule} suppresses nothing")


def _invalid(path: str, line: int, message: str) -> Diagnostic:
    return Diagnostic(path, line, "invalid-suppression", message)
