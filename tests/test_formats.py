"""Formats: one sample report goes through every renderer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ailint import formats, report, statistics
from ailint.readiness import Proof
from ailint.report.json import Output
from ailint.view import Show, View
from tests.sample_report import sample_report

GOLDEN = Path(__file__).parent / "golden"
PLAIN = View(colour=False, width=100)


def rendered(name: str, **view: Any) -> str:
    return "".join(f"{line}\n" for line in formats.render(name, sample_report(), PLAIN._replace(**view)))


def test_the_modules_are_the_list() -> None:
    assert {"full", "json", "sarif"} < set(formats.names()) == {path.stem for path in Path(report.__file__).parent.glob("[a-z]*.py")}


@pytest.mark.parametrize("name", formats.names())
def test_golden(name: str, golden: Any) -> None:
    golden(GOLDEN / f"report.{name}", rendered(name))


def test_golden_statistics(golden: Any) -> None:
    golden(GOLDEN / "report.statistics", "".join(f"{line}\n" for line in statistics.render(sample_report(), PLAIN)))


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
    assert (output.schema_version, output.summary.findings, output.summary.suppressed, output.readiness.score) == (1, 3, 1, 0)


def test_json_lines_are_the_findings_of_json() -> None:
    assert [json.loads(line) for line in rendered("jsonl").splitlines()] == json.loads(rendered("json"))["findings"]


@pytest.mark.parametrize("name", formats.names())
def test_formats_that_show_evidence_say_so(name: str) -> None:
    proof = Proof("feedback", "app/routes.py", 7, "the route `/thumbs-up` takes what users think", declared=False)
    report = sample_report()
    proven = msgspec.structs.replace(report, readiness=msgspec.structs.replace(report.readiness, evidence=(proof,)))
    assert any("/thumbs-up" in line for line in formats.render(name, proven, PLAIN)) is formats.shows_evidence(name)


def test_no_ai_is_said() -> None:
    nothing = msgspec.structs.replace(sample_report(), projects=((".", "none"),), findings=())
    assert [list(formats.render(name, nothing, PLAIN)) for name in ("full", "concise", "grouped")] == [["No AI in 2 files: nothing to judge."]] * 3
