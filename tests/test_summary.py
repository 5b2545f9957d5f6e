"""The summary: outcomes, gate, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.facts import Diagnostic, Severity
from ailint.finding import Finding, State
from ailint.judge import Tally, judge
from ailint.summary import Demands, RuleResult, by_severity, gate, rule_results
from tests.sample import bad, card, config, project, rule, sources

if TYPE_CHECKING:
    from ailint.summary import Gate


def findings(*severities: Severity) -> tuple[Finding, ...]:
    rules = [rule(bad(severity=severity), name=f"rule-{number}") for number, severity in enumerate(severities)]
    return judge(project(), rules, config(), sources(app_py="x"), frozenset({"app.py"})).findings


OUTCOMES = {
    "violated somewhere": ((5, 1, 2), "violated"),
    "satisfied where known": ((5, 0, 2), "satisfied"),
    "nowhere known": ((0, 0, 2), "unknown"),
    "nowhere": ((0, 0, 0), "not-applicable"),
}


@pytest.mark.parametrize(("counts", "outcome"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_outcome(counts: tuple[int, int, int], outcome: str) -> None:
    tally = Tally("llm-call-no-timeout", ".", *counts)
    assert rule_results([card()], [tally]) == (RuleResult("llm-call-no-timeout", "AIL101", outcome, *counts),)


def test_sub_projects_are_added_up() -> None:
    tallies = [Tally("llm-call-no-timeout", "a", 1, 0, 2), Tally("llm-call-no-timeout", "b", 3, 1, 0), Tally("other", "a", 9, 9, 9)]
    assert rule_results([card()], tallies)[0] == RuleResult("llm-call-no-timeout", "AIL101", "violated", 4, 1, 2)


def closed(*severities: Severity, fail_on: str = "high", files: int = 1, crash: bool = False) -> Gate:
    crashes = [Diagnostic("", 0, "rule-crashed", "x crashed")] if crash else []
    return gate(findings(*severities), [Diagnostic("a", 1, "parse-error", "no"), *crashes], files, Demands(fail_on))


GATES = {
    "nothing found": (closed(), 0, "no new finding at or above high"),
    "below": (closed(Severity.MEDIUM), 0, "no new finding at or above high"),
    "at": (closed(Severity.HIGH, Severity.CRITICAL, Severity.LOW, Severity.HIGH), 1, "1 critical, 2 high"),
    "never": (closed(Severity.CRITICAL, fail_on="never"), 0, "the gate never fails"),
    "no files": (closed(files=0), 3, "nothing to lint was found"),
    "a crash is worse": (closed(Severity.CRITICAL, crash=True), 2, "x crashed"),
}


@pytest.mark.parametrize(("result", "code", "reason"), GATES.values(), ids=GATES.keys())
def test_gate(result: Gate, code: int, reason: str) -> None:
    assert (result.code, result.reason) == (code, reason)


def test_only_new_findings_count() -> None:
    from msgspec.structs import replace

    (found,) = findings(Severity.HIGH)
    assert by_severity([found, *(replace(found, state=state) for state in State if state is not State.NEW)])[Severity.HIGH] == 1
