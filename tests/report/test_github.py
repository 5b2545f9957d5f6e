"""Annotations: escaped as the runner unescapes, the worst of each level, and a word on the rest."""

from __future__ import annotations

from ailint.facts import Place, Severity, Span, violated
from ailint.report.github import render
from ailint.view import View
from tests.report.runner import commands
from tests.sample import bad
from tests.sample_report import sample_of

PLAIN = View(colour=False, width=100)


def test_names_and_words_arrive_as_they_are() -> None:
    path = "a, b: 100%.py"
    report = sample_of([violated(Place(path, Span(2, 4, 2, 9)), "50% `x`: y, z")], {path: "\nclient = 1\n"})
    (line,) = render(report, PLAIN)
    assert line.startswith("::error file=a%2C b%3A 100%25.py,line=2,endLine=2,col=5,endColumn=10,title=llm-call-no-timeout::50%25 `x`: y, z%0AFix: ")
    (command,) = commands(line)
    assert (command.properties["file"], command.data.split("\n")[0]) == (path, "50% `x`: y, z")


def test_a_name_cannot_begin_a_command() -> None:
    path = "a\n::error::owned\r##[error]b.py"
    lines = list(render(sample_of([violated(Place(path, Span(1, 0, 1, 1)), "x\r\n::set-env name=A::b")], {path: "x\n"}), PLAIN))
    assert [command.name for command in commands("\n".join(lines))] == ["error"]
    assert "##[" not in lines[0]


def test_ten_a_level_worst_first_and_the_rest_is_counted() -> None:
    severities = [Severity.LOW] * 12 + [Severity.HIGH] * 8 + [Severity.CRITICAL] * 4 + [Severity.MEDIUM] * 10
    report = sample_of([bad(line=line, message=severity, severity=severity) for line, severity in enumerate(severities, 1)], {"app.py": "x\n" * 40})
    lines = list(render(report, PLAIN))
    found = commands("\n".join(lines))
    assert [command.name for command in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert [command.data.split("\n")[0] for command in found[:10]] == ["critical"] * 4 + ["high"] * 6
    assert lines[-1] == "… 4 findings have no annotation: GitHub shows 10 of a level a step. The job summary has all of them."
