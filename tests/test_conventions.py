"""Conventions that can be checked: names, codes, lengths, a light start, what the wheel carries."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ailint import formats
from ailint.packs import builtin_rules, find_checks, read_cards
from ailint.rule import AREAS, Card

ROOT = Path(__file__).parents[1]
CARDS = read_cards([builtin_rules()])
MODULES = sorted((ROOT / "src").rglob("*.py"))
REFUSED = re.compile(r"^(avoid|do-not|use|uses|prefer|consider|rewrite)-|-used$")
HEAVY = {
    "yaml",
    "libcst",
    "tomlkit",
    "msgspec",
    "pathspec",
    "tomli",
    "packaging",
    "sqlite3",
    "concurrent.futures",
    "importlib.metadata",
    "rich",
    "ailint.facts",
}
LONGEST_FUNCTION = 50


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_rule_names_name_the_problem(card: Card) -> None:
    assert not REFUSED.search(card.name)
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", card.name)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_codes_belong_to_their_area(card: Card) -> None:
    assert re.fullmatch(rf"AIL{list(AREAS).index(card.area) + 1}\d\d", card.code)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_cards_explain(card: Card) -> None:
    assert 20 < len(card.reason) < 300
    assert len(card.fix) > 20
    assert not card.title.endswith(".")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_checks_take_the_options_of_their_card(card: Card) -> None:
    (check,) = find_checks()[card.check]
    parameters = inspect.signature(check).parameters
    assert {name.replace("-", "_") for name in (*card.with_, *card.options)} == set(parameters) - {"project"}


def test_every_module_of_checks_is_used() -> None:
    packs = read_cards([builtin_rules(), ROOT / "tests" / "fixtures" / "packs" / "house" / "tools" / "ailint-rules"])
    named = {check.__module__ for card in packs for check in find_checks()[card.check]}
    package = ROOT / "src" / "ailint" / "checks"
    text = {path.stem: path.read_text(encoding="utf-8") for path in package.glob("*.py") if path.stem != "__init__"}
    imported = {name for name in text if any(f"ailint.checks.{name} import" in other for other in text.values())}
    assert {name for name in text if f"ailint.checks.{name}" not in named} - imported == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_say_what_they_hold_in_one_line(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    doc = ast.get_docstring(tree) or ""
    assert doc
    assert "\n" not in doc


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short(path: Path) -> None:
    functions = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_start_up_is_light() -> None:
    script = "import sys; from ailint.cli.main import main\ntry: main(['--version'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 -- our own script
    assert HEAVY & set(done.stdout.split()) == set()


@pytest.mark.parametrize("name", [name for name in formats.names() if not formats.is_text(name)])
def test_machine_output_needs_no_text_library(name: str, repo: Path) -> None:
    arguments = ["check", "--exit-zero", "--output-format", name]
    script = f"import sys; from ailint.cli.main import main\ntry: main({arguments})\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=repo)  # noqa: S603 -- our own script
    assert "llm-call-no-timeout" in done.stdout
    assert "rich" not in done.stderr.split()


def test_readme_table_is_current() -> None:
    done = subprocess.run([sys.executable, ROOT / "scripts" / "readme.py", "--check"], check=False)  # noqa: S603 -- our own script
    assert done.returncode == 0, "run `make format`"


def test_wheel_carries_the_rules(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 -- our own command
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"ailint/builtin_rules/{card.area}/{card.name}/rule.yaml" for card in CARDS} <= names
    assert {f"ailint/{path.relative_to(ROOT / 'src' / 'ailint').as_posix()}" for path in MODULES} <= names
