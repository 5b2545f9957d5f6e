"""`ailint baseline`: the findings known today, so that a check fails for new ones alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.cli.options import BASELINE, combined, config_for, configuration
from ailint.cli.running import lint, say, write
from ailint.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.baseline import Baseline, Entry
    from ailint.baseline_file import Known
    from ailint.config import Config
    from ailint.summary import Report

PATH = click.argument("path", default=".", type=click.Path(path_type=Path))
QUIET = click.option("--quiet", "-q", is_flag=True, help="No progress, and no words about what was done.")
OUTPUT = click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write there in place of the configured file.")


@click.group(name="baseline")
def command() -> None:
    """Keep the findings that are known, so that a check fails for new ones alone. No baseline moves a score."""


@command.command()
@PATH
@combined((OUTPUT, QUIET, configuration()))
def create(path: Path, **given: Any) -> None:
    """Write the findings of the project around PATH as its baseline, by default `.ailint-baseline.json` at the root."""
    from ailint import baseline_file
    from ailint.baseline import baseline_of

    config = config_for((path,), given)
    target = given["output"] or baseline_file.location(config)
    report = _linted(config, given, baseline="")
    made = baseline_of(report.findings)
    baseline_file.write(made, target)
    if not given["quiet"]:
        say(f"{target}: {_counted(made)}")


@command.command()
@PATH
@combined((*BASELINE[:1], QUIET, configuration()))
def prune(path: Path, **given: Any) -> None:
    """Take out of the baseline what the project around PATH does not have any more."""
    from ailint import baseline_file
    from ailint.baseline import pruned

    config = config_for((path,), given)
    known = _known(_linted(config, given))
    left = pruned(known.baseline, known.stale)
    baseline_file.write(left, baseline_file.location(config))
    if not given["quiet"]:
        say(f"{known.file}: {_findings(known.stale)} removed, {_counted(left)} left")


@command.command()
@PATH
@combined((*BASELINE[:1], QUIET, configuration()))
def stats(path: Path, **given: Any) -> None:
    """Show what the baseline of the project around PATH holds, by rule, and what of it matches nothing any more."""
    report = _linted(config_for((path,), given), given)
    write(_table(report, _known(report)), None)


def _linted(config: Config, given: dict[str, Any], **more: Any) -> Report:
    """The whole project with all its findings, whatever severity a report would leave out."""
    from msgspec.structs import replace

    from ailint.facts import Severity

    report = lint(replace(config, min_severity=Severity.LOW, fail_on="never", fail_under=None, **more), (), quiet=given["quiet"], scored=False)
    if report.exit_code:
        say(report.exit_reason)
        sys.exit(report.exit_code)
    return report


def _known(report: Report) -> Known:
    if report.known is None:
        message = "there is no baseline; `ailint baseline create` writes one"
        raise UserError(message)
    return report.known


def _table(report: Report, known: Known) -> Iterator[str]:
    from collections import Counter

    from ailint.finding import State
    from ailint.styled import grid, lines, text
    from ailint.terminal import width_of

    listed, stale = (Counter[str]() for _ in range(2))
    for counter, entries in ((listed, known.baseline.entries), (stale, known.stale)):
        for entry in entries:
            counter[entry.rule] += entry.count
    rows = [[text(f"{listed[rule]:>5}"), text(f"{stale[rule]:>5}"), text(rule)] for rule in sorted(listed, key=lambda rule: (-listed[rule], rule))]
    head = [text("known"), text("stale"), text("rule")]
    gone = [text(f"{known.file}:{known.line(entry)}: {entry.path}: {entry.rule}: {_findings([entry])} gone") for entry in known.stale]
    closing = text(f"{known.file}: {_counted(known.baseline)}, {sum(stale.values())} of them gone; {len(report.of(State.NEW))} new in the project.")
    return lines((grid([head, *rows]), *gone, closing), width_of(sys.stdout), colour=False)


def _counted(baseline: Baseline) -> str:
    number = len(baseline.entries)
    return f"{_findings(baseline.entries)} in {number} {'entry' if number == 1 else 'entries'}"


def _findings(entries: tuple[Entry, ...] | list[Entry]) -> str:
    number = sum(entry.count for entry in entries)
    return f"{number} {'finding' if number == 1 else 'findings'}"
