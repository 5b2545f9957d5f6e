"""GitLab, rdjson, JUnit and Markdown: what their readers count on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from ailint import formats
from ailint.facts import Diagnostic, Place, Span, satisfied, unknown, violated
from ailint.judge import judge
from ailint.report.markdown import CUT, bounded
from ailint.view import View
from tests.sample import Part, bad, config, place, project, rule, sources
from tests.sample_report import report_of, sample_of, sample_report

if TYPE_CHECKING:
    from ailint.summary import Report

PLAIN = View(colour=False, width=100)


def text(name: str, report: Report) -> str:
    return "".join(f"{line}\n" for line in formats.render(name, report, PLAIN))


def test_gitlab_begins_with_no_mark_and_tells_issues_apart() -> None:
    report = sample_of([bad(), bad(), bad(line=2)], {"app.py": "x\nx\n"})
    issues = json.loads(text("gitlab", report).encode())
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_rdjson_counts_bytes() -> None:
    report = sample_of([violated(Place("app.py", Span(1, 8, 2, 3)), "bad")], {"app.py": "'é😀' = x\n'é'\n"})
    span = json.loads(text("rdjson", report))["diagnostics"][0]["location"]["range"]
    assert span == {"start": {"line": 1, "column": 9}, "end": {"line": 2, "column": 4}}


def monorepo() -> Report:
    parts = (Part("services/chat", files=("services/chat/app.py",)), Part("services/index", files=("services/index/app.py",)))
    chat, index = "services/chat/app.py", "services/index/app.py"
    rules = [
        rule(violated(place(chat), "waits for ever"), satisfied(place(index), "60 s")),
        rule(unknown(place(chat), "from outside"), name="llm-call-no-retry", code="AIL102"),
        rule(satisfied(place(index), "pinned"), name="model-retired", code="AIL324", area="evaluation"),
    ]
    selected = frozenset({chat, index})
    report = report_of(rules, sources(), selected, Diagnostic("", 0, "rule-crashed", "eval-suite-absent crashed at x.py:1: KeyError: 'x'"))
    judged = judge(project(*parts), rules, config(), sources(), selected)
    return replace(
        report, projects=(("services/chat", "application"), ("services/index", "application")), tallies=judged.tallies,
        judged={answer.fingerprint: answer for answer in judged.judged if answer.fingerprint},
    )  # fmt: skip


def test_junit_has_a_case_for_each_rule_in_each_sub_project() -> None:
    root = ET.fromstring(text("junit", monorepo()))  # noqa: S314 -- what we wrote ourselves
    answers = {(suite.get("name"), case.get("name")): [part.tag for part in case] for suite in root for case in suite}
    assert answers == {
        ("ailint.services/chat", "llm-call-no-timeout"): ["failure"],
        ("ailint.services/chat", "llm-call-no-retry"): ["skipped"],
        ("ailint.services/chat", "model-retired"): ["skipped"],
        ("ailint.services/index", "llm-call-no-timeout"): [],
        ("ailint.services/index", "llm-call-no-retry"): ["skipped"],
        ("ailint.services/index", "model-retired"): [],
        ("ailint", "eval-suite-absent"): ["error"],
    }
    assert [root.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["7", "1", "1", "3"]


def test_junit_says_why_there_is_no_answer() -> None:
    root = ET.fromstring(text("junit", sample_report()))  # noqa: S314 -- what we wrote ourselves
    assert [skipped.get("message") for skipped in root.iter("skipped")] == ["1 suppressed", "1 later"]


def test_a_summary_is_cut_at_a_line_and_says_so() -> None:
    lines = ["é" * 10] * 100
    cut = list(bounded(lines, 1000))
    assert (cut[0], cut[-2:]) == ("é" * 10, ["", CUT])
    assert 950 < len("".join(f"{line}\n" for line in cut).encode()) <= 1000


def test_a_summary_that_fits_is_whole() -> None:
    assert list(bounded(["ab", "cd"], 6)) == ["ab", "cd"]
    assert list(bounded(["ab", "cd"], 5)) == []


def test_markdown_fits_a_job_summary_however_much_there_is() -> None:
    verdicts = [bad(line=line, message=f"{line} {'m' * 350}") for line in range(1, 50)]
    rules = [rule(*verdicts, name=f"rule-{number}", code=f"AIL{number}") for number in range(100)]
    written = text("markdown", report_of(rules, sources(app_py="x\n" * 60), frozenset({"app.py"})))
    assert (1 << 20) - 1000 < len(written.encode()) <= 1 << 20
    assert written.endswith(f"{CUT}\n")
