"""Cases: annotated examples that are a rule's tests, run and compared strictly both ways."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from ailint.comments import Comment, comments
from ailint.comparison import base_in
from ailint.config import Config, load_config
from ailint.discover import discover
from ailint.errors import PackError
from ailint.judge import Judgement, judge
from ailint.project import Project
from ailint.reading import Reading, link
from ailint.settings import Paths, Stage
from ailint.summary import rule_results

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.finding import Finding
    from ailint.knowledge import Knowledge
    from ailint.packs import Rule
    from ailint.project.profile import SubProject

EXPECT = "EXPECT"
BASE = "BASE"
MARK = re.compile(r"(?:^|#|//)\s*(ruleid|ok|todoruleid|todook):\s*([\w,\- ]*[\w-])")
OUTCOMES = frozenset({"satisfied", "violated", "not-applicable", "unknown"})
FOUND = frozenset({"ruleid", "todook"})
SIDES = {"found": "something that is found", "fine": "something that is fine"}


class Mark(NamedTuple):
    """What the author of a case says about a line. `line` 0 is the project as a whole."""

    kind: str
    path: str
    line: int


class Case(NamedTuple):
    """One example of a rule: a file, or a folder that is a small repository."""

    rule: Rule
    path: Path

    @property
    def name(self) -> str:
        """`rule/case`, for people."""
        return f"{self.rule.card.name}/{self.path.name}"


class Expected(NamedTuple):
    """Everything the author of a case says: marks, and the rule's outcome if told."""

    marks: tuple[Mark, ...]
    outcome: str | None

    @property
    def sides(self) -> set[str]:
        """Which sides the case shows: `found`, `fine`."""
        found = any(mark.kind in FOUND for mark in self.marks) or self.outcome == "violated"
        fine = any(mark.kind == "ok" for mark in self.marks) or self.outcome in {"satisfied", "not-applicable", "unknown"}
        return {side for side, there in (("found", found), ("fine", fine)) if there}


class Alone(Project):
    """The project of a lone file, which is an application whatever it looks like."""

    @property
    def subprojects(self) -> tuple[SubProject, ...]:
        """The only sub-project."""
        return tuple(replace(part, kind="application") for part in super().subprojects)


def cases_of(rule: Rule) -> list[Case]:
    """The cases of a rule, by name."""
    folder = Path(rule.card.folder, "cases")
    hidden = (".", "_")
    paths = folder.iterdir() if folder.is_dir() else ()
    return [Case(rule, path) for path in sorted(paths) if not path.name.startswith(hidden) and path.name != EXPECT]


def failures(case: Case, knowledge: Knowledge) -> list[str]:
    """What is wrong with a case, in words; empty if nothing is."""
    config, reading = _read(case, knowledge)
    expected = expectation(case, reading)
    judgement = judge(reading.project, [case.rule], config, reading.sources, reading.selected)
    broken = [f"{found.path}:{found.line}: {found.message}" for found in reading.diagnostics]
    broken += [found.message for found in judgement.diagnostics]
    return [*broken, *_compared(case, expected, judgement, reading), *_outcome(case.rule, expected, judgement)]


def shown(case: Case, knowledge: Knowledge) -> set[str]:
    """Which sides of its rule a case shows: `found`, `fine`."""
    return expectation(case, _read(case, knowledge)[1]).sides


def expectation(case: Case, reading: Reading) -> Expected:
    """The marks in a case's comments and the lines of its EXPECT file."""
    marks = [mark for path in sorted(reading.selected) for mark in _marks(case, path, reading.sources.lines(path))]
    file = (case.path if case.path.is_dir() else case.path.parent) / EXPECT
    written = [line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()] if file.is_file() else []
    if not case.path.is_dir():
        written = [line for line in written if line.startswith(f"{case.path.name}:")]
    outcomes = [line for line in written if line in OUTCOMES]
    marks += [_written(line) for line in written if line and line not in OUTCOMES]
    return Expected(tuple(dict.fromkeys(marks)), outcomes[0] if outcomes else None)


def _read(case: Case, knowledge: Knowledge) -> tuple[Config, Reading]:
    """A folder as the repository it is, compared with the one in its `BASE`; a lone file as all there is of an application."""
    if case.path.is_dir():
        config = structs.replace(load_config(case.path), stage=Stage.PRODUCTION)
        found = discover(config)
        selected = tuple(file for file in found.files if file.path != EXPECT and not file.path.startswith(f"{BASE}/"))
        base = base_in(case.path / BASE, case.path, knowledge, config) if (case.path / BASE).is_dir() else None
        return config, link(config, found._replace(files=selected), knowledge, base=base)
    config = Config(root=case.path.parent, stage=Stage.PRODUCTION, paths=Paths(app=(f"/{case.path.name}",)))
    reading = link(config, discover(config, [case.path]), knowledge)
    return config, reading._replace(project=Alone(config.root, reading.project.files.values(), config, reading.project.paths, knowledge))


def _marks(case: Case, path: str, lines: tuple[str, ...]) -> Iterator[Mark]:
    known = list(comments(path, lines))
    alone = {comment.line for comment in known if comment.alone}
    for comment in known:
        for kind, names in MARK.findall(comment.text):
            if {name.strip() for name in names.split(",")} != {case.rule.card.name}:
                message = f"{case.path}:{comment.line}: a case of {case.rule.card.name} has a mark for `{names}`"
                raise PackError(message)
            yield Mark(kind, path, _target(comment, alone))


def _target(comment: Comment, alone: set[int]) -> int:
    line = comment.line
    while line in alone:
        line += 1
    return line


def _written(line: str) -> Mark:
    path, _, number = line.rpartition(":")
    return Mark("ruleid", path, int(number)) if path and number.isdigit() else Mark("ruleid", line, 0)


def _compared(case: Case, expected: Expected, judgement: Judgement, reading: Reading) -> Iterator[str]:
    if case.rule.card.scope == "project":
        yield from _projects(expected, judgement.findings)
        return
    messages: dict[tuple[str, int], list[str]] = {}
    for finding in judgement.findings:
        place = finding.path, reading.sources.absolute(finding.path, finding.cell, finding.line)
        messages.setdefault(place, []).append(finding.message)
    kinds = {(mark.path, mark.line): mark.kind for mark in expected.marks}
    for place in sorted(messages.keys() | kinds.keys()):
        if problem := _problem(kinds.get(place), messages.get(place, [])):
            yield f"{place[0]}:{place[1]}: {problem}"


def _problem(kind: str | None, messages: list[str]) -> str | None:
    """What is wrong on a line that has this mark and these findings."""
    if len(messages) > 1:
        return f"{len(messages)} findings on one line: {'; '.join(messages)}"
    if messages and kind not in FOUND:
        return f"found now, so the mark is `ruleid`: {messages[0]}" if kind == "todoruleid" else f"found, but not marked so: {messages[0]}"
    if not messages and kind in FOUND:
        return "not found any more, so the mark is `ok`" if kind == "todook" else "marked, but not found"
    return None


def _projects(expected: Expected, findings: Iterable[Finding]) -> Iterator[str]:
    """A finding about a project answers to its manifest, to the folder of that, or to `.`."""
    open_marks = [mark.path for mark in expected.marks if mark.kind in FOUND]
    if expected.outcome == "violated" and not open_marks:
        open_marks = ["."]
    for finding in findings:
        answers = (finding.path, str(PurePosixPath(finding.path).parent), ".")
        mark = next((answer for answer in answers if answer in open_marks), None)
        if mark is None:
            yield f"{finding.path}: found, but not in {EXPECT}: {finding.message}"
        else:
            open_marks.remove(mark)
    yield from (f"{path}: in {EXPECT}, but not found" for path in open_marks)


def _outcome(rule: Rule, expected: Expected, judgement: Judgement) -> Iterator[str]:
    (result,) = rule_results([rule.card], judgement.tallies)
    if expected.outcome and expected.outcome != result.outcome and not judgement.diagnostics:
        yield f"the outcome is {result.outcome}, EXPECT says {expected.outcome}"
