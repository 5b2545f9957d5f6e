"""Formats: one sample report goes through every renderer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ailint import formats, statistics
from ailint.facts import Diagnostic, Place, Related, Severity, Span, satisfied, violated
from ailint.judge import judge
from ailint.report.json import Output
from ailint.settings import Stage
from ailint.summary import Report, gate, rule_results
from ailint.suppress import Known, suppress
from ailint.view import Show, View
from tests.sample import Part, config, place, project, rule, sources

GOLDEN = Path(__file__).parent / "golden"
PLAIN = View(colour=False, width=100)

APP = """\
from openai import OpenAI

client = OpenAI()  # ailint: ignore[llm-call-no-retry] -- the queue retries


def answer(question: str) -> str:
    text = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
    ).choices[0].message.content
    exec(text)
"""


def sample() -> Report:
    """Every state, an area without findings, a finding of each severity, something done well."""
    made = Related(Place("app.py", Span(3, 9, 3, 17)), "client made here without a timeout")
    call = Place("app.py", Span(7, 11, 10, 5), "answer")
    rules = [
        rule(violated(call, "waits for up to 600 s", related=(made,)), satisfied(place(), "60 s")),
        rule(violated(Place("app.py", Span(3, 9, 3, 17)), "is never retried"), name="llm-call-no-retry", code="AIL102", severity=Severity.MEDIUM),
        rule(
            violated(Place("app.py", Span(11, 4, 11, 14), "answer"), "model output `text` is executed\x1b[2J"),
            name="llm-output-to-code-execution", code="AIL201", area="security", domain="governance", severity=Severity.CRITICAL, effort="hours",
            title="Model output is executed", why="Whoever writes the prompt runs code here.", fix="Parse the text instead, or run it in a sandbox.",
        ),
        rule(
            violated(place("pyproject.toml"), "no evaluation found"),
            name="eval-suite-absent", code="AIL301", area="evaluation", domain="testing", scope="project", severity=Severity.LOW, effort="days",
            status="preview", title="No evaluation suite", why="Nobody knows.", fix="Write twenty cases.",
        ),
        rule(
            violated(place(line=8), "is an alias"),
            name="model-alias-unpinned", code="AIL315", area="evaluation", domain="mlops", stage=Stage.PRODUCTION,
        ),
        rule(satisfied(place(), "pinned"), satisfied(place(), "pinned"), name="deprecated-llm-sdk", code="AIL318", area="evaluation", domain="mlops"),
    ]  # fmt: skip
    files, settings, selected = sources(app_py=APP), config(stage=Stage.PILOT), frozenset({"app.py"})
    judged = judge(project(Part()), rules, settings, files, selected)
    known = Known({part.card.name: part.card.name for part in rules}, frozenset(part.card.name for part in rules))
    suppressed = suppress(judged.findings, selected, known, settings, files)
    diagnostics = (Diagnostic("bad.py", 3, "parse-error", "cannot be parsed"), *suppressed.diagnostics)
    verdict = gate(suppressed.findings, diagnostics, 1, "high")
    return Report(
        root=".", stage=Stage.PILOT, files=2, files_read=1, duration_s=0.41, projects=((".", "application"),), rules_known=6,
        cards={part.card.name: part.card for part in rules}, rules=rule_results([part.card for part in rules], judged.tallies),
        findings=suppressed.findings, diagnostics=diagnostics, exit_code=verdict.code, exit_reason=verdict.reason, sources=files,
    )  # fmt: skip


def rendered(name: str, **view: Any) -> str:
    return "".join(f"{line}\n" for line in formats.render(name, sample(), PLAIN._replace(**view)))


def test_the_modules_are_the_list() -> None:
    assert formats.names() == ["concise", "full", "grouped", "json", "jsonl"]


@pytest.mark.parametrize("name", formats.names())
def test_golden(name: str, golden: Any) -> None:
    golden(GOLDEN / f"report.{name}", rendered(name))


def test_golden_statistics(golden: Any) -> None:
    golden(GOLDEN / "report.statistics", "".join(f"{line}\n" for line in statistics.render(sample(), PLAIN)))


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
@pytest.mark.parametrize("width", [80, 100])
def test_text_fits_and_sends_no_command(name: str, width: int) -> None:
    lines = rendered(name, width=width).splitlines()
    assert "\x1b" not in "".join(lines)
    assert name != "full" or max(len(line) for line in lines) <= width


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_suppressed_findings_are_shown_on_request(name: str) -> None:
    assert "the queue retries" not in rendered(name)
    assert "(suppressed: the queue retries)" in rendered(name, suppressed=Show.SHOWN)


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_colour_changes_nothing_else(name: str) -> None:
    import re

    coloured = rendered(name, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == rendered(name)


def test_json_is_what_the_schema_says() -> None:
    output = msgspec.json.decode(rendered("json"), type=Output)
    assert (output.schema_version, output.summary.findings, output.summary.suppressed, output.readiness.score) == (1, 3, 1, None)


def test_json_lines_are_the_findings_of_json() -> None:
    assert [json.loads(line) for line in rendered("jsonl").splitlines()] == json.loads(rendered("json"))["findings"]


def test_no_ai_is_said() -> None:
    report = msgspec.structs.replace(sample(), projects=((".", "none"),), findings=())
    assert [list(formats.render(name, report, PLAIN)) for name in ("full", "concise", "grouped")] == [["No AI in 2 files: nothing to judge."]] * 3
