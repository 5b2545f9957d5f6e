"""`ailint test`: run the cases of a rule pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.cli.options import config_for, configuration
from ailint.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.config import Config
    from ailint.packs import Rule


@click.command(name="test")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@configuration()
def command(folder: Path, **given: Any) -> None:
    """Run the cases of the rules in DIR: a pack, an area or one rule. Exits 1 if one fails."""
    config = config_for((folder,), given)
    failed = _run(_rules(folder, config), config)
    sys.exit(1 if failed else 0)


def _rules(folder: Path, config: Config) -> list[Rule]:
    from ailint.packs import bind, find_checks
    from ailint.rule import load_card

    cards = [load_card(path.resolve()) for path in sorted(folder.rglob("rule.yaml")) if "cases" not in path.relative_to(folder).parts]
    if not cards:
        message = f"{folder}: there is no rule here"
        raise UserError(message)
    return list(bind(cards, find_checks(config), {}))


def _run(rules: Iterable[Rule], config: Config) -> int:
    from ailint.cases import cases_of, failures
    from ailint.reading import load_knowledge
    from ailint.terminal import visible

    knowledge = load_knowledge(config)
    passed = failed = 0
    for case in (case for rule in rules for case in cases_of(rule)):
        problems = failures(case, knowledge)
        for problem in problems:
            click.echo(f"{visible(case.name)}: {visible(problem)}")
        failed += bool(problems)
        passed += not problems
    click.echo(f"{passed} passed, {failed} failed")
    return failed
