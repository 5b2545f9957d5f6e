"""`ailint schema`: what ailint reads and writes, as JSON Schema."""

from __future__ import annotations

from importlib import import_module

import click

SCHEMAS = {
    "config": ("ailint.settings", "Settings"),
    "output": ("ailint.report.json", "Output"),
    "inventory": ("ailint.inventory", "Inventory"),
    "baseline": ("ailint.baseline", "Baseline"),
}


@click.command(name="schema")
@click.argument("name", type=click.Choice(list(SCHEMAS)))
def command(name: str) -> None:
    """Print the JSON Schema of the configuration, of JSON output, of an inventory or of a baseline."""
    import msgspec

    module, struct = SCHEMAS[name]
    schema = msgspec.json.schema(getattr(import_module(module), struct))
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"ailint {name}", **schema}
    click.echo(msgspec.json.format(msgspec.json.encode(whole), indent=2).decode())
