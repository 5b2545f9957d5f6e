"""`ailint config`: the settings in effect, and whether they are valid."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.cli.options import config_for, configuration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.config import Config


@click.group(name="config")
def command() -> None:
    """Show or validate settings."""


@command.command()
@click.argument("path", default=".", type=click.Path(path_type=Path))
@configuration()
def show(path: Path, **given: Any) -> None:
    """Show the settings in effect, and where each came from."""
    config = config_for((path,), given)
    for line in _lines(config):
        click.echo(line)


@command.command()
@click.argument("path", default=".", type=click.Path(path_type=Path))
@configuration()
def validate(path: Path, **given: Any) -> None:
    """Check the settings and every rule that they name."""
    from ailint.packs import bind, find_checks, load_cards
    from ailint.selection import select

    config = config_for((path,), given)
    cards = load_cards(config)
    select(cards, config)
    bind(cards, find_checks(config), config.lint.rules)
    click.echo(f"{config.source or 'defaults'}: valid")


def _lines(config: Config) -> Iterator[str]:
    from ailint.config import effective
    from ailint.terminal import visible

    rows = [(f"{key} = {value}", origin) for key, value, origin in effective(config)]
    width = max(len(setting) for setting, _ in rows)
    for setting, origin in rows:
        yield visible(f"{setting:<{min(width, 60)}}  # {origin}")
