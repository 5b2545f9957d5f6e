"""Suppressions: whatever is written is read back, and nothing else hides a finding."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
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
FEW = settings(max_examples=40, deadline=None)  # for each of many languages

# how a comment of each style stands at the end of a line, where it can, and alone
STYLES: dict[str, tuple[str | None, str]] = {
    "a.py": ("x = 1  # {}", "    # {}"),
    "a.ipynb": ("x = 1  # {}", "# {}"),
    "a.yaml": ("key: value  # {}", "  # {}"),
    "a.toml": ("key = 'it'  # {}", "# {}"),
    "a.tf": ('key = "it"  # {}', "  # {}"),
    "a.sh": ("run 'it'  # {}", "# {}"),
    "Makefile": ("all: it  # {}", "# {}"),
    "requirements.txt": ("it==1  # {}", "# {}"),
    "Dockerfile": (None, "# {}"),
    ".env.example": (None, "# {}"),
    "a.ts": ("f('it');  // {}", "/* {} */"),
    "a.tsx": ("f(`it`);  /* {} */", "{{/* {} */}}"),
    "a.jsonc": ('"key": 1,  // {}', "// {}"),
    "a.bicep": ("var a = 'it'  // {}", "// {}"),
    "Jenkinsfile": ("sh 'it'  // {}", "// {}"),
    "a.sql": ("SELECT 'it';  -- {}", "/* {} */"),
    "a.md": ("text <!-- {} -->", "<!-- {} -->"),
    "a.html": ("<p>it</p> <!-- {} -->", "<!-- {} -->"),
    "a.j2": ("text {{# {} #}}", "{{# {} #}}"),
    "a.prompty": ("text {{# {} #}}", "# {}"),
}
ENDS = {path: end for path, (end, _) in STYLES.items() if end}
ALONE = {path: alone for path, (_, alone) in STYLES.items()}


def written(form: str, rules: list[str], reason: str | None, verb: str = "ignore") -> str:
    return form.format(f"ailint: {verb}[{', '.join(rules)}]" + (f" -- {reason}" if reason else ""))


@pytest.mark.parametrize(("path", "form"), ENDS.items(), ids=ENDS.keys())
@FEW
@given(rules=names, reason=reasons | st.none())
def test_whatever_is_written_at_an_end_is_read_back(path: str, form: str, rules: list[str], reason: str | None) -> None:
    expected = [Ignore(path, 1, 1, rule, reason, "inline") for rule in rules]
    assert list(read_ignores(path, (written(form, rules, reason), "it"))) == expected


@pytest.mark.parametrize("path", ALONE)
@FEW
@given(rules=names, others=names, reason=reasons | st.none())
def test_whatever_is_written_alone_is_about_the_line_below(path: str, rules: list[str], others: list[str], reason: str | None) -> None:
    lines = (written(ALONE[path], rules, reason), written(ALONE[path], others, None), "it")
    expected = [
        *(Ignore(path, 1, 3, rule, reason, "inline") for rule in rules),
        *(Ignore(path, 2, 3, rule, None, "inline") for rule in others),
    ]
    assert list(read_ignores(path, lines)) == expected


@pytest.mark.parametrize("path", ALONE)
@FEW
@given(rules=names, reason=reasons)
def test_whatever_is_written_for_a_file_is_about_all_of_it(path: str, rules: list[str], reason: str) -> None:
    lines = (written(ALONE[path], rules, reason, "file-ignore"), "it")
    assert list(read_ignores(path, lines)) == [Ignore(path, 1, 0, rule, reason, "file") for rule in rules]


MIX = ("# {}", "// {}", "-- {}", "<!-- {} -->", "{{# {} #}}", "/* {} */")
STRINGS = {
    "python": ("a.py", 'x = """\n{}\n"""'),
    "notebook": ("a.ipynb", "x = '''\n{}\n'''"),
    "yaml, block": ("a.yaml", "x: |\n  {}\ny: 1"),
    "yaml, folded in a list": ("a.yaml", "- x: >-\n    {}\n- y"),
    "yaml, quotes": ("a.yaml", "x: '\n  {}'"),
    "toml": ("a.toml", 'x = """\n{}\n"""'),
    "toml, literal": ("a.toml", "x = '''\n{}'''"),
    "terraform": ("a.tf", "x = <<X\n{}\nX"),
    "shell": ("a.sh", "cat <<X\n{}\nX"),
    "shell, quotes": ("a.sh", "run '\n{}'"),
    "typescript": ("a.ts", "x = `\n{}`;"),
    "sql": ("a.sql", "SELECT '\n{}';"),
    "sql, dollars": ("a.sql", "SELECT $x$\n{}$x$;"),
    "bicep": ("a.bicep", "x = '''\n{}'''"),
    "markdown": ("a.md", "```\n{}\n```"),
    "jinja": ("a.j2", "{{% raw %}}\n{}{{% endraw %}}"),
    "dockerfile": ("Dockerfile", "RUN <<X\n{}\nX"),
    "json": ("a.json", "{}"),
}


@pytest.mark.parametrize(("path", "form"), STRINGS.values(), ids=STRINGS.keys())
@FEW
@given(rules=names, marks=st.lists(st.sampled_from(["", "it", *MIX]), min_size=1, max_size=4))
def test_what_looks_like_one_in_a_string_is_none(path: str, form: str, rules: list[str], marks: list[str]) -> None:
    head, _, rest = form.partition("{}")
    indent = head.rpartition("\n")[2]
    body = f"\n{indent}".join(written(mark, rules, "why") for mark in ("it", *marks))
    text = head.format() + body + rest.format()
    assert list(read_ignores(path, tuple(text.split("\n")))) == []


ON_ONE_LINE = {"a.py": "x = '{}'", "a.yaml": "x: '{}'", "a.toml": 'x = "{}"', "a.ts": "x = '{}';", "a.sql": "SELECT '{}';", "a.tf": 'x = "{}"'}


@pytest.mark.parametrize(("path", "form"), ON_ONE_LINE.items(), ids=ON_ONE_LINE.keys())
@FEW
@given(rules=names, mark=st.sampled_from(MIX))
def test_what_looks_like_one_in_quotes_is_none(path: str, form: str, rules: list[str], mark: str) -> None:
    assert list(read_ignores(path, (form.format(written(mark, rules, "why")),))) == []


HIDDEN = {
    "yaml, above the key": ("a.yaml", "# {}\nrun: |\n  one\n  two", 4),
    "yaml, on the key": ("a.yaml", "run: |  # {}\n  one\n  two", 3),
    "python": ("a.py", "# {}\nx = '''\none\n'''", 3),
    "markdown": ("a.md", "<!-- {} -->\n```\none\n```", 3),
}


@pytest.mark.parametrize(("path", "form", "line"), HIDDEN.values(), ids=HIDDEN.keys())
def test_a_finding_in_a_text_is_ignored_where_the_text_begins(path: str, form: str, line: int) -> None:
    files = sources(None, **{path.replace(".", "_"): form.format(IGNORE)})
    found = judge(project(Part(files=(path,))), [rule(bad(path=path, line=line))], config(), files, frozenset({path})).findings
    result = suppress(found, [path], KNOWN, config(), files)
    assert (the(result).state, result.diagnostics) == (State.SUPPRESSED, ())


@given(typo=st.sampled_from([NAME[:at] + NAME[at + 1 :] for at in range(len(NAME))]), reason=reasons)
def test_a_name_that_is_none_is_reported_with_the_nearest(typo: str, reason: str) -> None:
    (found,) = suppressed(f"ask()  # ailint: ignore[{typo}] -- {reason}").diagnostics
    assert (found.code, found.message) == ("unused-suppression", f"there is no rule `{typo}`; did you mean `{NAME}`?")


@given(line=st.integers(2, 5), lines=st.integers(5, 8))
def test_an_ignore_that_hides_nothing_is_reported_at_its_line(line: int, lines: int) -> None:
    text = "\n".join(f"x = 1  # {IGNORE}" if number == line else "ask()" for number in range(1, lines + 1))
    result = suppressed(text)
    assert (the(result).state, [(found.line, found.code) for found in result.diagnostics]) == (State.NEW, [(line, "unused-suppression")])


@pytest.mark.parametrize("path", ["a.py", "a.yaml", "Dockerfile", "a.ts", "a.md", "p.j2", "p.prompty", ".env", "a.json"])
@given(text=st.text(st.sampled_from("ailint: ignore[]-#/*<!>{}'\"\\\nx, \x00\t")))
def test_no_text_makes_it_crash(path: str, text: str) -> None:
    assert all(isinstance(found, Ignore | Diagnostic) for found in read_ignores(path, tuple(text.split("\n"))))


@given(text=st.text(st.sampled_from("ailint: ignore-file[]#'\"\n x,")).filter(lambda text: NAME not in text))
def test_no_text_without_the_name_hides_a_finding(text: str) -> None:
    assert the(suppressed(f"ask()\n{text}")).state is State.NEW
