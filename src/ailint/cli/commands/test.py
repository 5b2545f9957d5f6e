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
    from ailint.cases import SIDES, cases_of, failures, shown
    from ailint.reading import load_knowledge
    from ailint.terminal import visible

    knowledge = load_knowledge(config)
    passed = failed = 0
    for rule in rules:
        cases = cases_of(rule)
        found = [(case.name, problem) for case in cases for problem in failures(case, knowledge)]
        lacking = SIDES.keys() - {side for case in cases for side in shown(case, knowledge)}
        found += [(rule.card.name, f"no case shows {SIDES[side]}") for side in sorted(lacking)]
        for name, problem in found:
            click.echo(f"{visible(name)}: {visible(problem)}")
        broken = len({name for name, _ in found})
        failed += broken
        passed += len(cases) - len({name for name, _ in found if name != rule.card.name})
    click.echo(f"{passed} passed, {failed} failed")
    return failed
