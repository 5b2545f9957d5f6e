"""`ailint inventory`: what AI the project uses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.cli.options import config_for, configuration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.text import Text


@click.command(name="inventory")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
@configuration()
def command(path: Path, output_format: str, **given: Any) -> None:
    """List the AI that PATH uses: libraries, models, prompts, agents, tools, stores, evaluations, tracing."""
    from ailint.config import Config
    from ailint.project.inventory import inventory
    from ailint.run import read_project
    from ailint.terminal import prepare

    reading = read_project(config_for((path,), given), (path,))
    if path.is_dir() and not reading.selected:  # what a project excludes may be a project of its own
        reading = read_project(Config(root=path.resolve()))
    found = inventory(reading.project, reading.selected)
    prepare(sys.stdout)
    sys.stdout.writelines(f"{line}\n" for line in (_json(found) if output_format == "json" else _text(found)))


def _json(found: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    from ailint import json_text

    yield json_text.encode({"schema_version": 1, **found}, indent=2)


def _text(found: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    from ailint.styled import lines
    from ailint.terminal import wants_colour, width_of

    return lines(_page(found), width_of(sys.stdout), colour=wants_colour("auto", sys.stdout))


def _page(found: Mapping[str, Sequence[Any]]) -> Iterator[Text]:
    from ailint.styled import text

    if not any(found.values()):
        yield text("No AI was found.")
    for title, items in found.items():
        if items:
            yield text((f"{title.replace('_', ' ').capitalize()} ({len(items)})", "strong"))
            yield from (text(f"  {_line(item)}") for item in items)
            yield text()


def _line(item: object) -> str:
    """An item in one line: its first value is its name, the others follow with what they are, its place is last."""
    if not isinstance(item, dict):
        return str(item)
    fields = {key: value for key, value in item.items() if value not in (None, "", [], ())}
    place = ":".join(str(fields.pop(key)) for key in ("path", "line") if key in fields)
    name, *rest = ((key, ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)) for key, value in fields.items())
    return "  ".join([f"{name[1]:<32}", *(f"{key} {value}" for key, value in rest), place]).rstrip()
