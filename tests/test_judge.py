"""Judging: which verdicts count, what findings carry, what a crash does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ailint.facts import Place, Related, Severity, Span, satisfied, unknown, violated
from ailint.finding import State
from ailint.judge import Judgement, Tally, judge
from ailint.settings import Lint, Stage
from tests.sample import Part, bad, config, place, project, rule, sources

if TYPE_CHECKING:
    from ailint.packs import Rule


def judged(
    *rules: Rule, parts: tuple[Part, ...] = (), selected: tuple[str, ...] = ("app.py",), settings: dict[str, Any] | None = None, **more: Any
) -> Judgement:
    text = sources(app_py="client = OpenAI()\nask(client)\nask(client)\n", notes_ipynb="# words\nx = 1\nask(x)", cells={"notes.ipynb": (1, 2)})
    return judge(project(*parts, **more), rules, config(**(settings or {})), text, frozenset(selected))


def test_outcomes_are_counted() -> None:
    answers = bad(), satisfied(place(), "60 s"), satisfied(place(line=2), "60 s"), unknown(place(line=3), "from outside")
    assert judged(rule(*answers)).tallies == (Tally("llm-call-no-timeout", ".", 2, 1, 1),)


def test_finding_in_code_points_from_one() -> None:
    text = sources(app_py='é = "é" + ask()\n')
    verdict = violated(Place("app.py", Span(1, 10, 1, 15)), "waits")
    (found,) = judge(project(), [rule(verdict)], config(), text, frozenset({"app.py"})).findings
    assert (found.line, found.column, found.end_line, found.end_column) == (1, 9, 1, 14)


def test_finding_in_a_notebook_counts_within_the_cell() -> None:
    verdict = bad("notes.ipynb", line=3, related=(Related(Place("notes.ipynb", Span(1, 0, 1, 1)), "made here"),))
    (found,) = judged(rule(verdict), parts=(Part(files=("notes.ipynb",)),), selected=("notes.ipynb",)).findings
    assert (found.cell, found.line, found.related[0].line, found.related[0].message) == (2, 2, 1, "cell 1: made here")


def test_nothing_is_said_where_a_need_is_absent() -> None:
    assert judged(rule(bad(), needs=("llm.call", "app"))) == Judgement((), (), ())


def test_either_of_two_needs_is_enough() -> None:
    assert len(judged(rule(bad(), needs=("agent.run|llm.call",))).findings) == 1


def test_files_of_other_roles_are_left_alone() -> None:
    assert judged(rule(bad()), roles={"app.py": "test"}).findings == ()


def test_files_not_asked_about_are_left_alone() -> None:
    assert judged(rule(bad()), selected=("other.py",)).findings == ()


def test_no_ai_no_finding() -> None:
    assert judged(rule(bad()), parts=(Part(kind="none"),)).findings == ()


def test_project_findings_stand_on_the_manifest() -> None:
    (found,) = judged(rule(bad("app.py", 3), scope="project")).findings
    assert (found.path, found.line, found.column) == ("pyproject.toml", 1, 1)


def test_part_of_a_project_proves_no_absence() -> None:
    assert judged(rule(bad(), scope="project"), parts=(Part(files=("app.py", "eval.py")),)).findings == ()


def test_project_rules_judge_each_sub_project() -> None:
    parts = Part("a", manifest="a/pyproject.toml", files=("a/x.py",)), Part("b", manifest="b/pyproject.toml", files=("b/x.py",), kind="library")
    verdicts = [bad("a/x.py", subproject="a"), bad("b/x.py", subproject="b")]
    found = judged(rule(*verdicts, scope="project"), parts=parts, selected=("a/x.py", "b/x.py")).findings
    assert [finding.path for finding in found] == ["a/pyproject.toml"]


def test_severity_of_the_settings_beats_the_verdict_beats_the_card() -> None:
    verdict = bad(severity=Severity.LOW)
    assert judged(rule(verdict)).findings[0].severity is Severity.LOW
    settings = {"lint": Lint(severity={"AIL101": Severity.CRITICAL})}
    assert judged(rule(verdict), settings=settings).findings[0].severity is Severity.CRITICAL


def test_later_stages_come_later() -> None:
    states = {stage: judged(rule(bad()), settings={"stage": stage}).findings[0].state for stage in Stage}
    assert states == {Stage.POC: State.LATER, Stage.PILOT: State.NEW, Stage.PRODUCTION: State.NEW}


def test_fingerprints_tell_repeats_apart_and_ignore_moved_lines() -> None:
    first, second = judged(rule(bad(line=2), bad(line=3))).findings
    moved = judge(project(), [rule(bad(line=4))], config(), sources(app_py="\n\n\nask(client)"), frozenset({"app.py"})).findings[0]
    assert second.fingerprint == f"{first.fingerprint}:2"
    assert first.fingerprint == moved.fingerprint


def test_findings_are_sorted_by_path_line_rule() -> None:
    rules = rule(bad(line=3), bad(line=1), name="b-rule"), rule(bad(line=3), name="a-rule")
    assert [(found.line, found.rule) for found in judged(*rules).findings] == [(1, "b-rule"), (3, "a-rule"), (3, "b-rule")]


def test_a_crash_is_a_diagnostic_and_the_others_go_on() -> None:
    result = judged(rule(bad(), error=ValueError("no\x1bgood"), name="broken"), rule(bad(), name="sound"))
    assert [found.rule for found in result.findings] == ["sound"]
    assert [(found.code, found.message[:16]) for found in result.diagnostics] == [("rule-crashed", "broken crashed a")]
