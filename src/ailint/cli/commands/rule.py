"""`ailint rule`: explain a rule, or all of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.cli.options import config_for, configuration
from ailint.errors import UserError, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.rule import Card


@click.command(name="rule")
@click.argument("name", required=False)
@click.option("--all", "every", is_flag=True, help="Every rule.")
@click.option("--output-format", type=click.Choice(["text", "json", "markdown"]), default="text", help="How to show it.")
@configuration()
def command(name: str | None, output_format: str, *, every: bool, **given: Any) -> None:
    """Explain the rule NAME, by its name or code."""
    from ailint.packs import load_cards
    from ailint.terminal import prepare

    if bool(name) == every:
        message = "name a rule, or give `--all`"
        raise UserError(message)
    cards = load_cards(config_for((Path(),), given))
    prepare(sys.stdout)
    chosen = cards if every else [_find(cards, name or "")]
    sys.stdout.writelines(f"{line}\n" for line in _lines(chosen, output_format, every=every))


def _find(cards: Iterable[Card], name: str) -> Card:
    known = {word: card for card in cards for word in (card.name, card.code)}
    if card := known.get(name) or known.get(name.upper()):
        return card
    message = f"there is no rule `{name}`{suggestion(name, known)}"
    raise UserError(message)


def _lines(cards: Iterable[Card], output_format: str, *, every: bool) -> Iterator[str]:
    from ailint import pages
    from ailint.markdown_text import obeyed_by_none
    from ailint.terminal import visible, wants_colour, width_of

    if output_format == "json":
        yield _json([pages.data(card) for card in cards], every=every)
    elif output_format == "markdown":
        yield from (obeyed_by_none(visible(line)) for card in cards for part in (*pages.markdown(card), "") for line in part.split("\n"))
    else:
        show = pages.index if every else pages.text
        yield from show(cards, width_of(sys.stdout), colour=wants_colour("auto", sys.stdout))


def _json(rules: list[dict[str, Any]], *, every: bool) -> str:
    from ailint import json_text

    whole = {"schema_version": 1, "rules": rules} if every else rules[0]
    return json_text.encode(whole, indent=2)
