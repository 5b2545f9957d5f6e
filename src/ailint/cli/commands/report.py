"""`ailint report`: how near to production a project is, for people and for machines."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from ailint.cli.options import combined, config_for, configuration
from ailint.cli.running import lint, say, warn, write

PACKAGE = "ailint.readiness_report"
FORMATS = ("markdown", "html", "json")
OPTIONS = (
    click.option("--format", "report_format", type=click.Choice(FORMATS), default="markdown", show_default=True, help="How to show the report."),
    click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the report there."),
    click.option("--compare", metavar="OLD.json", type=click.Path(dir_okay=False, path_type=Path), help="Show what changed since a JSON report."),
    click.option("--fail-under", type=click.IntRange(0, 100), metavar="0..100", help="Exit 1 where the score is lower."),
    click.option("--stage", type=click.Choice(["poc", "pilot", "production"]), envvar="AILINT_STAGE", help="What the project must be ready for."),
    click.option("--quiet", "-q", is_flag=True, help="No warnings or progress."),
    click.option("--verbose", "-v", is_flag=True, help="Show every warning."),
)


@click.command(name="report")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@combined((*OPTIONS, configuration()))
def command(path: Path, **given: Any) -> None:
    """Report the readiness of PATH: areas, blockers, milestones, what is done already, and a roadmap.

    Exits 0, 1 if the score is under `--fail-under`, 2 on an error, 3 if there is nothing to report on.
    """
    from msgspec.structs import replace

    from ailint.links import links
    from ailint.readiness_report.compare import changes, earlier
    from ailint.readiness_report.content import Content

    before = earlier(given["compare"]) if given["compare"] else None
    config = replace(config_for((path,), given), fail_on="never", fail_under=given["fail_under"])
    report = lint(config, (path,), quiet=given["quiet"])
    content = Content(config.root.name, report, links(config.root, given["output"]), changes(before, report) if before else None)
    renderer = import_module(f"{PACKAGE}.{given['report_format']}")
    write(renderer.render(content), given["output"])
    if not given["quiet"]:
        warn(report, every=given["verbose"])
    if report.exit_code:
        say(f"failed: {report.exit_reason}" if report.exit_code == 1 else report.exit_reason)
    sys.exit(report.exit_code)
