"""Rules and library tables of a team's own: a pack in the repository, an installed package, and what is said where they are wrong."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ailint.checks import stock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

    Ailint = Callable[..., Result]

HOUSE = Path(__file__).parents[1] / "fixtures" / "packs" / "house"
PACK = "tools/ailint-rules"
TABLE = "tools/ailint-libraries/housellm.yaml"
DIRECT = f"{PACK}/security/provider-called-directly/rule.yaml"
COST = f"{PACK}/monitoring/cost-centre-missing/rule.yaml"
FOUND = {
    ("region-outside-eu", "deploy/support.yaml", 3),
    ("service-owner-missing", "deploy/support.yaml", 1),
    ("answers-unsampled", "requirements.txt", 1),
    ("provider-called-directly", "support/answers.py", 1),
    ("llm-call-no-timeout", "support/answers.py", 4),
    ("cost-centre-missing", "support/answers.py", 9),
}


PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ ailint (.*)\n((?:.+\n)*?)```$", re.MULTILINE)


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a client, rules and a table of its own, and the current folder in it."""
    root = tmp_path / "house"
    shutil.copytree(HOUSE, root)
    (root / ".git").mkdir()
    monkeypatch.chdir(root)
    return root


def found(result: Result) -> set[tuple[str, str, int]]:
    return {(finding["rule"], finding["path"], finding["line"]) for finding in json.loads(result.stdout)["findings"]}


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("house")
def test_rules_of_the_pack_and_of_ailint_judge_the_client_that_the_table_describes(ailint: Ailint) -> None:
    assert found(ailint("check", "--output-format", "json")) == FOUND


def test_without_the_table_nothing_is_known_of_the_client(ailint: Ailint, house: Path) -> None:
    change(house, "ailint.toml", "knowledge", "# knowledge")
    assert found(ailint("check", "--output-format", "json")) == {place for place in FOUND if place[2] not in {4, 9}}


@pytest.mark.usefixtures("house")
def test_the_cases_of_the_pack_pass_and_are_not_linted(ailint: Ailint) -> None:
    result = ailint("test", PACK)
    assert (result.exit_code, result.stdout) == (0, "8 passed, 0 failed\n")
    assert "cases" not in ailint("check", "--show-files").stdout


def test_a_wrong_case_fails(ailint: Ailint, house: Path) -> None:
    change(house, f"{PACK}/monitoring/cost-centre-missing/cases/calls.py", "unbooked = Client(wait=20)", 'unbooked = Client(cost_centre="x")')
    result = ailint("test", PACK)
    assert (result.exit_code, result.stdout) == (1, "cost-centre-missing/calls.py: calls.py:12: marked, but not found\n7 passed, 1 failed\n")


def test_a_rule_whose_cases_show_one_side_only_fails(ailint: Ailint, house: Path) -> None:
    shutil.rmtree(house / PACK / "monitoring" / "cost-centre-missing" / "cases")
    result = ailint("test", f"{PACK}/monitoring/cost-centre-missing")
    lacking = "cost-centre-missing: no case shows something that is fine\ncost-centre-missing: no case shows something that is found\n"
    assert (result.exit_code, result.stdout) == (1, f"{lacking}0 passed, 1 failed\n")


@pytest.mark.usefixtures("house")
def test_a_rule_of_the_pack_is_explained_selected_and_shown_with_its_examples(ailint: Ailint) -> None:
    assert "Pass `cost_centre=` to the client" in ailint("rule", "HOUSE101").stdout
    chosen = ailint("check", "--select", "HOUSE101,region-outside-eu", "--output-format", "json")
    assert {rule for rule, _, _ in found(chosen)} == {"cost-centre-missing", "region-outside-eu"}


def test_a_finding_of_the_pack_can_be_suppressed(ailint: Ailint, house: Path) -> None:
    ignore = "from anthropic import Anthropic  # ailint: ignore[HOUSE201] -- until the gateway has it"
    change(house, "support/answers.py", "from anthropic import Anthropic", ignore)
    assert "provider-called-directly" not in ailint("check", "--output-format", "concise").stdout


@pytest.mark.usefixtures("house")
def test_the_page_shows_files_and_commands_as_they_are(ailint: Ailint) -> None:
    files, commands = dict(SHOWN.findall(PAGE)), dict(COMMAND.findall(PAGE))
    assert (len(files), len(commands)) == (4, 2)
    assert files == {name: Path(name).read_text(encoding="utf-8") for name in files}
    assert commands == {command: ailint(*command.split()).stdout for command in commands}
    assert all(
        f"| `{name}` |" in PAGE for name, function in vars(stock).items() if getattr(function, "__module__", "") == stock.__name__ and name[0] != "_"
    )
    assert all(line in PAGE for line in CHECK.splitlines()[6:])


WRONG = {
    "unknown key of a card": (DIRECT, "severity:", "severty:", ":4: unknown key `severty`; did you mean `severity`?"),
    "unknown domain": (DIRECT, "governance", "goverance", ":3: `domain`: "),
    "unknown check": (DIRECT, "origin_used", "origins_used", ":14: there is no check `origins_used`; did you mean `origin_used`?"),
    "unknown argument of a check": (DIRECT, "origins: [", "origin: [", ":15: the check `origin_used` takes no `origin`; did you mean `origins`?"),
    "text for a list": (DIRECT, "[openai, anthropic]", "openai", ":15: `origins` of the check `origin_used` is a list, not 'openai'"),
    "missing argument of a check": (COST, ", argument: cost_centre", "", ":15: the check `call_without` needs `argument` in `with`"),
    "broken card": (COST, "with: {", "with: {{", ":16: cannot be parsed: "),
    "code of another rule": (COST, "HOUSE101", "AIL101", "two rules have the code `AIL101`"),
    "unknown key of a table": (TABLE, "output: text", "outputs: text", ":9: `calls[0]`: unknown key `outputs`; did you mean `output`?"),
    "no date": (TABLE, "2026-11-01", "lately", ":2: `as_of`: "),
    "pack that is not there": ("ailint.toml", PACK, "tools/ailint-rule", "ailint.toml:1: `tools/ailint-rule` in rule-packs: there is no such folder"),
    "table that is not there": ("ailint.toml", "ailint-libraries", "libraries", "ailint.toml:2: `tools/libraries` in knowledge: there is no such"),
    "unknown rule": ("ailint.toml", "HOUSE101", "HOUSE111", "`HOUSE111` matches no rule; did you mean `HOUSE101`?"),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said_with_its_place(ailint: Ailint, house: Path, file: str, old: str, new: str, message: str) -> None:  # noqa: PLR0913, PLR0917 -- a table of mistakes
    change(house, file, old, new)
    result = ailint("check")
    expected = f"ailint: {file}{message}" if message.startswith(":") else message
    assert (result.exit_code, expected in result.stderr, result.stderr.count("\n")) == (2, True, 1), result.stderr


CHECK = """\
from collections.abc import Iterator

from ailint.checks.clients import called
from ailint.facts import Verdict, satisfied, violated
from ailint.project import Project

def retries_by_hand(project: Project, *, most: int = 2) -> Iterator[Verdict]:
    for site in project.calls("llm.client"):
        numbers = project.argument(site, "retries").numbers
        if any(number > most for number in numbers):
            yield violated(site.place, f"`{called(site)}` tries {max(numbers):g} times")
        else:
            yield satisfied(site.place, "tries seldom")
"""
CARD = """\
code: GUILD101
title: Client that tries too often
domain: app-engineering
severity: low
status: stable
stage: poc
scope: site
needs: []
languages: [python]
why: Each team that retries more takes from the quota of all.
fix: Leave retries at two.
effort: minutes
check: retries_by_hand
options: {most: 2}
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed package, as pip leaves it, that brings a rule and the check behind it."""
    site = tmp_path / "site"
    texts = {
        "guild_rules/__init__.py": "",
        "guild_rules/checks/__init__.py": "",
        "guild_rules/checks/retries.py": CHECK,
        "guild_rules/monitoring/retries-by-hand/rule.yaml": CARD,
        "guild_rules-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: guild-rules\nVersion: 1\n",
        "guild_rules-1.dist-info/entry_points.txt": "[ailint.rules]\nguild = guild_rules\n",
    }
    for name, text in texts.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    yield site
    for name in [name for name in sys.modules if name.partition(".")[0] == "guild_rules"]:
        del sys.modules[name]


@pytest.mark.usefixtures("installed")
def test_an_installed_package_brings_rules_with_checks_of_its_own(ailint: Ailint, house: Path) -> None:
    (house / "support" / "more.py").write_text("from openai import OpenAI\n\nclient = OpenAI(timeout=20, max_retries=9)\n", encoding="utf-8")
    settings = ["--select", "GUILD101", "--output-format", "json"]
    assert found(ailint("check", *settings)) == {("retries-by-hand", "support/more.py", 3)}
    assert found(ailint("check", *settings, "--config", "lint.rules.retries-by-hand.most = 10")) == set()
    assert ailint("check", *settings, "--no-plugins").exit_code == 2


def test_an_installed_rule_that_is_wrong_is_said_with_its_place(ailint: Ailint, installed: Path) -> None:
    change(installed, "guild_rules/monitoring/retries-by-hand/rule.yaml", "options: {most", "options: {moist")
    result = ailint("check")
    assert (
        result.exit_code,
        "retries-by-hand/rule.yaml:14: the check `retries_by_hand` takes no `moist`; did you mean `most`?" in result.stderr,
    ) == (2, True)
