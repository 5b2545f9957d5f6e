"""The other commands: rule, config, schema, test, inventory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ailint import __version__
from ailint.packs import builtin_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Ailint = Callable[..., Result]

pytestmark = pytest.mark.usefixtures("repo")

FIELDS = [
    "name",
    "code",
    "title",
    "area",
    "domain",
    "severity",
    "status",
    "stage",
    "scope",
    "languages",
    "why",
    "fix",
    "effort",
    "fixable",
    "standards",
    "references",
    "url",
]


def test_version(ailint: Ailint) -> None:
    assert ailint("--version").stdout == f"ailint, version {__version__}\n"


def test_help_lists_the_modules(ailint: Ailint) -> None:
    listed = ailint("--help").stdout
    assert all(f"\n  {name} " in listed for name in ("check", "config", "inventory", "rule", "schema", "test"))


def test_unknown_command(ailint: Ailint) -> None:
    result = ailint("chek")
    assert (result.exit_code, "did you mean `check`?" in result.stderr) == (2, True)


def test_rule(ailint: Ailint) -> None:
    page = ailint("rule", "llm-call-no-timeout").stdout
    assert page.startswith("llm-call-no-timeout · AIL101 · high\n")
    assert all(word in page for word in ("Fix", "Found", "Fine", "Option", "max-seconds"))


def test_rule_by_code(ailint: Ailint) -> None:
    assert json.loads(ailint("rule", "ail101", "--output-format", "json").stdout)["name"] == "llm-call-no-timeout"


def test_all_rules_as_json(ailint: Ailint) -> None:
    whole = json.loads(ailint("rule", "--all", "--output-format", "json").stdout)
    assert (whole["schema_version"], list(whole["rules"][0])) == (1, FIELDS)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_all_rules(ailint: Ailint, form: str) -> None:
    assert "llm-call-no-timeout" in ailint("rule", "--all", "--output-format", form).stdout


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_rule_of_the_project_is_shown_and_commands_nothing(ailint: Ailint, repo: Path, form: str) -> None:
    card = (builtin_rules() / "monitoring" / "llm-call-no-timeout" / "rule.yaml").read_text(encoding="utf-8").replace("AIL101", "AIL991")
    own = repo / "pack" / "monitoring" / "own-rule" / "rule.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(card.replace("why: |\n", "why: |\n  First.\n\n  ::error::x ##[error]y\n\n"), encoding="utf-8")
    shown = ailint("rule", "own-rule", "--output-format", form, "--config", "rule-packs=['pack']").stdout
    assert "error::x" in shown
    assert "##[" not in shown
    assert [line for line in shown.splitlines() if line.lstrip().startswith("::")] == []


@pytest.mark.parametrize("args", [("llm-call-no-timout",), (), ("llm-call-no-timeout", "--all")], ids=["unknown", "none", "both"])
def test_rule_refuses(ailint: Ailint, args: tuple[str, ...]) -> None:
    assert ailint("rule", *args).exit_code == 2


def test_config_show_says_where_from(ailint: Ailint) -> None:
    lines = ailint("config", "show", "--config", "stage='poc'").stdout.splitlines()
    assert [line.split("#")[1].strip() for line in lines if line.startswith(("stage ", "lint.select ", "fail-on "))] == [
        "--config",
        "default",
        "pyproject.toml",
    ]


def test_config_validate(ailint: Ailint, repo: Path) -> None:
    assert ailint("config", "validate").stdout == "pyproject.toml: valid\n"
    (repo / "pyproject.toml").write_text("[tool.ailint.lint.rules.llm-call-no-timeout]\nmax-second = 3\n", encoding="utf-8")
    result = ailint("config", "validate")
    assert (result.exit_code, "did you mean `max-seconds`?" in result.stderr) == (2, True)


@pytest.mark.parametrize("name", ["config", "output", "inventory", "baseline"])
def test_schema(ailint: Ailint, name: str) -> None:
    assert json.loads(ailint("schema", name).stdout)["title"] == f"ailint {name}"


def test_inventory(ailint: Ailint) -> None:
    assert "openai" in ailint("inventory").stdout
    assert json.loads(ailint("inventory", "--format", "json").stdout)["schema_version"] == 1


CARD = """\
code: AIL199
title: Sample
domain: app-engineering
severity: high
status: stable
stage: poc
scope: site
needs: [llm.call]
languages: [python]
why: Because.
fix: Do something else.
effort: minutes
check: llm_call_no_timeout
options: {max-seconds: 600}
"""
CASE = """\
from openai import OpenAI

client = OpenAI(timeout=None)  # ruleid: sample-rule
fine = OpenAI(timeout=30)  # ok: sample-rule
client.responses.create(model="gpt-4o-2024-08-06", input="x")
fine.responses.create(model="gpt-4o-2024-08-06", input="x")
"""


def pack(repo: Path, case: str) -> str:
    cases = repo / "pack" / "monitoring" / "sample-rule" / "cases"
    cases.mkdir(parents=True)
    (cases.parent / "rule.yaml").write_text(CARD, encoding="utf-8")
    (cases / "basic.py").write_text(case, encoding="utf-8")
    return "pack"


def test_test(ailint: Ailint, repo: Path) -> None:
    result = ailint("test", pack(repo, CASE))
    assert (result.stdout, result.exit_code) == ("1 passed, 0 failed\n", 0)


BROKEN = {
    "a mark dropped": (CASE.replace("  # ruleid: sample-rule", ""), "basic.py:3: found, but not marked so: "),
    "a mark too many": (CASE.replace("ok:", "ruleid:"), "basic.py:4: marked, but not found"),
    "a gap that is closed": (CASE.replace("ruleid:", "todoruleid:"), "basic.py:3: found now, so the mark is `ruleid`: "),
    "a false alarm that is gone": (CASE.replace("ok:", "todook:"), "basic.py:4: not found any more, so the mark is `ok`"),
}


@pytest.mark.parametrize(("case", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_test_is_strict_both_ways(ailint: Ailint, repo: Path, case: str, problem: str) -> None:
    result = ailint("test", pack(repo, case))
    assert (f"sample-rule/basic.py: {problem}" in result.stdout, result.exit_code) == (True, 1)


def test_test_refuses_marks_of_other_rules(ailint: Ailint, repo: Path) -> None:
    result = ailint("test", pack(repo, CASE.replace("ok: sample-rule", "ok: smaple-rule")))
    assert (result.exit_code, "a case of sample-rule has a mark for `smaple-rule`" in result.stderr) == (2, True)


def test_test_without_rules(ailint: Ailint) -> None:
    assert ailint("test", ".").exit_code == 2
