"""What must hold of readiness whatever was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ailint.facts import Outcome
from ailint.finding import Related
from ailint.readiness import Exceptions, Readiness, assess
from tests.readiness.judging import CARDS, answer, answers

if TYPE_CHECKING:
    from ailint.judge import Judged


def scores(ready: Readiness) -> dict[str, int]:
    """Every score there is; what has none is as good as it can be."""
    parts = {part.name: part.score for part in ready.areas} | {part.name: part.score for part in ready.domains}
    named = [("whole", ready.score), *parts.items()]
    return {name: 100 if score is None else score for name, score in named}


def no_worse(now: Readiness, before: Readiness) -> bool:
    return all(scores(now)[name] >= score for name, score in scores(before).items())


def violations(judged: list[Judged]) -> list[Judged]:
    return [answer for answer in judged if answer.outcome is Outcome.VIOLATED]


@given(answers(), st.data())
def test_fixing_a_finding_never_lowers_a_score(judged: list[Judged], data: st.DataObject) -> None:
    before = assess(CARDS, judged)
    for wrong in violations(judged)[:1]:
        after = data.draw(st.sampled_from([[wrong._replace(outcome=Outcome.SATISFIED, fingerprint="")], []]), label="mended, or gone")
        assert no_worse(assess(CARDS, [*(answer for answer in judged if answer is not wrong), *after]), before)


@given(answers(), st.data())
def test_setting_findings_aside_changes_no_score(judged: list[Judged], data: st.DataObject) -> None:
    aside = data.draw(st.sets(st.sampled_from([found.fingerprint for found in violations(judged)] or [""])))
    before, after = assess(CARDS, judged), assess(CARDS, judged, Exceptions(set_aside=frozenset(aside)))
    assert scores(after) == scores(before)
    assert (after.gates, after.milestones, after.ladders, after.stage_reached) == (
        before.gates,
        before.milestones,
        before.ladders,
        before.stage_reached,
    )


@given(answers(), st.data())
def test_a_waiver_shows_both_numbers(judged: list[Judged], data: st.DataObject) -> None:
    excused = data.draw(st.sets(st.sampled_from([found.fingerprint for found in violations(judged)] or [""])))
    before, after = assess(CARDS, judged), assess(CARDS, judged, Exceptions(excused=frozenset(excused)))
    assert after.score_without_waivers == before.score
    assert before.score_without_waivers == before.score
    assert no_worse(after, before)


@given(answers())
def test_the_whole_is_its_weakest_part(judged: list[Judged]) -> None:
    ready = assess(CARDS, judged)
    known = [area.score for area in ready.areas if area.score is not None]
    assert ready.score == min(known, default=None)
    assert ready.score == min((part.score for part in ready.projects if part.score is not None), default=None)


@given(answers(), st.data())
def test_the_order_of_places_does_not_matter(judged: list[Judged], data: st.DataObject) -> None:
    assert assess(CARDS, data.draw(st.permutations(judged))) == assess(CARDS, judged)


@given(answers())
def test_preview_rules_score_nothing(judged: list[Judged]) -> None:
    stable = [answer for answer in judged if CARDS[answer.rule].status == "stable"]
    assert assess(CARDS, judged) == assess(CARDS, stable)


@given(answers())
def test_a_critical_finding_caps_its_area(judged: list[Judged]) -> None:
    bad = {CARDS[found.rule].area for found in violations(judged) if found.severity == "critical" and CARDS[found.rule].status == "stable"}
    assert all(area.score is not None and area.score <= 49 for area in assess(CARDS, judged).areas if area.name in bad)


@given(answers())
def test_every_number_is_a_share(judged: list[Judged]) -> None:
    ready = assess(CARDS, judged)
    numbers = [ready.score, ready.coverage, *scores(ready).values(), *(part.coverage for part in ready.domains)]
    assert all(number is None or 0 <= number <= 100 for number in numbers)


def test_answers_that_differ_in_related_places_alone_have_an_order() -> None:
    rule = next(name for name in CARDS if CARDS[name].status == "stable")
    same = answer(rule, Outcome.SATISFIED)
    twins = [same._replace(related=(Related(path, 1, "made here"),)) for path in ("b.py", "a.py")]
    assert assess(CARDS, twins) == assess(CARDS, twins[::-1])
