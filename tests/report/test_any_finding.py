"""Every renderer on random findings: what it writes is valid, and nothing of a repository is a command, an escape or markup in it."""

from __future__ import annotations

import json
import re
import unicodedata
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ailint import formats
from ailint.finding import State
from ailint.links import Links
from ailint.report.json import Output
from ailint.terminal import HIDDEN
from ailint.view import Show, View
from tests.hostile import REPORTS
from tests.report.runner import commands
from tests.report.schemas import problems

if TYPE_CHECKING:
    from ailint.summary import Report

PLAIN = View(colour=False, width=100)
ALL = PLAIN._replace(suppressed=Show.SHOWN)
OLD_COMMAND = re.compile(r"##\w*\[")
ANY = settings(max_examples=25, deadline=None)
TAGS = {"h2", "h3", "p", "ul", "li", "code", "strong", "table", "thead", "tbody", "tr", "th", "td"}


def rendered(name: str, report: Report, view: View = PLAIN) -> str:
    return "".join(f"{line}\n" for line in formats.render(name, report, view))


def new(report: Report) -> int:
    return len(report.of(State.NEW))


@pytest.mark.parametrize("name", formats.names())
@given(report=REPORTS, view=st.sampled_from([PLAIN, ALL]))
@ANY
def test_nothing_is_obeyed(name: str, report: Report, view: View) -> None:
    text = rendered(name, report, view)
    assert not [character for character in text if unicodedata.category(character) in HIDDEN and character != "\n"]
    assert not OLD_COMMAND.search(text)
    assert name == "github" or not [line for line in text.splitlines() if line.lstrip().startswith("::")]


@given(report=REPORTS)
@ANY
def test_json_gives_back_what_was_found(report: Report) -> None:
    output = msgspec.json.decode(rendered("json", report), type=Output)
    assert output.findings == report.findings
    assert [msgspec.json.decode(line, type=type(report.findings[0])) for line in rendered("jsonl", report).splitlines()] == list(report.findings)


@given(report=REPORTS)
@ANY
def test_annotations_are_commands_of_ours_alone(report: Report) -> None:
    found = commands(rendered("github", report))
    by_level = {level: sum(name == level for name, _, _ in found) for level in ("error", "warning", "notice")}
    assert len(found) == sum(by_level.values()) <= new(report)
    assert max(by_level.values()) <= 10
    assert all(list(properties) == ["file", "line", "endLine", "col", "endColumn", "title"] for _, properties, _ in found)
    assert {properties["title"] for _, properties, _ in found} <= set(report.cards)


@given(report=REPORTS, view=st.sampled_from([PLAIN, ALL]))
@ANY
def test_sarif_is_valid(report: Report, view: View) -> None:
    log = json.loads(rendered("sarif", report, view))
    assert problems("sarif", log) == []
    results = [result for run in log["runs"] for result in run["results"]]
    states = [State.NEW, State.SUPPRESSED] if view is ALL else [State.NEW]
    assert len(results) == sum(len(report.of(state)) for state in states)
    assert [result for result in results if "suppressions" in result] == [] or view is ALL
    assert not empty(log)
    assert not re.search(r"\]\(", json.dumps([result["message"] for result in results]))


def empty(value: Any) -> bool:
    """Whether an empty text is anywhere inside."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value == "" or any(map(empty, inner))


@given(report=REPORTS)
@ANY
def test_gitlab_is_valid(report: Report) -> None:
    issues = json.loads(rendered("gitlab", report))
    assert len(issues) == new(report)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(issue["location"]["lines"]["begin"] >= 1 and issue["description"] and issue["fingerprint"] for issue in issues)


@given(report=REPORTS)
@ANY
def test_rdjson_is_valid(report: Report) -> None:
    diagnostics = json.loads(rendered("rdjson", report))["diagnostics"]
    assert len(diagnostics) == new(report)
    for diagnostic in diagnostics:
        start, end = (diagnostic["location"]["range"][name] for name in ("start", "end"))
        assert (1, 1) <= (start["line"], start["column"]) <= (end["line"], end["column"])
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}


@given(report=REPORTS)
@ANY
def test_junit_is_valid(report: Report) -> None:
    root = ET.fromstring(rendered("junit", report))  # noqa: S314 -- what we wrote ourselves
    cases = root.findall("testsuite/testcase")
    assert [root.get(name) for name in ("tests", "failures", "skipped")] == [
        str(len(cases)), *(str(len(root.findall(f"testsuite/testcase/{name}"))) for name in ("failure", "skipped")),
    ]  # fmt: skip
    failed = {case.get("name") for case in cases if case.find("failure") is not None}
    assert failed == {finding.rule for finding in report.of(State.NEW)}


class Tags(HTMLParser):
    """The tags of a page, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


@given(report=REPORTS, links=st.sampled_from([Links(None), Links("https://forge.example/")]))
@ANY
def test_markdown_has_our_markup_alone(report: Report, links: Links) -> None:
    page = Tags()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(rendered("markdown", report, PLAIN._replace(links=links))))
    assert page.tags <= TAGS | {"a"}
    assert [link for link in page.links if not link.startswith("https://forge.example/")] == []
    assert links.base or not page.links
