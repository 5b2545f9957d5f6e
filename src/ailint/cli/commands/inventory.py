"""`ailint inventory`: what AI the project uses."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from ailint.cli.options import config_for, configuration
from ailint.cli.running import write

PACKAGE = "ailint.inventory_report"
FORMATS = ("text", "json", "cyclonedx")


@click.command(name="inventory")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True, help="How to show it.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it there.")
@configuration()
def command(path: Path, output_format: str, output: Path | None, **given: Any) -> None:
    """List the AI that PATH uses: libraries, models, prompts, agents, tools, stores, evaluations, tracing, MCP servers.

    `cyclonedx` is a bill of materials (needs the extra `sbom`).
    """
    from ailint.config import Config
    from ailint.inventory import inventory
    from ailint.reading import read_project
    from ailint.terminal import prepare

    config = config_for((path,), given)
    reading = read_project(config, (path,))
    if path.is_dir() and not reading.selected:  # what a project excludes may be a project of its own
        config = Config(root=path.resolve())
        reading = read_project(config)
    found = inventory(reading.project, reading.sources, reading.selected)
    prepare(sys.stdout)
    write(import_module(f"{PACKAGE}.{output_format}").render(found, config.root.name), output)
