"""Waivers: what they cover, until when, what is said of them, and what the score makes of them."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from ailint import run as pipeline
from ailint.config import load_config
from ailint.facts import Diagnostic
from ailint.finding import Finding, State, Suppression
from ailint.report.json import output
from tests.sample import UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from ailint.summary import Report

    Ailint = Callable[..., Result]
    Settle = Callable[..., Report]

NAME = "llm-call-no-timeout"
HEAD = '[lint]\nselect = ["llm-call-no-timeout", "waiver-expired"]\n'
WAIVER = '[[waivers]]\nrule = "AIL101"\nkind = "{kind}"\nreason = "retired in Q2"\nowner = "platform"\n'
END = dt.date(2026, 11, 30)


@pytest.fixture
def settle(repo: Path) -> Callable[..., Report]:
    """The report on the sample under some settings, on some day."""

    def lint(text: str, today: dt.date = END) -> Report:
        (repo / "pyproject.toml").unlink(missing_ok=True)
        (repo / "ailint.toml").write_text(HEAD + text, encoding="utf-8")
        return pipeline.run(replace(load_config(repo), today=today))

    return lint


def waiver(kind: str = "accepted-risk", more: str = "") -> str:
    return WAIVER.format(kind=kind) + more


def of(report: Report, rule: str = NAME) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == rule]


def test_a_waiver_hides_with_reason_owner_and_place(settle: Settle) -> None:
    report = settle(waiver(more="expires = 2027-03-31\n"))
    (finding,) = of(report)
    words = "accepted-risk: retired in Q2 (platform, until 2027-03-31)"
    assert (finding.state, finding.suppression) == (State.SUPPRESSED, Suppression("waiver", words, "ailint.toml", 4))
    assert (report.exit_code, report.diagnostics) == (0, ())


EXPIRED = {
    "the day before": (END - dt.timedelta(1), State.SUPPRESSED),
    "on the day": (END, State.SUPPRESSED),
    "the day after": (END + dt.timedelta(1), State.NEW),
}


@pytest.mark.parametrize(("today", "state"), EXPIRED.values(), ids=EXPIRED.keys())
def test_a_waiver_counts_until_its_day_is_over(settle: Settle, today: dt.date, state: State) -> None:
    report = settle(waiver(more=f"expires = {END}\n"), today)
    assert ([found.state for found in of(report)], len(of(report, "waiver-expired"))) == ([state], int(state is State.NEW))


def test_an_expired_waiver_is_a_finding_where_its_day_is_written(settle: Settle) -> None:
    report = settle(waiver(more=f"expires = {END}\n"), dt.date(2026, 12, 24))
    (expired,) = of(report, "waiver-expired")
    assert (expired.place, expired.severity, expired.domain) == ("ailint.toml:8:11", "medium", "governance")
    assert expired.message == (
        "the waiver of AIL101 expired on 2026-11-30 and hides nothing any more; platform answers for it: `accepted-risk`, retired in Q2"
    )
    assert (report.exit_code, report.diagnostics) == (1, ())


def test_the_finding_of_an_expired_waiver_keeps_its_fingerprint_when_others_come_before_it(settle: Settle) -> None:
    late = f"expires = {END}\n"
    (before,) = of(settle(waiver(more=late), dt.date(2026, 12, 24)), "waiver-expired")
    (after,) = of(settle(waiver("elsewhere", 'paths = ["none/**"]\n') + waiver(more=late), dt.date(2026, 12, 24)), "waiver-expired")
    assert (before.fingerprint, before.line < after.line) == (after.fingerprint, True)


SAID = {
    "covers nothing": ('paths = ["services/**"]\n', Diagnostic("ailint.toml", 4, "unused-suppression", f"the waiver of {NAME} covers nothing")),
    "expires in a month": (
        "expires = 2026-12-30\n",
        Diagnostic("ailint.toml", 8, "waiver-expires-soon", f"the waiver of {NAME} expires in 30 days, on 2026-12-30"),
    ),
    "expires tomorrow": (
        "expires = 2026-12-01\n",
        Diagnostic("ailint.toml", 8, "waiver-expires-soon", f"the waiver of {NAME} expires tomorrow, on 2026-12-01"),
    ),
    "expires today": (
        "expires = 2026-11-30\n",
        Diagnostic("ailint.toml", 8, "waiver-expires-soon", f"the waiver of {NAME} expires today, on 2026-11-30"),
    ),
    "expires later": ("expires = 2026-12-31\n", None),
}


@pytest.mark.parametrize(("more", "said"), SAID.values(), ids=SAID.keys())
def test_what_is_said_of_a_waiver(settle: Settle, more: str, said: Diagnostic | None) -> None:
    assert settle(waiver(more=more)).diagnostics == ((said,) if said else ())


def test_two_waivers_of_one_rule_each_have_their_line(settle: Settle, repo: Path) -> None:
    (repo / "old").mkdir()
    (repo / "old" / "app.py").write_text(UNBOUNDED, encoding="utf-8")
    report = settle(waiver(more='paths = ["/app.py"]\n') + waiver("false-positive", 'paths = ["old/**"]\n'))
    lines = [(found.path, found.suppression.line) for found in of(report) if found.suppression]
    assert lines == [("app.py", 4), ("old/app.py", 10)]


def test_where_the_finding_is_not_shown_a_warning_says_that_a_waiver_expired(settle: Settle) -> None:
    text = waiver(more="expires = 2020-01-01\n").replace("[[waivers]]", "[[waivers]]", 1)
    report = settle("[paths]\ngenerated = ['ailint.toml']\n" + text)
    said = Diagnostic("ailint.toml", 10, "expired-waiver", f"the waiver of {NAME} expired on 2020-01-01 and hides nothing any more")
    assert (of(report, "waiver-expired"), report.diagnostics) == ([], (said,))


@pytest.mark.usefixtures("repo")
def test_a_waiver_of_the_command_line_stands_in_no_file(ailint: Ailint) -> None:
    table = "{rule = 'llm-call-no-timeout', kind = 'elsewhere', reason = 'x', expires = %s}"
    found = json.loads(ailint("check", "--config", f"waivers = [{table % '2999-01-01'}]", "--output-format", "json").stdout)
    assert [finding["suppression"]["path"] for finding in found["findings"]] == [""]
    result = ailint("check", "--config", f"waivers = [{table % '2020-01-01'}]")
    assert (result.exit_code, "ailint: warning: the waiver of llm-call-no-timeout expired on 2020-01-01" in result.stderr) == (1, True)


KINDS = {"accepted-risk": False, "false-positive": True, "not-applicable": True, "elsewhere": True}


@pytest.mark.parametrize(("kind", "leaves"), KINDS.items(), ids=KINDS.keys())
def test_only_what_is_no_violation_leaves_the_score_and_both_numbers_are_shown(settle: Settle, *, kind: str, leaves: bool) -> None:
    before = output(settle("")).readiness
    ready = output(settle(waiver(kind))).readiness
    assert ready.score_without_waivers == before.score
    assert ([area.score for area in ready.areas] != [area.score for area in before.areas]) == leaves


@pytest.mark.parametrize("kind", KINDS)
def test_an_expired_waiver_moves_no_score_up(settle: Settle, kind: str) -> None:
    before, after = (settle(text).readiness for text in ("", waiver(kind, "expires = 2020-01-01\n")))
    for was, now in zip(before.areas, after.areas, strict=True):
        assert (now.score or 0) <= (was.score or 0) or was.score is None


def test_a_waiver_that_holds_earns_nothing(settle: Settle) -> None:
    before, after = (settle(text).readiness for text in ("", waiver(more="expires = 2999-01-01\n")))
    assert [area.score for area in before.areas] == [area.score for area in after.areas]


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_text_shows_reason_and_owner(ailint: Ailint, settle: Settle, name: str) -> None:
    settle(waiver())
    shown = " ".join(ailint("check", "--show-suppressed", "--output-format", name).stdout.split())
    assert "(suppressed: accepted-risk: retired in Q2 (platform))" in shown
    assert "retired in Q2" not in ailint("check", "--output-format", name).stdout


def test_json_has_what_the_contract_says(ailint: Ailint, settle: Settle) -> None:
    settle(waiver(more="expires = 2020-01-01\n"))
    found = json.loads(ailint("check", "--output-format", "json").stdout)
    states: dict[str, Any] = {finding["rule"]: (finding["state"], finding["suppression"]) for finding in found["findings"]}
    assert states == {NAME: ("new", None), "waiver-expired": ("new", None)}


def test_a_rule_that_does_not_exist_is_named_with_its_line(ailint: Ailint, repo: Path) -> None:
    (repo / "ailint.toml").write_text(waiver() + waiver().replace("AIL101", "llm-call-no-timout"), encoding="utf-8")
    result = ailint("check")
    assert (result.exit_code, result.stderr) == (
        2,
        "ailint: ailint.toml:7: unknown rule `llm-call-no-timout` in waivers; did you mean `llm-call-no-timeout`?\n",
    )
