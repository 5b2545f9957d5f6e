"""Every rule against every one of its cases."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ailint.cases import Case, cases_of, failures, shown
from ailint.knowledge import Knowledge, load
from ailint.packs import Rule, bind, builtin_rules, find_checks, read_cards

if TYPE_CHECKING:
    import pytest

CHECKS = find_checks()
RULES = bind([card for card in read_cards([builtin_rules()]) if card.check in CHECKS], CHECKS, {})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    wanted = metafunc.config.getoption("--rule")
    rules = [rule for rule in RULES if wanted in (None, rule.card.name, rule.card.code)]
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [case for rule in rules for case in cases_of(rule)], ids=lambda case: case.name)
    elif "rule" in metafunc.fixturenames:
        metafunc.parametrize("rule", rules, ids=lambda rule: rule.card.name)


@cache
def knowledge() -> Knowledge:
    return load()


def test_case(case: Case) -> None:
    assert failures(case, knowledge()) == []


def test_every_rule_shows_both_sides(rule: Rule) -> None:
    assert {side for case in cases_of(rule) for side in shown(case, knowledge())} == {"found", "fine"}
