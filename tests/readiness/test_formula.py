"""Formula version 1, worked out by hand."""

from __future__ import annotations

from typing import get_args

import pytest

from ailint.facts import Outcome, Severity
from ailint.packs import builtin_rules, read_cards
from ailint.project.evidence import DECLARED
from ailint.readiness import Exceptions, Readiness, assess
from ailint.readiness.scheme import DOMAINS, LADDERS, RUNGS
from ailint.rule import Domain
from tests.readiness.judging import answer
from tests.sample import card

GOOD, BAD, UNKNOWN = Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNKNOWN
CARDS = {
    part.name: part
    for part in (
        card(name="timeout", effort="minutes"),
        card(name="usage", severity=Severity.MEDIUM, effort="hours", stage="production"),
        card(name="eval", area="evaluation", domain="testing", scope="project", ladder="evaluation", rung="exists", effort="days", stage="poc"),
        card(name="eval-run", area="evaluation", domain="cicd", ladder="evaluation", rung="enforced", stage="production"),
        card(name="exec", area="security", domain="governance", severity=Severity.CRITICAL),
    )
}


@pytest.fixture(autouse=True)
def _cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.readiness.judging.CARDS", CARDS)


def area(ready: Readiness, name: str) -> tuple[int | None, int | None]:
    (found,) = (part for part in ready.areas if part.name == name)
    return found.score, found.coverage


def test_a_mean_weighted_by_severity() -> None:
    judged = [answer("timeout", GOOD, 1), answer("timeout", BAD, 2), answer("usage", GOOD, 3)]
    assert area(assess(CARDS, judged), "monitoring") == (68, 100)  # (5 · ½ + 3 · 1) / 8


def test_what_is_unknown_counts_neither_way() -> None:
    judged = [answer("timeout", GOOD, 1), answer("timeout", UNKNOWN, 2), answer("usage", UNKNOWN, 3)]
    assert area(assess(CARDS, judged), "monitoring") == (100, 31)  # coverage (5 · ½ + 3 · 0) / 8


def test_an_area_of_unknowns_has_coverage_and_no_score() -> None:
    assert area(assess(CARDS, [answer("usage", UNKNOWN)]), "monitoring") == (None, 0)


def test_an_area_in_which_nothing_applies_does_not_pull_down() -> None:
    ready = assess(CARDS, [answer("timeout", GOOD)])
    assert (ready.score, area(ready, "security")) == (100, (None, None))


def test_nothing_rounds_up() -> None:
    judged = [*(answer("timeout", GOOD, line) for line in range(999)), answer("timeout", BAD, 1000)]
    assert assess(CARDS, judged).score == 99


@pytest.mark.parametrize(("severity", "score"), [(Severity.CRITICAL, 49), (Severity.HIGH, 66)])
def test_a_critical_place_caps_the_area_whatever_the_card_says(severity: Severity, score: int) -> None:
    judged = [answer("timeout", GOOD, 1), answer("timeout", GOOD, 2), answer("timeout", BAD, 3, severity=severity)]
    assert area(assess(CARDS, judged), "monitoring")[0] == score


def test_sub_projects_are_scored_apart_and_the_weakest_counts() -> None:
    ready = assess(CARDS, [answer("timeout", GOOD, 1, subproject="good"), answer("timeout", BAD, 2, subproject="bad")])
    assert [(part.path, part.score) for part in ready.projects] == [("bad", 0), ("good", 100)]
    assert (ready.score, area(ready, "monitoring"), ready.areas[0].satisfied, ready.areas[0].violated) == (0, (0, 100), 1, 1)


def test_an_excused_violation_leaves_the_denominator() -> None:
    judged = [answer("timeout", GOOD, 1), answer("timeout", BAD, 2)]
    ready = assess(CARDS, judged, Exceptions(excused=frozenset({"timeout . 2"})))
    assert (ready.score, ready.score_without_waivers, ready.blockers) == (100, 50, ())


GATES = {
    "everything holds": ([("timeout", GOOD), ("eval", GOOD)], "production"),
    "a pilot rule is violated": ([("timeout", BAD)], "poc"),
    "the first gate is not met": ([("eval", BAD)], None),
    "a medium rule blocks no stage": ([("usage", BAD)], "production"),
    "nothing was determined": ([("timeout", UNKNOWN)], None),
}


@pytest.mark.parametrize(("judged", "stage"), GATES.values(), ids=GATES.keys())
def test_stage_reached(judged: list[tuple[str, Outcome]], stage: str | None) -> None:
    ready = assess(CARDS, [answer(rule, outcome) for rule, outcome in judged])
    assert ready.stage_reached == stage


RUNG: dict[str, tuple[list[tuple[str, Outcome]], tuple[int | None, tuple[str, ...]]]] = {
    "nothing to judge": ([("timeout", GOOD)], (None, ())),
    "not begun": ([("eval", BAD), ("eval-run", GOOD)], (0, ("eval",))),
    "exists and is not run": ([("eval", GOOD), ("eval-run", BAD)], (1, ("eval-run",))),
    "a rung that nothing asks about is passed over": ([("eval", GOOD), ("eval-run", GOOD)], (3, ())),
    "no more is asked": ([("eval", GOOD)], (1, ())),
}


@pytest.mark.parametrize(("judged", "rung"), RUNG.values(), ids=RUNG.keys())
def test_ladder(judged: list[tuple[str, Outcome]], rung: tuple[int | None, tuple[str, ...]]) -> None:
    ladder = assess(CARDS, [answer(rule, outcome) for rule, outcome in judged]).ladders[0]
    assert (ladder.name, ladder.of, (ladder.rung, ladder.next)) == ("evaluation", 4, rung)


def test_milestones_rest_on_areas_and_domains() -> None:
    ready = assess(CARDS, [answer("eval", GOOD), answer("eval-run", BAD), answer("usage", BAD)])
    assert {milestone.name: (milestone.reached, milestone.missing) for milestone in ready.milestones} == {
        "monitoring": (False, ("usage",)),
        "evaluation": (False, ("eval-run",)),
        "governance": (None, ()),
        "deployment-pipelines": (False, ("eval-run",)),
        "knowledge": (None, ()),
    }


def test_blockers_by_severity_then_effort_then_name() -> None:
    ready = assess(CARDS, [answer(rule, BAD) for rule in CARDS])
    assert [blocker.rule for blocker in ready.blockers] == ["exec", "eval-run", "timeout", "eval", "usage"]
    assert (ready.blockers[0].role, ready.blockers[0].count) == ("governance specialist", 1)


def test_what_is_set_aside_stays_a_blocker_and_says_so() -> None:
    ready = assess(CARDS, [answer("timeout", BAD, 1), answer("timeout", BAD, 2)], Exceptions(set_aside=frozenset({"timeout . 2"})))
    assert [(blocker.count, blocker.set_aside) for blocker in ready.blockers] == [(2, 1)]


def test_the_roadmap_goes_by_stage_and_role() -> None:
    ready = assess(CARDS, [answer("eval", BAD), answer("usage", BAD), *(answer("timeout", BAD, line) for line in range(9))])
    assert [(step.stage, step.role, step.rules, step.hours) for step in ready.roadmap] == [
        ("poc", "LLM engineer", ("eval",), (8.0, 40.0)),
        ("pilot", "software engineer", ("timeout",), (0.25, 5.0)),
        ("production", "software engineer", ("usage",), (2.0, 8.0)),
    ]


def test_evidence_says_where_and_whether_it_is_only_declared() -> None:
    words = f"tracing {DECLARED}: gateway"
    ready = assess(CARDS, [answer("timeout", GOOD, 7, what="60 s"), answer("usage", GOOD, 2, path="pyproject.toml", what=words)])
    assert [(proof.practice, proof.path, proof.line, proof.what, proof.declared) for proof in ready.evidence] == [
        ("timeout", "app.py", 7, "60 s", False),
        ("usage", "pyproject.toml", 2, words, True),
    ]


def test_doubts_are_kept_with_their_reason() -> None:
    ready = assess(CARDS, [answer("timeout", UNKNOWN, 3, what="from outside")])
    assert [(doubt.rule, doubt.line, doubt.why) for doubt in ready.undetermined] == [("timeout", 3, "from outside")]


def test_the_scheme_covers_every_card() -> None:
    cards = read_cards([builtin_rules()])
    assert set(DOMAINS) == set(get_args(Domain))
    assert {card.ladder for card in cards} - {None} <= set(LADDERS)
    assert {card.rung for card in cards} - {None} <= set(RUNGS)
    assert [card.name for card in cards if (card.ladder is None) != (card.rung is None)] == []
