"""SARIF: what GitHub requires of it, beyond the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from ailint.facts import Place, Related, Severity, Span, violated
from ailint.line_hash import line_hashes
from ailint.report import sarif
from ailint.view import Show, View
from tests.report.schemas import problems
from tests.sample import bad, rule, sources
from tests.sample_report import APP, report_of, sample_of, sample_report

if TYPE_CHECKING:
    from ailint.summary import Report

PLAIN = View(colour=False, width=100)
ALL = PLAIN._replace(suppressed=Show.SHOWN)


def log(report: Report, view: View = PLAIN) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads("".join(sarif.render(report, view)))
    assert problems("sarif", whole) == []
    return whole


def only(report: Report, view: View = PLAIN) -> dict[str, Any]:
    """The one run of a log."""
    (run,) = log(report, view)["runs"]
    found: dict[str, Any] = run
    return found


def by_rule(run: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {result["ruleId"]: result for result in run["results"]}


def test_every_result_is_anchored_and_known_again() -> None:
    for result in only(sample_report(), ALL)["results"]:
        (location,) = result["locations"]
        assert set(location["physicalLocation"]["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert not location["physicalLocation"]["artifactLocation"]["uri"].startswith(("/", "file:"))
        assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_lines_are_known_by_the_hash_that_the_uploader_computes_and_projects_by_their_own() -> None:
    results = by_rule(only(sample_report()))
    hashes = {rule: result["partialFingerprints"]["primaryLocationLineHash"] for rule, result in results.items()}
    assert hashes["llm-call-no-timeout"] == line_hashes(APP)[6]
    assert hashes["eval-suite-absent"] == results["eval-suite-absent"]["partialFingerprints"]["ailint/v1"]


def test_two_findings_on_a_line_are_told_apart() -> None:
    spans = [Span(1, 0, 1, 1), Span(1, 4, 1, 5)]
    run = only(sample_of([violated(Place("app.py", span), "bad") for span in spans], {"app.py": "a = b\n"}))
    assert len({result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]}) == 2


def test_a_place_in_a_notebook_is_said_in_words() -> None:
    report = report_of([rule(violated(Place("n.ipynb", Span(5, 0, 5, 1)), "bad"))], sources({"n.ipynb": (1, 4)}), frozenset({"n.ipynb"}))
    (result,) = only(report)["results"]
    assert (result["message"]["text"], result["locations"][0]["physicalLocation"]["region"]["startLine"]) == ("cell 2, line 2: bad", 1)


def test_only_security_rules_make_security_alerts() -> None:
    rules = {found["id"]: found["properties"] for found in only(sample_report())["tool"]["driver"]["rules"]}
    assert {name: properties.get("security-severity") for name, properties in rules.items()} == {
        "eval-suite-absent": None, "llm-call-no-timeout": None, "llm-output-to-code-execution": "9.5",
    }  # fmt: skip


def test_rules_explain_within_bounds() -> None:
    standards = {"cwe": ("CWE-89", "CWE-89"), "owasp-llm": tuple(f"LLM{number}" for number in range(20))}
    report = report_of(
        [rule(bad(), why="Long. " * 1000, standards=standards, references=("https://owasp.org/x",))], sources(app_py="x\n"), frozenset({"app.py"})
    )
    (found,) = only(report)["tool"]["driver"]["rules"]
    assert len(found["fullDescription"]["text"]) <= 1024
    assert (len(found["properties"]["tags"]), found["properties"]["tags"][2]) == (10, "external/cwe/cwe-89")
    assert found["help"]["text"].endswith("See also: https://owasp.org/x")
    assert "**Fix**: Pass `timeout=`" in found["help"]["markdown"]


def test_a_values_way_is_a_code_flow_and_other_places_are_related() -> None:
    results = by_rule(only(sample_report()))
    ((flow,),) = [found["threadFlows"] for found in results["llm-output-to-code-execution"]["codeFlows"]]
    steps = [step["location"]["physicalLocation"]["region"]["startLine"] for step in flow["locations"]]
    assert (steps, "relatedLocations" in results["llm-output-to-code-execution"]) == ([7, 11], False)
    assert [place["message"]["text"] for place in results["llm-call-no-timeout"]["relatedLocations"]] == ["client made here without a timeout"]
    assert "codeFlows" not in results["llm-call-no-timeout"]


def test_two_ways_are_two_flows() -> None:
    steps = [Related(Place("app.py", Span(line, 0, line, 1)), "x", step) for line, step in [(1, "first"), (2, "later"), (3, "first")]]  # type: ignore[arg-type]
    (result,) = only(sample_of([violated(Place("app.py", Span(4, 0, 4, 1)), "bad", related=tuple(steps))], {"app.py": "x\n" * 5}))["results"]
    assert [len(flow["threadFlows"][0]["locations"]) for flow in result["codeFlows"]] == [3, 2]


def test_suppressed_findings_only_on_request() -> None:
    assert "llm-call-no-retry" not in by_rule(only(sample_report()))
    (suppression,) = by_rule(only(sample_report(), ALL))["llm-call-no-retry"]["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "the queue retries")


@pytest.mark.parametrize(
    ("projects", "ids"),
    [
        ([("services/chat", "application"), ("docs", "none")], ["ailint/", "ailint/services/chat/"]),
        ([(f"s{number}", "application") for number in range(25)], ["ailint/"]),
    ],
    ids=["a category each", "more than a file may hold"],
)
def test_sub_projects(projects: list[tuple[str, str]], ids: list[str]) -> None:
    report = replace(sample_report(), projects=tuple(projects))
    assert [run["automationDetails"]["id"] for run in log(report)["runs"]] == ids


def test_as_many_results_as_github_takes_the_worst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    severities = [Severity.LOW, Severity.CRITICAL, Severity.HIGH]
    run = only(sample_of([bad(line=line, severity=severity) for line, severity in enumerate(severities, 1)], {"app.py": "x\ny\nz\n"}))
    assert [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in run["results"]] == [2, 3]
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"].startswith("1 of the findings")


def test_columns_are_code_points() -> None:
    run = only(sample_of([violated(Place("app.py", Span(1, 8, 1, 9)), "bad")], {"app.py": "'é😀' = x\n"}))
    assert (run["columnKind"], run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"]) == ("unicodeCodePoints", 5)


def test_names_are_relative_uris() -> None:
    path = "a b/ü:?#.py"
    (result,) = only(sample_of([violated(Place(path, Span(1, 0, 1, 1)), "bad")], {path: "x\n"}))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC%3A%3F%23.py"
