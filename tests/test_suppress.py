"""Suppressions: whatever is written is read back, and nothing else hides a finding."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.facts import Diagnostic
from ailint.finding import Finding, State, Suppression
from ailint.judge import judge
from ailint.settings import Lint, Waiver
from ailint.suppress import Ignore, Suppressed, read_ignores, suppress
from ailint.waivers import Known
from ailint.written import Written
from tests.sample import Part, bad, config, project, rule, sources

NAME = "llm-call-no-timeout"
KNOWN = Known({NAME: NAME, "AIL101": NAME, "other-rule": "other-rule"}, frozenset({NAME}))
IGNORE = f"ailint: ignore[{NAME}] -- batch job"


def suppressed(text: str, line: int = 1, settings: dict[str, Any] | None = None) -> Suppressed:
    """What becomes of one finding on `line` of app.py."""
    files, settled = sources(app_py=text), config(**(settings or {}))
    found = judge(project(Part(files=("app.py",))), [rule(bad(line=line))], settled, files, frozenset({"app.py"})).findings
    return suppress(found, ["app.py"], KNOWN, settled, files)


def the(result: Suppressed) -> Finding:
    (finding,) = result.findings
    return finding


HIDES = {
    "on the line": (f"ask()  # {IGNORE}", 1, Suppression("inline", "batch job", "app.py", 1)),
    "alone above": (f"# {IGNORE}\nask()", 2, Suppression("inline", "batch job", "app.py", 1)),
    "stacked above": (f"# {IGNORE}\n# ailint: ignore[other-rule]\nask()", 3, Suppression("inline", "batch job", "app.py", 1)),
    "by code": ("ask()  # ailint: ignore[AIL101]", 1, Suppression("inline", None, "app.py", 1)),
    "one of several": (f"ask()  # ailint: ignore[other-rule, {NAME}]", 1, Suppression("inline", None, "app.py", 1)),
    "after another tool's comment": (f"ask()  # noqa  # {IGNORE}", 1, Suppression("inline", "batch job", "app.py", 1)),
    "before another of ours": (f"ask()  # {IGNORE}  # ailint: ignore[other-rule]", 1, Suppression("inline", "batch job", "app.py", 1)),
    "the whole file": (f"#!/bin/python\n# ailint: file-ignore[{NAME}] -- demo\n\nask()", 4, Suppression("file", "demo", "app.py", 2)),
}


@pytest.mark.parametrize(("text", "line", "expected"), HIDES.values(), ids=HIDES.keys())
def test_hides(text: str, line: int, expected: Suppression) -> None:
    finding = the(suppressed(text, line))
    assert (finding.state, finding.suppression) == (State.SUPPRESSED, expected)


HIDES_NOTHING = {
    "in a string": (f'ask("# {IGNORE}")', 1, None),
    "another line": (f"ask()\nx = 1  # {IGNORE}", 1, f"the suppression of {NAME} suppresses nothing"),
    "trailing on the line above": (f"x = 1  # {IGNORE}\nask()", 2, f"the suppression of {NAME} suppresses nothing"),
    "another rule that did not run": ("ask()  # ailint: ignore[other-rule]", 1, None),
    "no such rule": ("ask()  # ailint: ignore[llm-call-no-timout]", 1, f"there is no rule `llm-call-no-timout`; did you mean `{NAME}`?"),
    "blanket": ("ask()  # ailint: ignore", 1, "name the rules: `ailint: ignore[rule-name] -- reason`"),
    "empty": ("ask()  # ailint: ignore[ , ]", 1, "name the rules: `ailint: ignore[rule-name] -- reason`"),
    "another verb": (f"ask()  # ailint: ignores[{NAME}]", 1, "`ignores` is no suppression; did you mean `ignore`?"),
    "for the file, below its top": (f"x = 1\n# ailint: file-ignore[{NAME}]\nask()", 3, "`file-ignore` counts only at the top of a file"),
}


@pytest.mark.parametrize(("text", "line", "message"), HIDES_NOTHING.values(), ids=HIDES_NOTHING.keys())
def test_hides_nothing(text: str, line: int, message: str | None) -> None:
    result = suppressed(text, line)
    assert the(result).state is State.NEW
    assert [found.message[: len(message or "")] for found in result.diagnostics] == ([message] if message else [])


def test_no_ignores_shows_everything() -> None:
    assert the(suppressed(f"ask()  # {IGNORE}", settings={"ignores": False})).state is State.NEW


def test_reason_may_be_required() -> None:
    result = suppressed(f"ask()  # ailint: ignore[{NAME}]", settings={"require_suppression_reason": True})
    assert (the(result).state, result.diagnostics[0].code) == (State.NEW, "suppression-without-reason")


def test_per_file_ignores() -> None:
    written = Written("[tool.ailint.lint.per-file-ignores]\n'scripts/**' = ['AIL101']\n'*.py' = ['AIL101']\n", "tool.ailint")
    lint = Lint(per_file_ignores={"scripts/**": ("AIL101",), "*.py": ("AIL101",)})
    result = suppressed("ask()", settings={"lint": lint, "written": written})
    assert the(result).suppression == Suppression("config", "per-file-ignores: *.py", "pyproject.toml", 3)


def test_inline_beats_waiver() -> None:
    waiver = Waiver(rule=NAME, kind="accepted-risk", reason="retired")
    suppression = the(suppressed(f"ask()  # {IGNORE}", settings={"waivers": (waiver,)})).suppression
    assert suppression is not None
    assert suppression.kind == "inline"


words = st.text("abz09", min_size=1, max_size=5)
names = st.lists(st.lists(words, min_size=1, max_size=3).map("-".join), min_size=1, max_size=4, unique=True)
reasons = st.text("aZ0é ,.:;()'-", min_size=1, max_size=20).map(lambda text: f"x{text}".strip())
WRITTEN = {
    "python": ("a.py", "x = 1  # {}"),
    "yaml": ("a.yaml", "key: value  # {}"),
    "typescript": ("a.ts", "f();  // {}"),
    "markdown": ("a.md", "text <!-- {} -->"),
}


@pytest.mark.parametrize(("path", "line"), WRITTEN.values(), ids=WRITTEN.keys())
@given(rules=names, reason=reasons)
def test_whatever_is_written_is_read_back(path: str, line: str, rules: list[str], reason: str) -> None:
    text = line.format(f"ailint: ignore[{', '.join(rules)}] -- {reason}")
    expected = [Ignore(path, 1, 1, rule, reason, "inline") for rule in rules]
    assert list(read_ignores(path, (text,))) == expected


@pytest.mark.parametrize("path", ["a.py", "a.yaml", "Dockerfile", "a.ts", "a.md", "p.j2", "p.prompty", ".env", "a.json"])
@given(text=st.text(st.sampled_from("ailint: ignore[]-#/*<!>{}'\"\\\nx, \x00\t")))
def test_no_text_makes_it_crash(path: str, text: str) -> None:
    assert all(isinstance(found, Ignore | Diagnostic) for found in read_ignores(path, tuple(text.split("\n"))))


@given(text=st.text(st.sampled_from("ailint: ignore-file[]#'\"\n x,")).filter(lambda text: NAME not in text))
def test_no_text_without_the_name_hides_a_finding(text: str) -> None:
    assert the(suppressed(f"ask()\n{text}")).state is State.NEW
