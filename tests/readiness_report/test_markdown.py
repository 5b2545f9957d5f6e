"""The Markdown report: it fits a comment, and no text of a repository formats, mentions or links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ailint.facts import Place, Severity, Span, violated
from ailint.links import Links
from ailint.readiness_report import json, markdown
from ailint.readiness_report.compare import Earlier, Known, changes
from ailint.readiness_report.content import Content, problems
from tests.sample import bad, rule, sources
from tests.sample_report import report_of, sample_of, sample_report

GOLDEN = Path(__file__).parents[1] / "golden"
COMMENT = 65_536


def lines(content: Content) -> str:
    return "".join(f"{line}\n" for line in markdown.render(content))


@pytest.mark.parametrize(("renderer", "ending"), [(markdown, "markdown"), (json, "json")], ids=["markdown", "json"])
def test_golden(renderer: Any, ending: str, golden: Any) -> None:
    report = sample_report()
    before = Earlier(replace(report.readiness, score=12, blockers=report.readiness.blockers[:1]), (Known("gone", report.findings[0].state),))
    content = Content("sample", report, Links(None), changes(before, report))
    golden(GOLDEN / f"readiness.{ending}", "".join(f"{line}\n" for line in renderer.render(content)))


def test_source_cannot_close_its_fence() -> None:
    report = sample_of([violated(Place("app.py", Span(1, 0, 1, 5)), "bad")], {"app.py": "````; x = '<b>'\n"})
    assert "`````\n   ````; x = '<b>'\n   `````" in lines(Content("x", report, Links(None)))


def test_source_commands_no_runner() -> None:
    report = sample_of([violated(Place("app.py", Span(1, 0, 4, 3)), "bad")], {"app.py": "x = '''\n::error::x\n  ::set-env name=A::b\n'''\n"})
    written = lines(Content("x", report, Links(None)))
    assert "· ::error::x" in written
    assert [line for line in written.splitlines() if line.lstrip().startswith("::")] == []


def test_it_fits_a_comment_however_much_there_is() -> None:
    rules = [
        rule(*(bad(line=line, message="m" * 5000) for line in range(1, 60)), name=f"rule-{number}", code=f"AIL{number}") for number in range(120)
    ]
    report = report_of(rules, sources(app_py="x = 1\n" * 60), frozenset({"app.py"}))
    assert len(lines(Content("x", report, Links("https://forge.example/" + "x" * 100 + "/")))) < COMMENT


def test_links_lead_to_the_forge_alone() -> None:
    report = sample_of([violated(Place("a b.py", Span(1, 0, 1, 5)), "bad")], {"a b.py": "x = 1\n"})
    assert "[`a b.py:1`](https://forge.example/a%20b.py#L1)" in lines(Content("x", report, Links("https://forge.example/")))
    assert "](./" not in lines(Content("x", report, Links("./")))


def test_the_worst_place_stands_first_and_what_is_no_violation_nowhere() -> None:
    verdicts = [bad(line=1, message="mild", severity=Severity.LOW), bad(line=2, message="bad"), bad(line=3, message="none")]
    report = sample_of(verdicts, {"app.py": "a = 1\nb = 2\nc = 3\n"})
    excused = frozenset(finding.fingerprint for finding in report.findings if finding.message == "none")
    (problem,) = problems(replace(report, excused=excused))
    assert [finding.message for finding in problem.findings] == ["bad", "mild"]


def test_what_has_no_score_says_why() -> None:
    none = sample_of([], {})
    assert "No score: only part of a project was asked about" in lines(Content("x", none, Links(None)))
    assert "No AI was found" in lines(Content("x", replace(none, projects=((".", "none"),)), Links(None)))
